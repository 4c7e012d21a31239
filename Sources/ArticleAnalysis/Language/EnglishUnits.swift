/// The units of English texts with their spellings.
enum EnglishUnits {
  static let units: [UnitTable.Row] =
    money + share + time + length + mass + volume + area + speed + energy + data + other + letters

  private static let money = rows(
    .money,
    """
    USD: $ | us$ | us $ | usd | dollar | dollars | us dollar | us dollars | u.s. dollars | buck | bucks | $us
    EUR: € | eur | euro | euros
    GBP: £ | gbp | pound sterling | pounds sterling | british pounds | quid | sterling
    JPY: ¥ | y= | jpy | yen | japanese yen
    CNY: cny | rmb | yuan | renminbi | cn¥
    CAD: c$ | c $ | ca $ | ca$ | cad | canadian dollars | cdn$
    AUD: a$ | au$ | au $ | a $ | $a | aud | australian dollars
    HKD: hk$ | hk $ | hkd | $hk
    NZD: nz$ | nz $ | nzd
    SGD: s$ | sgd
    TWD: nt$ | twd
    CHF: chf | swiss franc | swiss francs | franc | francs
    INR: ₹ | inr | rs | rs. | rupee | rupees
    PKR: pkr
    ZAR: zar | rand
    RUB: ₽ | rub | ruble | rubles | rouble | roubles
    KRW: ₩ | krw | won
    BRL: r$ | brl | real | reais
    MXN: mxn | peso | pesos
    TRY: ₺ | lira | liras
    ILS: ₪ | ils | shekel | shekels | nis
    MYR: myr | rm | ringgit
    IDR: idr | rp | rupiah
    THB: ฿ | thb | baht
    VND: ₫ | vnd | dong
    NGN: ₦ | ngn | naira
    KES: kes | ksh
    SEK: sek | krona | kronor | swedish kronor
    NOK: nok | norwegian kroner
    DKK: dkk | danish kroner | kroner | krone
    PLN: pln | zloty | zlotys | zł
    CZK: czk | koruna
    HUF: huf | forint | forints
    UAH: ₴ | uah | hryvnia
    AED: aed | dirham | dirhams
    SAR: sar | riyal | riyals
    BTC: ₿ | btc | bitcoin | bitcoins
    ETH: eth
    PHP: ₱ | php
    cent: ¢ | cent | cents
    penny: pence | p | pennies
    """)

  private static let share =
    rows(
      .percent, "%: % | percent | per cent | pct | pct. | pc | ％ | percents | per-cent | p.c. | percentage")
    + rows(
      .percentagePoint,
      """
      percentage point: percentage point | percentage points | pp | ppt | ppts | percent point | percent points | %-point
      basis point: basis point | basis points | bp | bps
      """)
    + rows(.multiple, "times: times | x | × | fold | -fold | X")

  private static let time = rows(
    .duration,
    """
    second: second | seconds | sec | secs | s | s.
    minute: minute | minutes | min | mins | min.
    hour: hour | hours | hr | hrs | h | hr.
    day: day | days
    week: week | weeks | wk | wks
    fortnight: fortnight | fortnights
    month: month | months | mo | mos
    quarter: quarters
    year: year | years | yr | yrs | yr.
    decade: decade | decades
    century: century | centuries
    millennium: millennium | millennia
    ms: ms | millisecond | milliseconds
    µs: µs | μs | microsecond | microseconds
    ns: ns | nanosecond | nanoseconds
    """)

  private static let length = rows(
    .measure,
    """
    km: km | kms | kilometre | kilometres | kilometer | kilometers
    m: m | metre | metres | meter | meters
    cm: cm | cms | centimetre | centimetres | centimeter | centimeters
    mm: mm | millimetre | millimetres | millimeter | millimeters
    µm: µm | μm | micrometre | micrometres | micrometer | micrometers | micron | microns
    nm: nm | nanometre | nanometres | nanometer | nanometers
    mile: mile | miles | mi
    yard: yard | yards | yd | yds
    foot: foot | feet | ft | ft. | ′
    inch: inch | inches | in. | ″
    light-year: light year | light years | light-year | light-years
    nautical mile: nautical mile | nautical miles | nmi
    AU: AU | astronomical units
    """)

  private static let mass = rows(
    .measure,
    """
    kg: kg | kgs | kilogram | kilograms | kilogramme | kilogrammes | kilo | kilos
    g: g | gram | grams | gramme | grammes
    mg: mg | milligram | milligrams
    µg: µg | μg | mcg | microgram | micrograms
    tonne: tonne | tonnes | t | metric ton | metric tons
    ton: ton | tons
    lb: lb | lbs | lb. | lbs. | pound | pounds
    oz: oz | ounce | ounces
    stone: stone
    carat: carat | carats
    """)

  private static let volume = rows(
    .measure,
    """
    l: l | L | litre | litres | liter | liters
    ml: ml | mL | millilitre | millilitres | milliliter | milliliters | cc
    cl: cl | centilitres
    gallon: gallon | gallons | gal
    pint: pint | pints
    quart: quart | quarts
    barrel: barrel | barrels | bbl | bbls
    cup: cup | cups
    tablespoon: tablespoon | tablespoons | tbsp
    teaspoon: teaspoon | teaspoons | tsp
    m³: m³ | m3 | cubic metre | cubic metres | cubic meter | cubic meters
    cubic foot: cubic foot | cubic feet | cu ft
    km³: km³ | cubic kilometres | cubic kilometers
    """)

  private static let area = rows(
    .measure,
    """
    km²: km² | km2 | sq km | sq. km | square kilometre | square kilometres | square kilometer | square kilometers
    m²: m² | m2 | sq m | sqm | sq. m | square metre | square metres | square meter | square meters
    square foot: sq ft | sq. ft | sq. ft. | square foot | square feet | sqft | ft²
    square mile: square mile | square miles | sq mi
    square inch: square inches | sq in
    cm²: cm² | cm2 | square centimetres | square centimeters
    hectare: hectare | hectares | ha
    acre: acre | acres
    """)

  private static let speed = rows(
    .measure,
    """
    mph: mph | miles per hour | miles an hour
    km/h: km/h | kph | kmh | kmph | kilometres per hour | kilometers per hour | kilometres an hour | kilometers an hour
    m/s: m/s | metres per second | meters per second
    knot: knot | knots | kts
    mpg: mpg | miles per gallon
    mpge: mpge
    rpm: rpm | revolutions per minute
    fps: fps | frames per second
    """)

  private static let energy =
    rows(
      .measure,
      """
      W: W | watt | watts
      kW: kW | kw | kilowatt | kilowatts
      MW: MW | megawatt | megawatts | mw
      GW: GW | gigawatt | gigawatts | gw
      TW: TW | terawatt | terawatts
      Wh: Wh | watt hours | watt-hours
      kWh: kWh | kwh | kilowatt hour | kilowatt hours | kilowatt-hour | kilowatt-hours
      MWh: MWh | mwh | megawatt hour | megawatt hours | megawatt-hours
      GWh: GWh | gwh | gigawatt hours | gigawatt-hours
      TWh: TWh | twh | terawatt hours | terawatt-hours
      V: V | volt | volts
      kV: kV | kv | kilovolts
      mV: mV
      A: A | amp | amps | ampere | amperes
      mAh: mAh | mah
      mA: mA
      J: J | joule | joules
      kJ: kJ | kj
      MJ: MJ
      calorie: calorie | calories | cal
      kcal: kcal | kilocalories
      N: N | newton | newtons
      Nm: Nm | newton metres | newton meters | newton-metres | N m
      lb-ft: lb-ft | pound-feet | lb ft | pound feet | foot-pounds
      Pa: Pa | pascals
      hPa: hPa | hpa
      kPa: kPa | kpa
      MPa: MPa | mpa
      GPa: GPa
      bar: bar | bars
      psi: psi | pounds per square inch
      hp: hp | bhp | horsepower
      Hz: Hz | hz | hertz
      kHz: kHz | khz | kilohertz
      MHz: MHz | mhz | megahertz
      GHz: GHz | ghz | gigahertz
      dB: dB | db | decibel | decibels
      lm: lm | lumens
      eV: eV
      megaton: megaton | megatons | Mt
      gigaton: gigaton | gigatons | gigatonnes | Gt
      """)
    + rows(
      .temperature,
      """
      °C: °c | ℃ | celsius | degrees celsius | degree celsius | degrees c | ° c | centigrade | degrees centigrade | °C
      °F: °f | ℉ | fahrenheit | degrees fahrenheit | degree fahrenheit | degrees f | ° f | °F
      K: K | kelvin | kelvins
      °: ° | degree | degrees
      """)

  private static let data = rows(
    .measure,
    """
    bit: bit | bits
    byte: byte | bytes
    kB: kB | KB | kb | kilobytes | kilobyte
    MB: MB | mb | megabyte | megabytes
    GB: GB | gb | gigabyte | gigabytes | gig | gigs
    TB: TB | tb | terabyte | terabytes
    PB: PB | petabyte | petabytes
    Mbit: Mb | Mbit | megabit | megabits
    Gbit: Gb | Gbit | gigabit | gigabits
    Mbit/s: Mbps | mbps | megabits per second | Mb/s | Mbit/s
    Gbit/s: Gbps | gbps | gigabits per second | Gb/s
    kbit/s: kbps
    MP: MP | megapixel | megapixels
    pixel: pixel | pixels | px
    """)

  private static let other = rows(
    .measure,
    """
    ppm: ppm | parts per million
    ppb: ppb | parts per billion
    point: point | points | pts | pt
    mol: mol
    msv: mSv | millisieverts
    """)

  private static let letters: [UnitTable.Row] = [
    UnitTable.Row(unit: FigureUnit(name: "", kind: .magnitude(3)), spellings: ["k", "K"]),
    UnitTable.Row(unit: FigureUnit(name: "", kind: .magnitude(6)), spellings: ["mn", "mln", "M", "mm."]),
    UnitTable.Row(unit: FigureUnit(name: "", kind: .magnitude(9)), spellings: ["bn", "bln", "B", "b"]),
    UnitTable.Row(unit: FigureUnit(name: "", kind: .magnitude(12)), spellings: ["tn", "trn", "T"]),
  ]

  private static func rows(_ kind: FigureUnit.Kind, _ lines: String) -> [UnitTable.Row] {
    lines.split(separator: "\n").compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let spellings = line[line.index(after: colon)...].split(separator: "|").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      return UnitTable.Row(
        unit: FigureUnit(name: String(line[..<colon]), kind: kind), spellings: spellings)
    }
  }
}

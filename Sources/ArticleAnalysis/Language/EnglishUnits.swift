/// The units of English texts with their spellings.
///
/// What the metric prefixes make of a unit is written by `metric`; here stand only the units themselves and the
/// spellings in small letters that no other unit has.
enum EnglishUnits {
  static let units: [UnitTable.Row] =
    metric + EnglishMoney.units + share + time + space + mass + volume + energy + data + other + letters

  private static let share =
    UnitTable.rows(
      .percent,
      """
      %: % | percent | per cent | pct | pct. | pc | ％ | percents | per-cent | p.c. | percentage
      ‰: ‰ | per mille | permille | per mil
      """)
    + UnitTable.rows(
      .percentagePoint,
      """
      percentage point: percentage point | percentage points | pp | ppt | ppts | percent point | percent points | %-point | pct pts | p.p. | percentage-point
      basis point: basis point | basis points | bp | bps | basis-point
      """)
    + UnitTable.rows(.multiple, "times: times | x | × | fold | -fold | X")
    + UnitTable.rows(.age, "year: yo | y/o | y.o.")

  private static let time = UnitTable.rows(
    .duration,
    """
    second: second | seconds | sec | secs | s | s.
    minute: minute | minutes | min | mins | min.
    hour: hour | hours | hr | hrs | h | hr.
    day: day | days
    night: night | nights
    week: week | weeks | wk | wks
    fortnight: fortnight | fortnights
    month: month | months | mo | mos
    quarter: quarters
    year: year | years | yr | yrs | yr. | Y
    decade: decade | decades
    century: century | centuries
    millennium: millennium | millennia
    """)

  private static let space =
    UnitTable.rows(
      .measure,
      """
      km: kms | k.m.
      m: mtr | mtrs
      cm: cms
      mm: mms
      µm: micron | microns
      mile: mile | miles | mi
      yard: yard | yards | yd | yds
      foot: foot | feet | ft | ft. | ′
      inch: inch | inches | in. | ″ | inchs
      furlong: furlong | furlongs
      fathom: fathom | fathoms
      league: leagues
      light-year: light year | light years | light-year | light-years | ly
      parsec: parsec | parsecs
      nautical mile: nautical mile | nautical miles | nmi
      AU: AU | astronomical unit | astronomical units
      Å: Å | ångström | angstrom | angstroms
      km²: km² | km2 | sq km | sq. km | square km | square kilometre | square kilometres | square kilometer | square kilometers
      m²: m² | m2 | sq m | sqm | sq. m | square metre | square metres | square meter | square meters
      cm²: cm² | cm2 | sq cm | square centimetre | square centimetres | square centimeter | square centimeters
      mm²: mm² | mm2 | square millimetres | square millimeters
      square foot: sq ft | sq. ft | sq. ft. | square foot | square feet | sqft | ft² | square-foot
      square yard: square yard | square yards | sq yd
      square mile: square mile | square miles | sq mi | square-mile
      square inch: square inch | square inches | sq in
      hectare: hectare | hectares | ha
      acre: acre | acres
      mph: mph | miles per hour | miles an hour | mile-per-hour | mile per hour
      km/h: km/h | kph | kmh | kmph | km/hr | kilometres per hour | kilometers per hour | kilometre per hour | kilometres an hour | kilometers an hour
      m/s: m/s | metres per second | meters per second | metres a second | m s−1 | m s-1
      knot: knot | knots | kts | kt
      mpg: mpg | miles per gallon
      mpge: mpge
      rpm: rpm | revolutions per minute
      fps: fps | frames per second
      """)

  private static let mass = UnitTable.rows(
    .measure,
    """
    kg: kgs | kilo | kilos | kilogramme | kilogrammes
    g: gramme | grammes | gms
    µg: mcg | microgrammes
    mg: milligrammes
    tonne: tonne | tonnes | t | metric ton | metric tons | metric tonnes
    ton: ton | tons | short tons | long tons
    lb: lb | lbs | lb. | lbs. | pound | pounds
    oz: oz | oz. | ounce | ounces
    troy ounce: troy ounce | troy ounces
    stone: stone
    carat: carat | carats | ct
    grain: grains
    kiloton: kiloton | kilotons | kilotonne | kilotonnes
    megaton: megaton | megatons | megatonne | megatonnes | Mt
    gigaton: gigaton | gigatons | gigatonne | gigatonnes | Gt
    """)

  private static let volume = UnitTable.rows(
    .measure,
    """
    ml: mL | cc | ccs | cubic centimetre | cubic centimetres | cubic centimeters | cm³ | cm3
    l: L | ltr | ltrs
    gallon: gallon | gallons | gal | us gallon | us gallons | imperial gallons
    pint: pint | pints | us pint | us pints
    quart: quart | quarts | qt | us quart
    fluid ounce: fluid ounce | fluid ounces | fl oz | fl. oz. | us fluid ounce
    barrel: barrel | barrels | bbl | bbls
    bushel: bushel | bushels
    cup: cup | cups
    tablespoon: tablespoon | tablespoons | tbsp
    teaspoon: teaspoon | teaspoons | tsp
    m³: m³ | m3 | cubic metre | cubic metres | cubic meter | cubic meters
    cubic foot: cubic foot | cubic feet | cu ft | cu. ft. | ft³
    cubic yard: cubic yard | cubic yards
    cubic inch: cubic inch | cubic inches | cu in
    cubic mile: cubic mile | cubic miles
    km³: km³ | cubic kilometre | cubic kilometres | cubic kilometers
    acre-foot: acre-feet | acre feet | acre-foot | acre foot
    """)

  private static let energy =
    UnitTable.rows(
      .measure,
      """
      kW: kw | KW
      MW: mw
      GW: gw
      kWh: kwh | KWh | kw/h
      MWh: mwh
      GWh: gwh
      TWh: twh
      kV: kv | KV
      mAh: mAh | mah | milliampere hours
      Ah: Ah | amp hours | amp-hours
      kVA: kVA | kva
      MVA: MVA
      kJ: kj | KJ
      calorie: calorie | calories | cal
      kcal: kcal | kcals | kilocalorie | kilocalories
      BTU: btu | btus
      Nm: Nm | newton metre | newton metres | newton meters | newton-metres | newton-meters | N m
      lb-ft: lb-ft | lb ft | lbft | pound-feet | pound feet | pound-foot | pounds-feet | foot-pounds | ft-lb | foot pounds
      hPa: hpa
      kPa: kpa | KPa
      MPa: mpa
      bar: bar | bars
      mbar: mbar | millibar | millibars
      atm: atm | atmospheres
      mmHg: mmHg | mmhg
      psi: psi | pounds per square inch
      ksi: ksi
      hp: hp | bhp | horsepower | horse power
      Hz: hz
      kHz: khz | KHz
      MHz: mhz
      GHz: ghz
      dB: dB | db | decibel | decibels
      lm: lm | lumen | lumens
      lx: lx | lux
      cd: cd | candela
      nit: nits
      T: tesla | teslas
      Ω: Ω | ohm | ohms
      kΩ: kΩ | kilohms | kilo-ohms
      """)
    + UnitTable.rows(
      .temperature,
      """
      °C: °c | °C | ºc | ºC | ℃ | celsius | celcius | degrees celsius | degrees celcius | degree celsius | degrees c | ° c | º c | ° C | C | centigrade | centigrate | degrees centigrade | degree centigrade | deg c | deg celsius
      °F: °f | °F | ºf | ºF | ℉ | fahrenheit | farenheit | degrees fahrenheit | degrees farenheit | degree fahrenheit | degrees f | ° f | º f | F | deg f | deg fahrenheit
      K: K | kelvin | kelvins | degrees kelvin
      °: ° | º | degree | degrees | deg
      """)

  private static let data = UnitTable.rows(
    .measure,
    """
    kB: KB | kb
    MB: mb | mbs
    GB: gb | gbs | gig | gigs
    TB: tb
    GiB: GiB | gib
    MiB: MiB
    KiB: KiB
    TiB: TiB
    kbit: Kb
    Mbit: Mb
    Gbit: Gb
    Mbit/s: Mbps | mbps | megabits per second | megabits a second | Mb/s
    Gbit/s: Gbps | gbps | gigabits per second | gigabits a second | Gb/s
    kbit/s: kbps | kilobits per second
    MB/s: MB/s | megabytes per second | megabytes a second
    GB/s: GB/s | gigabytes per second
    MP: MP | megapixel | megapixels | mp
    pixel: pixel | pixels | px
    ppi: ppi
    dpi: dpi
    """)

  private static let other = UnitTable.rows(
    .measure,
    """
    ppm: ppm | part per million | parts per million
    ppb: ppb | part per billion | parts per billion
    point: point | points | pts | pt
    radian: rad | rads | radian | radians
    """)

  private static let letters: [UnitTable.Row] = [
    UnitTable.Row(unit: FigureUnit(name: "", kind: .magnitude(3)), spellings: ["k"]),
    UnitTable.Row(unit: FigureUnit(name: "", kind: .magnitude(6)), spellings: ["mn", "mln", "M", "mm."]),
    UnitTable.Row(unit: FigureUnit(name: "", kind: .magnitude(9)), spellings: ["bn", "bln", "B", "b"]),
    UnitTable.Row(unit: FigureUnit(name: "", kind: .magnitude(12)), spellings: ["tn", "trn", "T"]),
  ]

  // MARK: Metric prefixes

  /// Symbol, names, and the prefixes that are in use with it.
  private static let metric: [UnitTable.Row] =
    metricRows(
      .measure,
      """
      m: metre metres meter meters: k c m µ n p d
      g: gram grams: k m µ n
      l: litre litres liter liters: m c d h µ
      W: watt watts: k M G T m µ
      Wh: watt-hour watt-hours: k M G T
      V: volt volts: k M m µ
      A: amp amps ampere amperes: k m µ
      J: joule joules: k M G T m
      Hz: hertz: k M G T
      Pa: pascal pascals: h k M G m
      eV: electronvolt electronvolts: k M G T m
      N: newton newtons: k M m
      Gy: gray grays: m µ
      Sv: sievert sieverts: m µ
      Bq: becquerel becquerels: k M G T
      mol: mole moles: m µ n p
      F: farad farads: m µ n p
      B: byte bytes: k M G T P E Z
      bit: bit bits: k M G T
      bit/s: bits: k M G T
      """)
    + metricRows(.duration, "s: second seconds: m µ n p f")
    + UnitTable.rows(
      .measure,
      """
      Wh: watt hour | watt hours
      kWh: kilowatt hour | kilowatt hours
      MWh: megawatt hour | megawatt hours
      GWh: gigawatt hour | gigawatt hours
      TWh: terawatt hour | terawatt hours
      """)

  private static let prefixes: [Character: String] = [
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "E": "exa", "Z": "zetta", "h": "hecto",
    "d": "deci",
    "c": "centi", "m": "milli", "µ": "micro", "n": "nano", "p": "pico", "f": "femto",
  ]

  private static func metricRows(_ kind: FigureUnit.Kind, _ lines: String) -> [UnitTable.Row] {
    var rows: [UnitTable.Row] = []
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: ":").map { $0.split(separator: " ").map(String.init) }
      guard parts.count == 3, let symbol = parts[0].first else { continue }
      let names = parts[1]
      if kind.isMeasure, symbol != "F", symbol != "B", symbol != "bit/s" {
        rows.append(UnitTable.Row(unit: FigureUnit(name: symbol, kind: kind), spellings: [symbol] + names))
      } else if symbol == "B" {
        rows.append(UnitTable.Row(unit: FigureUnit(name: "byte", kind: kind), spellings: names))
      }
      for prefix in parts[2] {
        guard let letter = prefix.first, let spelled = prefixes[letter] else { continue }
        let written = prefix + symbol
        var spellings = symbol == "bit/s" ? [written] : [written] + names.map { spelled + $0 }
        if letter == "µ" { spellings += ["μ" + symbol, "u" + symbol] }
        rows.append(UnitTable.Row(unit: FigureUnit(name: written, kind: kind), spellings: spellings))
      }
    }
    return rows
  }
}

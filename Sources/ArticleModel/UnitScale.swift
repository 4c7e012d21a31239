/// What a unit measures, and how many of the dimension's base unit it is.
struct UnitScale {
  /// The name of the base unit that all units of the dimension are told in.
  var base: String
  /// How many base units one unit is.
  var factor: ExactDecimal
  /// What is added after multiplying: the zero of a temperature scale.
  var offset = ExactDecimal(0)

  /// The scale of a canonical unit name, `nil` for names of things.
  ///
  /// A unit divided by another ("USD per barrel", "m per s") is the quotient of the two scales.
  static func named(_ name: String) -> UnitScale? {
    if let scale = table[name] { return scale }
    guard let (above, below) = split(name), let first = table[above], let second = table[below],
      let factor = first.factor.divided(by: second.factor)
    else { return nil }
    let base = "\(first.base) per \(second.base)"
    return table[base].map { UnitScale(base: $0.base, factor: factor * $0.factor) }
      ?? UnitScale(base: base, factor: factor)
  }

  /// The two units around the first " per ".
  static func split(_ name: String) -> (above: String, below: String)? {
    let parts = name.split(separator: " ", omittingEmptySubsequences: true)
    guard let per = parts.firstIndex(of: "per"), per > 0, per + 1 < parts.count else { return nil }
    return (parts[..<per].joined(separator: " "), parts[(per + 1)...].joined(separator: " "))
  }

  private static let table: [String: UnitScale] = {
    var table: [String: UnitScale] = [:]
    for line in lines.split(separator: "\n") {
      var words = line.split(separator: " ").map(String.init)
      guard words.count > 1 else { continue }
      let base = words.removeFirst()
      for word in words {
        let parts = word.split(separator: "=").map(String.init)
        guard let name = parts.first else { continue }
        let factor = parts.count > 1 ? ExactDecimal(parts[1]) ?? ExactDecimal(1) : ExactDecimal(1)
        table[name.replacing("_", with: " ")] = UnitScale(
          base: base.replacing("_", with: " "), factor: factor)
      }
    }
    for (base, prefixes) in metric {
      for prefix in prefixes {
        guard let power = powers[prefix], let scale = table[base] else { continue }
        table[String(prefix) + base] = UnitScale(
          base: scale.base, factor: scale.factor.scaled(byPowerOfTen: power))
      }
    }
    table["°C"] = UnitScale(base: "°C", factor: ExactDecimal(1))
    table["K"] = UnitScale(
      base: "°C", factor: ExactDecimal(1), offset: ExactDecimal(significand: -27315, exponent: -2))
    let fiveNinths = ExactDecimal(5).divided(by: ExactDecimal(9)) ?? ExactDecimal(0)
    table["°F"] = UnitScale(base: "°C", factor: fiveNinths, offset: -(fiveNinths * ExactDecimal(32)))
    return table
  }()

  /// A base unit, then the units that are told in it with their factors; underscores stand for spaces.
  private static let lines = """
    % % ‰=0.1
    percentage_point percentage_point basis_point=0.01
    s s second minute=60 hour=3600 day=86400 night=86400 week=604800 fortnight=1209600 month=2629800 quarter=7889400 year=31557600 decade=315576000 century=3155760000 millennium=31557600000
    m m mile=1609.344 yard=0.9144 foot=0.3048 inch=0.0254 furlong=201.168 fathom=1.8288 league=4828.032 nautical_mile=1852 light-year=9460730472580800 parsec=30856775814913673 AU=149597870700 Å=1e-10
    g g tonne=1e6 ton=907184.74 lb=453.59237 oz=28.349523125 troy_ounce=31.1034768 stone=6350.29318 carat=0.2 grain=0.06479891 kiloton=1e9 megaton=1e12 gigaton=1e15
    l l gallon=3.785411784 pint=0.473176473 quart=0.946352946 fluid_ounce=0.0295735296 barrel=158.987294928 bushel=35.23907 cup=0.2365882365 tablespoon=0.0147867648 teaspoon=0.00492892159 m³=1000 km³=1e12 cubic_foot=28.316846592 cubic_yard=764.554858 cubic_inch=0.016387064 cubic_mile=4168181825440.58 acre-foot=1233481.84
    m² m² km²=1e6 cm²=1e-4 mm²=1e-6 square_foot=0.09290304 square_yard=0.83612736 square_mile=2589988.110336 square_inch=0.00064516 hectare=1e4 acre=4046.8564224
    m/s m/s m_per_s km/h=0.277777777778 mph=0.44704 knot=0.514444444444 km_per_s=1000
    W W hp=745.699872
    J J Wh=3600 calorie=4.184 kcal=4184 BTU=1055.05585 eV=1.602176634e-19
    Pa Pa bar=1e5 mbar=100 atm=101325 mmHg=133.322387 psi=6894.75729 ksi=6894757.29
    Nm Nm lb-ft=1.35581795
    byte byte B bit=0.125 KiB=1024 MiB=1048576 GiB=1073741824 TiB=1099511627776
    bit/s bit/s MB/s=8e6 GB/s=8e9
    A A
    Ah Ah mAh=1e-3
    V V
    Hz Hz rpm=0.0166666666667
    N N
    Gy Gy
    Sv Sv
    Bq Bq
    mol mol
    F F
    VA VA
    Ω Ω
    dB dB
    lm lm
    lx lx
    cd cd
    ppm ppm ppb=1e-3
    times times
    USD USD cent=0.01
    GBP GBP penny=0.01
    pixel pixel MP=1e6
    km_per_l km_per_l mpg=0.425143707
    """

  private static let metric: [(String, String)] = [
    ("m", "kcmµnpd"), ("g", "kmµn"), ("l", "mcdhµ"), ("s", "mµnpf"), ("W", "kMGTmµ"), ("Wh", "kMGT"),
    ("V", "kMmµ"),
    ("A", "kmµ"), ("J", "kMGTm"), ("Hz", "kMGT"), ("Pa", "hkMGm"), ("eV", "kMGTm"), ("N", "kMm"),
    ("Gy", "mµ"),
    ("Sv", "mµ"), ("Bq", "kMGT"), ("mol", "mµnp"), ("F", "mµnp"), ("B", "kMGTPEZ"), ("bit", "kMGT"),
    ("bit/s", "kMGT"), ("VA", "kM"), ("Ω", "k"),
  ]

  private static let powers: [Character: Int] = [
    "f": -15, "p": -12, "n": -9, "µ": -6, "m": -3, "c": -2, "d": -1, "h": 2, "k": 3, "M": 6, "G": 9, "T": 12,
    "P": 15,
    "E": 18, "Z": 21,
  ]
}

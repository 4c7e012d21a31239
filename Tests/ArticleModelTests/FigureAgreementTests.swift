import Testing

@testable import ArticleModel

@Suite("Figures that agree") struct FigureAgreementTests {
  /// A figure as tests write it: `87500 militants`, `~88000`, `50..60 %`; the kind follows from the unit.
  private func figure(_ text: String) throws -> Figure {
    let isAbout = text.hasPrefix("~")
    let words = (isAbout ? text.dropFirst() : text[...]).split(separator: " ", maxSplits: 1)
    let ends = String(try #require(words.first)).split(separator: "|").compactMap { ExactDecimal($0) }
    let unit = words.count > 1 ? String(words[1]) : nil
    let low = try #require(ends.first)
    let high = try #require(ends.last)
    let kind: Figure.Kind =
      switch unit {
      case nil: .count
      case "part": .ratio
      case "%": .percent
      case "th": .ordinal
      case let name?: UnitScale.named(name) == nil && name != name.uppercased() ? .count : .measure
      }
    return Figure(
      range: TextRange(0, 1), value: low == high ? .number(low) : .range(low, high),
      unit: kind == .ratio || kind == .ordinal ? nil : unit, qualifier: isAbout ? .about : .exact, kind: kind,
      evidence: Evidence(rule: "test", confidence: 1))
  }

  @Test(
    "Rounding, units and words may differ",
    arguments: [
      ("87500 militants", "88000"), ("87500 militants", "90000 militants"), ("0.5 part", "50 %"),
      ("0.666666666667 part", "67 %"), ("10 mile", "16 km"), ("1.5 hour", "90 minute"), ("1 year", "365 day"),
      ("25 basis point", "0.25 percentage point"), ("100 °C", "212 °F"), ("273.15 K", "0 °C"),
      ("99 cent", "0.99 USD"),
      ("2 tonne", "2000 kg"), ("100 km/h", "62 mph"), ("1 kWh", "3.6 MJ"), ("50|60 %", "55 %"),
      ("50|60 %", "0.5 part"),
      ("~3 year", "3.2 year"), ("2500 settlements", "2500 settlement"), ("1411 people", "1411 persons"),
      ("20 USD per gallon", "5.28 USD per l"), ("10 m per s", "36 km/h"), ("1 million", "1 million"),
    ])
  func agree(_ a: String, _ b: String) throws {
    #expect(try figure(a).agrees(with: figure(b)))
    #expect(try figure(b).agrees(with: figure(a)))
  }

  @Test(
    "Other numbers, other units and coarse coincidences do not agree",
    arguments: [
      ("87500 militants", "100000 militants"), ("50 %", "48 %"), ("87500 militants", "87500 houses"),
      ("5 USD", "5 EUR"),
      ("3 year", "3.2 year"), ("5 th", "5"), ("10 mile", "10 km"), ("50|60 %", "70 %"),
      ("50|60 %", "50|70 %"),
      ("1411", "1412"), ("2 %", "2 percentage point"), ("1 kg", "1 l"),
    ])
  func disagree(_ a: String, _ b: String) throws {
    #expect(try !figure(a).agrees(with: figure(b)))
    #expect(try !figure(b).agrees(with: figure(a)))
  }

  @Test("A canonical quantity is told in base units")
  func canonical() throws {
    let distance = try figure("10 mile").canonical
    #expect(
      distance.dimension == .unit("m") && distance.low == ExactDecimal(significand: 1_609_344, exponent: -2))
    #expect(try figure("12 wooden fishing boats").canonical.dimension == .things("boat"))
    #expect(try figure("12 members of staff").canonical.dimension == .things("member"))
    #expect(try figure("12").canonical.dimension == .number)
  }

  @Test("Whatever the exponents, comparing never traps")
  func extremes() throws {
    let numbers = ["1e400", "-1e400", "1e-400", "9e999999", "0"]
    for a in numbers {
      for b in numbers { _ = try figure("\(a) mile").agrees(with: figure("\(b) km")) }
    }
  }

  @Test("Figures are small: a million of them fit into a hundred megabytes")
  func size() { #expect(MemoryLayout<Figure>.stride <= 104) }
}

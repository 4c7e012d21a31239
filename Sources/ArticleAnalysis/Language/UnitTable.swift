/// A unit of measure or money.
struct FigureUnit: Sendable {
  /// The canonical name: `km`, `EUR`, `year`.
  var name: String
  /// What sort of figure has it.
  var kind: Kind

  /// What sort of figure has the unit.
  enum Kind: Sendable {
    case money, percent, percentagePoint, measure, temperature, duration
    /// A factor: times, x.
    case multiple
    /// Years of age in one word: yo.
    case age
    /// A letter that multiplies and is no unit: bn, k.
    case magnitude(Int)

    var isMeasure: Bool {
      if case .measure = self { return true }
      return false
    }
  }
}

/// The units of a language by their spellings.
///
/// A spelling is looked up as written first (`MB` is not `Mb`), then in small letters.
struct UnitTable: Sendable {
  /// One unit with its spellings.
  struct Row: Sendable {
    var unit: FigureUnit
    /// Spellings of one or more words, in small letters unless case decides.
    var spellings: [String]
  }

  private let units: [FigureUnit]
  private let table: ByteTable
  /// The first letters or sign of all spellings; 1 where some spelling goes on behind them.
  private let starts: ByteTable
  /// The most tokens that a spelling has.
  private static let mostTokens = 5

  /// The canonical names of all units, magnitude letters left out.
  var names: [String] { units.map(\.name).filter { !$0.isEmpty } }

  /// Makes the table.
  init(_ rows: [Row]) {
    units = rows.map(\.unit)
    var pairs: [(String, Int32)] = []
    for (index, row) in rows.enumerated() {
      for spelling in row.spellings {
        pairs.append((spelling, Int32(index)))
      }
    }
    table = ByteTable(pairs)
    starts = ByteTable(
      pairs.map { spelling, _ in
        let utf8 = Array(spelling.utf8)
        let start = Self.startEnd(utf8, 0, utf8.count)
        let isLonger = start < utf8.count
        return (String(decoding: utf8[..<start], as: UTF8.self).lowercased(), isLonger ? 1 : 0)
      }.sorted { $0.1 < $1.1 })
  }

  /// How many tokens a unit that starts with the bytes `lower..<upper` can have; 0 when there is none.
  func longest(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Int {
    let end = Self.startEnd(utf8, lower, upper)
    guard let isLonger = starts.value(utf8, lower, end, foldingCase: true) else { return 0 }
    return isLonger == 0 ? 1 : Self.mostTokens
  }

  /// The end of the letters that a spelling starts with, or of its first sign.
  private static func startEnd(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Int {
    var end = lower
    while end < upper, utf8[end] | 0x20 >= 0x61, utf8[end] | 0x20 <= 0x7A { end += 1 }
    if end > lower { return end }
    return lower + UTF8Text.scalar(utf8, at: lower, end: upper).length
  }

  /// Rows from lines of the form `name: spelling | spelling`.
  static func rows(_ kind: FigureUnit.Kind, _ lines: String) -> [Row] {
    lines.split(separator: "\n").compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let spellings = line[line.index(after: colon)...].split(separator: "|").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      return Row(unit: FigureUnit(name: String(line[..<colon]), kind: kind), spellings: spellings)
    }
  }

  /// The unit that is written in the bytes `lower..<upper`, or `nil`.
  func unit(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> FigureUnit? {
    if let index = table.value(utf8, lower, upper, foldingCase: false) { return units[Int(index)] }
    // One letter means different units in different case, so its case must be right.
    guard upper - lower > 1 else { return nil }
    return table.value(utf8, lower, upper, foldingCase: true).map { units[Int($0)] }
  }
}

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
    /// A letter that multiplies and is no unit: bn, k.
    case magnitude(Int)
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
  }

  /// The unit that is written in the bytes `lower..<upper`, or `nil`.
  func unit(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> FigureUnit? {
    if let index = table.value(utf8, lower, upper, foldingCase: false) { return units[Int(index)] }
    // One letter means different units in different case, so its case must be right.
    guard upper - lower > 1 else { return nil }
    return table.value(utf8, lower, upper, foldingCase: true).map { units[Int($0)] }
  }
}

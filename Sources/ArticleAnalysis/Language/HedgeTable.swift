import ArticleModel

/// The hedges of a language: phrases before or after a number that make it less exact.
struct HedgeTable: Sendable {
  /// One phrase and what it does to the number.
  struct Row: Sendable {
    var phrase: String
    var qualifier: Figure.Qualifier
    /// Whether the phrase stands after the number.
    var isAfter = false
  }

  private let before: ByteTable
  private let after: ByteTable
  private static let qualifiers: [Figure.Qualifier] = [
    .exact, .about, .moreThan, .lessThan, .atLeast, .atMost, .range,
  ]
  /// The words that phrases before a number end with, and the words that phrases after it begin with.
  private let lastBefore: ByteTable
  private let firstAfter: ByteTable
  /// The most words a phrase has.
  let longest: Int

  /// Makes the table.
  init(_ rows: [Row]) {
    func pairs(_ isAfter: Bool) -> [(String, Int32)] {
      rows.filter { $0.isAfter == isAfter }.map {
        ($0.phrase, Int32(Self.qualifiers.firstIndex(of: $0.qualifier) ?? 0))
      }
    }
    before = ByteTable(pairs(false))
    after = ByteTable(pairs(true))
    lastBefore = ByteTable(
      rows.compactMap { row in row.phrase.split(separator: " ").last.map { (String($0), 0) } })
    firstAfter = ByteTable(
      rows.compactMap { row in row.phrase.split(separator: " ").first.map { (String($0), 0) } })
    longest = rows.map { $0.phrase.split(separator: " ").count }.max() ?? 1
  }

  /// Whether a phrase before a number can end with the word; most words are told apart by this alone.
  func canEndBefore(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Bool {
    lastBefore.value(utf8, lower, upper, foldingCase: true) != nil
  }

  /// Whether a phrase after a number can begin with the word.
  func canBeginAfter(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Bool {
    firstAfter.value(utf8, lower, upper, foldingCase: true) != nil
  }

  /// What the phrase in the bytes `lower..<upper`, standing before or after a number, does to it.
  func qualifier(_ utf8: [UInt8], _ lower: Int, _ upper: Int, isAfter: Bool) -> Figure.Qualifier? {
    let table = isAfter ? after : before
    return table.value(utf8, lower, upper, foldingCase: true).map { Self.qualifiers[Int($0)] }
  }
}

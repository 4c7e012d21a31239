import ArticleModel

/// The words beside figures in their table, each said once, and a number for each figure.
///
/// Forty thousand figures have a few dozen units, seven hedges and a dozen kinds between them: those are searched and
/// put in order, and the figures only counted. A reference type because nothing is made before it is asked for.
final class FigureLabels {
  /// One word beside each figure.
  struct Column {
    /// The different words.
    let words: [String]
    /// For each figure, which of them is beside it.
    let numbers: [Int32]

    /// For each figure the place of its word in the alphabetical order of all.
    var ranks: [UInt64] {
      var ranks = [UInt64](repeating: 0, count: words.count)
      for (rank, number) in words.indices.sorted(by: { words[$0] < words[$1] }).enumerated() {
        ranks[number] = UInt64(rank)
      }
      return numbers.map { ranks[Int($0)] }
    }
  }

  private let figures: [Figure]

  /// The units; empty words where there is none.
  lazy var units: Column = {
    var numbers: [String: Int] = [:]
    var met: [String] = []
    // Which word was met last with a length and a first letter: nearly always the same again, and to compare is a
    // tenth of what hashing costs.
    var recent = [Int](repeating: -1, count: 256)
    let rows = figures.map { figure -> Int32 in
      let unit = figure.unit ?? ""
      let slot = (unit.utf8.count << 5 ^ Int(unit.utf8.first ?? 0)) & 255
      if recent[slot] >= 0, met[recent[slot]] == unit { return Int32(recent[slot]) }
      let number = numbers[unit] ?? met.count
      if number == met.count {
        numbers[unit] = number
        met.append(unit)
      }
      recent[slot] = number
      return Int32(number)
    }
    return Column(words: met, numbers: rows)
  }()

  /// The hedges; empty words beside exact figures.
  lazy var hedges: Column = {
    let all = Figure.Qualifier.allCases
    return Column(
      words: Self.hedgeWords,
      numbers: figures.map { figure in Int32(all.firstIndex(of: figure.qualifier) ?? 0) })
  }()

  /// The kinds.
  lazy var kinds: Column = {
    let all = Figure.Kind.allCases
    return Column(
      words: Self.kindWords, numbers: figures.map { figure in Int32(all.firstIndex(of: figure.kind) ?? 0) })
  }()

  private static let hedgeWords = Figure.Qualifier.allCases.map { $0 == .exact ? "" : $0.label }
  private static let kindWords = Figure.Kind.allCases.map(\.label)

  /// The words beside figures.
  init(_ figures: [Figure]) { self.figures = figures }

  /// For each figure, whether one of its words holds what is searched for.
  ///
  /// - Complexity: O(figures).
  func rows(holding search: TextSearch) -> [Bool] {
    var isFound = [Bool](repeating: false, count: figures.count)
    // A column is not even made where none of the words that it can have is found.
    if let hedges = Self.holding(search, Self.hedgeWords) { mark(self.hedges, hedges, &isFound) }
    if let kinds = Self.holding(search, Self.kindWords) { mark(self.kinds, kinds, &isFound) }
    if let units = Self.holding(search, self.units.words) { mark(self.units, units, &isFound) }
    return isFound
  }

  /// For each word whether it holds what is searched for; `nil` when none does.
  private static func holding(_ search: TextSearch, _ words: [String]) -> [Bool]? {
    let holds = words.map { search.isFound(in: $0) }
    return holds.contains(true) ? holds : nil
  }

  private func mark(_ column: Column, _ holds: [Bool], _ isFound: inout [Bool]) {
    for (row, number) in column.numbers.enumerated() where holds[Int(number)] { isFound[row] = true }
  }
}

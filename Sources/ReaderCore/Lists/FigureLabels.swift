import ArticleModel

/// The words beside figures in their table, each said once, and a number for each figure.
///
/// Forty thousand figures have a few dozen units, seven hedges and a dozen kinds between them: those are searched and
/// put in order, and the figures only counted. A reference type because nothing is made before it is asked for.
final class FigureLabels {
  /// One word beside each figure.
  struct Column {
    /// The different words in alphabetical order.
    let words: [String]
    /// The place of each figure's word among them.
    let places: [UInt64]

    /// Makes a column of words that were met in some order.
    ///
    /// - Parameters:
    ///   - met: The different words.
    ///   - numbers: For each figure, which of them is beside it.
    init(met: [String], numbers: [Int]) {
      words = met.sorted()
      var places = [UInt64](repeating: 0, count: met.count)
      for (place, number) in met.indices.sorted(by: { met[$0] < met[$1] }).enumerated() {
        places[number] = UInt64(place)
      }
      self.places = numbers.map { places[$0] }
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
    let rows = figures.map { figure -> Int in
      let unit = figure.unit ?? ""
      let slot = (unit.utf8.count << 5 ^ Int(unit.utf8.first ?? 0)) & 255
      if recent[slot] >= 0, met[recent[slot]] == unit { return recent[slot] }
      let number = numbers[unit] ?? met.count
      if number == met.count {
        numbers[unit] = number
        met.append(unit)
      }
      recent[slot] = number
      return number
    }
    return Column(met: met, numbers: rows)
  }()

  /// The hedges; empty words beside exact figures.
  lazy var hedges: Column = {
    let all = Figure.Qualifier.allCases
    return Column(
      met: all.map { $0 == .exact ? "" : $0.label },
      numbers: figures.map { figure in all.firstIndex(of: figure.qualifier) ?? 0 })
  }()

  /// The kinds.
  lazy var kinds: Column = {
    let all = Figure.Kind.allCases
    return Column(
      met: all.map(\.label), numbers: figures.map { figure in all.firstIndex(of: figure.kind) ?? 0 })
  }()

  /// The words beside figures.
  init(_ figures: [Figure]) { self.figures = figures }

  /// For each figure, whether one of its words holds what is searched for.
  ///
  /// - Complexity: O(figures).
  func rows(holding search: TextSearch) -> [Bool] {
    var isFound = [Bool](repeating: false, count: figures.count)
    for column in [units, hedges, kinds] {
      let holds = column.words.map { search.isFound(in: $0) }
      guard holds.contains(true) else { continue }
      for (row, place) in column.places.enumerated() where holds[Int(place)] { isFound[row] = true }
    }
    return isFound
  }
}

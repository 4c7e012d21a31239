import ArticleModel

/// Which figures of an article are put out, and in which order.
public struct FigureSelection: Sendable {
  /// An order of figures; figures that it does not tell apart stay in reading order.
  public enum Order: String, Sendable, CaseIterable {
    /// As the article has them.
    case text
    /// What measures the same together, the largest first in base units: 1 km comes before 900 m, and both stand where
    /// the first length stood.
    case value
    /// By the sort of quantity, in the order of `Figure.Kind`.
    case kind
    /// By the name of the unit, figures without unit last; the largest of a unit first.
    case unit
  }

  /// The sorts of quantity that are wanted; all when empty.
  public var kinds: Set<Figure.Kind>
  /// The smallest number that is wanted, in `unit` when there is one, else as the article writes it.
  public var minimum: ExactDecimal?
  /// The unit that is wanted, or any that measures the same; also a counted noun.
  public var unit: String?
  /// The order.
  public var order: Order

  /// Makes a selection; without arguments it is everything in reading order.
  public init(
    kinds: Set<Figure.Kind> = [], minimum: ExactDecimal? = nil, unit: String? = nil, order: Order = .text
  ) {
    self.kinds = kinds
    self.minimum = minimum
    self.unit = unit
    self.order = order
  }

  /// The figures that are wanted, as indices into `Article.figures`, in the order that is wanted.
  ///
  /// - Complexity: O(n log n) in the number of figures, O(n) in reading order.
  public func indices(in article: Article) -> [Int] {
    let figures = article.figures
    let wanted = unit.map { CanonicalQuantity(of: ExactDecimal(1), unit: $0) }
    let indices = figures.indices.filter { isWanted(figures[$0], wanted) }
    switch order {
    case .text: return indices
    case .value:
      var groups: [CanonicalQuantity.Dimension: Int] = [:]
      let places = figures.map { figure in
        let dimension = figure.canonical.dimension
        let place = groups[dimension] ?? groups.count
        groups[dimension] = place
        return place
      }
      return sorted(indices) { a, b in
        places[a] == places[b] ? largest(figures[a]) > largest(figures[b]) : places[a] < places[b]
      }
    case .kind:
      let places = Dictionary(
        uniqueKeysWithValues: Figure.Kind.allCases.enumerated().map { ($0.element, $0.offset) })
      return sorted(indices) { places[figures[$0].kind, default: 0] < places[figures[$1].kind, default: 0] }
    case .unit:
      return sorted(indices) { a, b in
        guard figures[a].unit == figures[b].unit else { return isBefore(figures[a].unit, figures[b].unit) }
        return largest(figures[a]) > largest(figures[b])
      }
    }
  }

  private func isWanted(_ figure: Figure, _ wanted: CanonicalQuantity?) -> Bool {
    if !kinds.isEmpty, !kinds.contains(figure.kind) { return false }
    if let wanted {
      let quantity = figure.canonical
      guard quantity.dimension == wanted.dimension else { return false }
      // A percentage of one unit is the unit's size in base units.
      return minimum.map { quantity.high >= $0 * wanted.high } ?? true
    }
    guard let minimum else { return true }
    switch figure.value {
    case .number(let number): return number >= minimum
    case .range(let low, let high): return max(low, high) >= minimum
    }
  }

  private func largest(_ figure: Figure) -> ExactDecimal { figure.canonical.high }

  private func isBefore(_ a: String?, _ b: String?) -> Bool {
    guard let a else { return false }
    guard let b else { return true }
    return a < b
  }

  /// Sorts without disturbing the reading order of equals.
  private func sorted(_ indices: [Int], by isBefore: (Int, Int) -> Bool) -> [Int] {
    indices.sorted { a, b in isBefore(a, b) || !isBefore(b, a) && a < b }
  }
}

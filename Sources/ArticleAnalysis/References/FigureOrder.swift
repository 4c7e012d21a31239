import ArticleModel

/// Figures in the order of a number that each has.
struct FigureOrder {
  /// The numbers, smallest first.
  private var reaches: [FigureReach] = []
  /// The figure of each number.
  private var figures: [Int] = []

  /// Orders figures by a number of each.
  init(_ numbers: [(reach: FigureReach, figure: Int)]) {
    for number in numbers.sorted(by: { ($0.reach.value, $0.figure) < ($1.reach.value, $1.figure) }) {
      reaches.append(number.reach)
      figures.append(number.figure)
    }
  }

  /// The figures with a number in a range, smallest first, and their numbers; at most so many.
  ///
  /// - Complexity: O(log n + limit).
  func near(_ range: ClosedRange<Double>, atMost limit: Int) -> some Sequence<
    (figure: Int, reach: FigureReach)
  > {
    let first = reaches.partitioningIndex { $0.value >= range.lowerBound }
    return (first..<min(reaches.count, first + limit)).lazy
      .prefix { reaches[$0].value <= range.upperBound }
      .map { (figures[$0], reaches[$0]) }
  }
}

/// A single number with what it may differ by from another that is the same, as binary numbers: what these tell apart
/// need not be compared exactly.
struct FigureReach {
  var value: Double
  var rounding: Double
  var isApproximate: Bool

  /// The reach of the number, or of the smaller end of a range.
  init(_ quantity: CanonicalQuantity) {
    value = quantity.low.double
    rounding = quantity.rounding.double
    isApproximate = quantity.isApproximate
  }

  /// Whether two single numbers are so far apart that they cannot agree by the rule of `CanonicalQuantity.agrees(with:)`.
  @inline(__always)
  func isBeyond(_ other: FigureReach) -> Bool {
    let larger = max(value.magnitude, other.value.magnitude)
    let distance = (value - other.value).magnitude
    // A little more than the rule allows, because these numbers are rounded.
    if isApproximate || other.isApproximate { return distance > larger * 0.1001 }
    return distance > min(max(rounding, other.rounding) * 1.0001, larger * 0.0301) + larger * 1e-12
  }
}

/// Where the matches of a search are.
struct MatchCount: Hashable, Sendable {
  /// The most matches that are counted.
  static let limit = 1000

  var pane: Pane
  /// A number for each match, ascending.
  var places: [Int64]
  /// Whether these are all.
  var isComplete: Bool { places.count < Self.limit }
}

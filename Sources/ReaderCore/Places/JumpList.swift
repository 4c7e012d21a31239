/// The places that jumps left, to go back to and forward again.
///
/// As a browser's history: a jump from the middle of the list forgets what was ahead.
public struct JumpList: Hashable, Sendable {
  private var places: [ReadingPlace] = []
  /// Where in the list the reader is; `places.count` when not in the list.
  private var position = 0
  /// How many places are kept.
  static let capacity = 100

  /// Whether there is something to go back to.
  public var canGoBack: Bool { position > 0 }

  /// Remembers the place that a jump leaves.
  mutating func leave(_ place: ReadingPlace) {
    places.removeLast(places.count - position)
    if places.last != place { places.append(place) }
    if places.count > Self.capacity { places.removeFirst() }
    position = places.count
  }

  /// The place before this one, or `nil` at the beginning.
  mutating func goBack(from place: ReadingPlace) -> ReadingPlace? {
    if position == places.count {
      // The place that is left is kept, to come forward to.
      if places.last == place { position -= 1 } else { places.append(place) }
    }
    guard position > 0 else { return nil }
    position -= 1
    return places[position]
  }

  /// The place after this one, or `nil` at the end.
  mutating func goForward() -> ReadingPlace? {
    guard position + 1 < places.count else { return nil }
    position += 1
    return places[position]
  }
}

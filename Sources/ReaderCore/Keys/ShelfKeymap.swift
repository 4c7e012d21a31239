/// The keys of the lists of articles and feeds: a keymap for each kind, because each has commands of its own.
public struct ShelfKeymap: Sendable {
  private let library: Keymap
  private let feed: Keymap
  private let feeds: Keymap

  /// The keys that Pullquote ships with.
  public static let standard = ShelfKeymap { kind in
    Keymap(ShelfCommand.all(in: kind).map { ($0.name, $0.standardKeys) })
  }

  /// Makes the keymap of each kind.
  init<Failure: Error>(_ keymap: (ShelfKind) throws(Failure) -> Keymap) throws(Failure) {
    library = try keymap(.library)
    feed = try keymap(.feed)
    feeds = try keymap(.feeds)
  }

  /// The keys of a kind of list.
  public subscript(kind: ShelfKind) -> Keymap {
    switch kind {
    case .library: library
    case .feed: feed
    case .feeds: feeds
    }
  }
}

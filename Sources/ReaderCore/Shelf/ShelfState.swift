import ArticleModel
import TerminalUI

/// The list of a library, of a feed or of feeds: everything its screen depends on.
///
/// It holds a window of the entries only, so that a library of 100,000 articles is like any other: whoever runs it
/// answers `ShelfEffect.load` with `ShelfEvent.loaded`.
public struct ShelfState {
  /// A line that the user types into.
  public enum Prompt: Hashable, Sendable {
    /// Words to search for; the list follows while they are typed.
    case search(String)
    /// The tags of the selected article.
    case tags(String)
    /// A tag to narrow the list to.
    case filterByTag(String)
    /// An address or a file to open.
    case open(String)

    /// What has been typed.
    public var text: String {
      get {
        switch self {
        case .search(let text), .tags(let text), .filterByTag(let text), .open(let text): text
        }
      }
      set {
        switch self {
        case .search: self = .search(newValue)
        case .tags: self = .tags(newValue)
        case .filterByTag: self = .filterByTag(newValue)
        case .open: self = .open(newValue)
        }
      }
    }

    /// What stands before it on the screen.
    public var label: String {
      switch self {
      case .search: "search: "
      case .tags: "tags: "
      case .filterByTag: "only the tag: "
      case .open: "open: "
      }
    }
  }

  /// How many entries of a library are held at once; those of a source are held all.
  public static let windowSize = 400

  /// What is listed.
  public let kind: ShelfKind
  /// The name of the list.
  public let title: String
  /// The signs to draw with.
  public let glyphs: Glyphs
  /// The time that ages are counted from, in seconds since 1970.
  public let now: Int64
  /// The keys.
  public internal(set) var keymap: Keymap
  /// The size of the screen.
  public internal(set) var size: Size
  /// What is shown, and in which order.
  public internal(set) var query: LibraryQuery
  /// The number of entries that match.
  public internal(set) var count = 0
  /// The entries that are held.
  public internal(set) var entries: [LibraryEntry] = []
  /// How many of them were not opened yet.
  public internal(set) var unread = 0
  /// Whether any of them has comments.
  public internal(set) var hasComments = false
  /// The place of the first of them in the list.
  public internal(set) var firstHeld = 0
  /// The place of the selected entry.
  public internal(set) var selected = 0
  /// The place of the entry in the first row.
  public internal(set) var top = 0
  /// The line being typed.
  public internal(set) var prompt: Prompt?
  /// Whether the key list lies over the list, and how far it is scrolled.
  public internal(set) var help: Int?
  /// A line for the user, until the next key.
  public internal(set) var message: ReaderState.Message?
  /// Keys typed so far of a longer sequence.
  public internal(set) var pendingKeys: [Key] = []
  /// What was deleted in this sitting, the last one at the end.
  var deleted: [Int64] = []

  /// Makes an empty list that waits for its first window.
  ///
  /// - Parameters:
  ///   - kind: What is listed.
  ///   - title: The name of the list.
  ///   - size: The size of the screen.
  ///   - glyphs: The signs to draw with.
  ///   - keymap: The keys of this kind of list.
  ///   - now: The time that ages are counted from, in seconds since 1970.
  public init(
    _ kind: ShelfKind, title: String, size: Size, glyphs: Glyphs = .unicode, keymap: Keymap, now: Int64 = 0
  ) {
    self.kind = kind
    self.keymap = keymap
    self.title = title
    query = LibraryQuery(shelf: kind.shelves[0], order: kind.orders[0])
    self.size = size
    self.glyphs = glyphs
    self.now = now
  }

  /// The rows of entries: without the title bar and the status line.
  public var rows: Int { max(1, size.height - 2) }

  /// The entry at a place of the list, when it is held.
  public func entry(at place: Int) -> LibraryEntry? {
    let index = place - firstHeld
    return entries.indices.contains(index) ? entries[index] : nil
  }

  /// A key with what it does, for the end of a message; empty when the command has no key.
  func hint(_ words: String, for command: String) -> String {
    keymap.labels(for: command).first.map { "; \($0)\(words)" } ?? ""
  }

  /// The selected entry.
  public var selectedEntry: LibraryEntry? { entry(at: selected) }

  mutating func say(_ text: String, isError: Bool = false) {
    message = ReaderState.Message(text: text, isError: isError)
  }

  /// Selects a place and scrolls so that it shows; says whether other entries have to be loaded for it.
  mutating func select(_ place: Int) -> [ShelfEffect] {
    selected = max(0, min(place, count - 1))
    if selected < top { top = selected }
    if selected >= top + rows { top = selected - rows + 1 }
    top = max(0, min(top, max(0, count - rows)))
    let isHeld = top >= firstHeld && min(count, top + rows) <= firstHeld + entries.count
    if isHeld { return [] }
    return [.load(query, offset: max(0, top - Self.windowSize / 2))]
  }

  /// Selects the next article that was not read, or the one before; goes on at the other end.
  mutating func selectUnread(from step: Int) -> [ShelfEffect] {
    for distance in 1...max(1, count) {
      let place = (selected + step * distance + count * 2) % max(1, count)
      if let entry = entry(at: place), entry.opened == nil { return select(place) }
    }
    say("everything here has been read")
    return []
  }

  /// Another query, shown from its beginning.
  mutating func show(_ query: LibraryQuery) -> [ShelfEffect] {
    self.query = query
    selected = 0
    top = 0
    return [.load(query, offset: 0)]
  }

  /// The same list again, after something in it was changed.
  func reload() -> [ShelfEffect] { [.load(query, offset: max(0, top - Self.windowSize / 2))] }
}

import ArticleModel

/// Something the user can do in the list of a library or of a feed, under a name.
///
/// Help and the key table come from these values, and so do the keys, until a keymap says otherwise.
public struct ShelfCommand: Sendable {
  /// The name: kebab case, unique.
  public let name: String
  /// The keys that run it unless the user has others, as in a keymap.
  public let standardKeys: [String]
  /// What it does, in a few words without a full stop.
  public let summary: String
  /// The lists that it belongs to.
  public let kinds: [ShelfKind]
  /// Does it; returns the work to be done outside the state.
  let run: @Sendable (inout ShelfState) -> [ShelfEffect]

  private init(
    _ name: String, _ keys: [String], _ summary: String,
    in kinds: [ShelfKind] = ShelfKind.allCases,
    _ run: @escaping @Sendable (inout ShelfState) -> [ShelfEffect]
  ) {
    self.kinds = kinds
    self.name = name
    standardKeys = keys
    self.summary = summary
    self.run = run
  }

  /// All commands, in the order of the key list.
  public static let all: [ShelfCommand] = [
    ShelfCommand("shelf-down", ["j", "down"], "Next article") { $0.select($0.selected + 1) },
    ShelfCommand("shelf-up", ["k", "up"], "Previous article") { $0.select($0.selected - 1) },
    ShelfCommand("shelf-page-down", ["space", "d", "ctrl-f", "ctrl-d", "page-down"], "A page down") {
      $0.select($0.selected + $0.rows)
    },
    ShelfCommand("shelf-page-up", ["b", "u", "ctrl-b", "ctrl-u", "page-up"], "A page up") {
      $0.select($0.selected - $0.rows)
    },
    ShelfCommand("shelf-start", ["g g", "home"], "The first article") { $0.select(0) },
    ShelfCommand("shelf-end", ["G", "end"], "The last article") { $0.select($0.count - 1) },
    onEntry("shelf-open", ["enter", "l", "right"], "Read the article") { entry, _ in [.open(entry.id)] },
    onEntry(
      "shelf-refresh", ["R"], "Fetch the article and its discussion again, and read it; of a feed, the page",
      in: [.library, .feed]
    ) { entry, state in
      guard entry.address.hasPrefix("http") else {
        state.say("this article has no address on the web to be fetched from")
        return []
      }
      return [.refresh(entry)]
    },
    ShelfCommand("shelf-open-source", ["o"], "Open an address or a file", in: [.library]) { state in
      state.prompt = .open("")
      return []
    },
    ShelfCommand("shelf-search", ["/"], "Search titles, words, comments and speakers") { state in
      state.prompt = .search(state.query.text)
      return []
    },
    ShelfCommand("shelf-clear", ["escape"], "Show everything on the shelf again") { state in
      guard !state.query.text.isEmpty || state.query.tag != nil else { return [] }
      return state.show(LibraryQuery(shelf: state.query.shelf, order: state.query.order))
    },
    ShelfCommand(
      "shelf-next", ["f", "tab"],
      "Next shelf: reading, unread, starred, new, archived, all; of a feed, unread, all",
      in: [.library, .feed]
    ) { state in
      var query = state.query
      query.shelf = following(query.shelf, of: state.kind.shelves)
      return state.show(query)
    },
    ShelfCommand(
      "shelf-order", ["S"],
      "Next order: \(LibraryQuery.Order.allCases.map(\.rawValue).joined(separator: ", "))"
    ) {
      state in
      var query = state.query
      query.order = following(query.order, of: state.kind.orders)
      return state.show(query)
    },
    ShelfCommand("shelf-by-tag", ["T"], "Only articles with a tag", in: [.library]) { state in
      state.prompt = .filterByTag(state.query.tag ?? "")
      return []
    },
    ShelfCommand("shelf-next-unread", ["n"], "Next unread article", in: [.feed]) { $0.selectUnread(from: 1) },
    ShelfCommand("shelf-previous-unread", ["p"], "Previous unread article", in: [.feed]) {
      $0.selectUnread(from: -1)
    },
    onEntry("shelf-read", ["N"], "Mark as read, or as unread", in: [.feed]) { entry, _ in
      [.setRead(entry.opened == nil, [entry.id])]
    },
    ShelfCommand("shelf-read-all", ["A"], "Mark all that are listed as read", in: [.feed]) { state in
      let unread = state.entries.filter { $0.opened == nil }.map(\.id)
      guard !unread.isEmpty else {
        state.say("everything here has been read")
        return []
      }
      return [.setRead(true, unread)]
    },
    onEntry("shelf-star", ["s"], "Star", in: [.library]) { entry, _ in
      [.setStarred(!entry.isStarred, entry.id)]
    },
    onEntry("shelf-tags", ["t"], "Tags", in: [.library]) { entry, state in
      state.prompt = .tags(entry.tags.joined(separator: " "))
      return []
    },
    onEntry("shelf-archive", ["a"], "Into the archive, or out of it", in: [.library]) { entry, _ in
      [.setArchived(!entry.isArchived, entry.id)]
    },
    onEntry("shelf-delete", ["D", "delete"], "Delete; what was deleted can be brought back", in: [.library]) {
      entry, state in
      state.deleted.append(entry.id)
      state.say("deleted: \(entry.title)" + state.hint(" brings it back", for: "shelf-undo"))
      return [.delete(entry.id)]
    },
    ShelfCommand("shelf-undo", ["U"], "Bring back what was deleted last", in: [.library]) { state in
      guard let last = state.deleted.popLast() else {
        state.say("nothing was deleted since the library was opened")
        return []
      }
      return [.restore(last)]
    },
    ShelfCommand("shelf-help", ["?", "f1"], "This list") { state in
      state.help = 0
      return []
    },
    ShelfCommand("shelf-redraw", ["ctrl-l"], "Draw the screen anew") { _ in [.redraw] },
    ShelfCommand("shelf-suspend", ["ctrl-z"], "Suspend") { _ in [.suspend] },
    ShelfCommand("shelf-quit", ["q"], "Close the list; quit at the top") { _ in [.quit] },
    ShelfCommand("shelf-interrupt", ["ctrl-c"], "Quit as interrupted") { _ in [.interrupt] },
  ]

  /// The commands of a kind of list.
  public static func all(in kind: ShelfKind) -> [ShelfCommand] {
    all.filter { $0.kinds.contains(kind) }
  }

  private static func onEntry(
    _ name: String, _ keys: [String], _ summary: String,
    in kinds: [ShelfKind] = ShelfKind.allCases,
    _ run: @escaping @Sendable (LibraryEntry, inout ShelfState) -> [ShelfEffect]
  ) -> ShelfCommand {
    ShelfCommand(name, keys, summary, in: kinds) { state in
      guard let entry = state.selectedEntry else {
        state.say("there is nothing here")
        return []
      }
      return run(entry, &state)
    }
  }

  private static func following<Value: Equatable>(_ value: Value, of all: [Value]) -> Value {
    let place = all.firstIndex(of: value) ?? -1
    return all[(place + 1) % all.count]
  }
}

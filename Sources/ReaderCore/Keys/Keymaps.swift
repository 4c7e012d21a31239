/// The keys of every place where keys can be bound.
public struct Keymaps: Sendable {
  /// The keys of the reader.
  public let reader: Keymap
  /// The keys of the lists, where a file says something about them.
  private let ownShelf: ShelfKeymap?

  /// Puts keymaps together.
  ///
  /// - Parameters:
  ///   - reader: The keys of the reader.
  ///   - shelf: The keys of the lists; the standard ones are made when they are first asked for, because reading has
  ///     no use for them.
  public init(reader: Keymap, shelf: ShelfKeymap? = nil) {
    self.reader = reader
    ownShelf = shelf
  }

  /// The keys of the lists.
  public var shelf: ShelfKeymap { ownShelf ?? .standard }
}

extension Keymap {
  /// The same keys without those of digits that open panes, so that every digit begins a count.
  public var withoutDigits: Keymap {
    Keymap(
      bindings.filter { !($0.keyText.count == 1 && $0.keyText.first?.isNumber == true) }.map {
        ($0.command, [$0.keyText])
      })
  }
}

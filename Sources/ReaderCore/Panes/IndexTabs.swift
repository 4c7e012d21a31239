import TerminalText

/// The names over the third column of what it can show: as many as fit, with the shown one among them.
public struct IndexTabs {
  /// A name.
  public struct Tab {
    /// What it stands for.
    public let kind: IndexKind
    /// The key that shows it, where there is one, and the name.
    public let label: String
    /// The first column, counted from the left edge of the pane, and the one behind the last.
    public let columns: Range<Int>
  }

  /// The names from the left.
  public let tabs: [Tab]

  /// Places the names.
  ///
  /// - Parameters:
  ///   - shown: What the column shows.
  ///   - width: The columns of the pane.
  public init(shown: IndexKind, width: Int) {
    let kinds = IndexKind.allCases
    let labels = kinds.enumerated().map { number, kind in
      number < 4 ? "\(number + 3) \(kind.title)" : kind.title
    }
    let position = kinds.firstIndex(of: shown) ?? 0
    var first = 0
    while first < position, labels[first...position].reduce(0, { $0 + ColumnWidth.of($1) + 2 }) > width {
      first += 1
    }
    var tabs: [Tab] = []
    var x = 1
    for number in first..<kinds.count {
      let end = x + ColumnWidth.of(labels[number])
      guard end <= width || number == position else { break }
      tabs.append(Tab(kind: kinds[number], label: labels[number], columns: x..<end))
      x = end + 2
    }
    self.tabs = tabs
  }
}

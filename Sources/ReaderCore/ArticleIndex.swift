import ArticleModel

/// The entries of the lists of quotes, figures, headings and quoted words, made when they are first asked for.
///
/// A reference type because it is a cache; what it answers depends only on the article. Owned by the main thread.
public final class ArticleIndex {
  /// A row of a list.
  public struct Entry: Hashable, Sendable {
    /// The words on the left.
    public var text: String
    /// The words on the right: a position, a unit, a hedge.
    public var detail: String
    /// What the row leads to; `nil` for the heading of a group.
    public var selection: ArticleSelection?
    /// How far the row is indented.
    public var indent: Int
  }

  private let article: Article
  private var made: [IndexKind: [Entry]] = [:]

  init(_ article: Article) { self.article = article }

  /// The entries of a list that contain `filter`, in any case.
  ///
  /// - Complexity: O(number of entries).
  public func entries(_ kind: IndexKind, filter: String = "") -> [Entry] {
    let all = entries(kind)
    guard !filter.isEmpty else { return all }
    let wanted = filter.lowercased()
    return all.filter { $0.selection != nil && ($0.text + " " + $0.detail).lowercased().contains(wanted) }
  }

  private func entries(_ kind: IndexKind) -> [Entry] {
    if let entries = made[kind] { return entries }
    let entries =
      switch kind {
      case .quotes: quotes()
      case .figures: figures()
      case .outline: outline()
      case .quotedWords: quotedWords()
      }
    made[kind] = entries
    return entries
  }

  private func quotes() -> [Entry] {
    var bySpeaker = Array(repeating: [Int](), count: article.speakers.count + 1)
    for (index, quote) in article.quotes.enumerated() {
      bySpeaker[quote.speaker ?? article.speakers.count].append(index)
    }
    var entries: [Entry] = []
    for (speaker, quotes) in bySpeaker.enumerated() where !quotes.isEmpty {
      let isKnown = speaker < article.speakers.count
      let name = isKnown ? article.speakers[speaker].name : "Unattributed"
      entries.append(Entry(text: name, detail: "\(quotes.count)", selection: nil, indent: 0))
      for index in quotes {
        entries.append(
          Entry(
            text: article.text(of: article.quotes[index]), detail: "", selection: .quote(index), indent: 2))
      }
    }
    return entries
  }

  private func figures() -> [Entry] {
    article.figures.enumerated().map { index, figure in
      Entry(
        text: article.body.string(figure.range), detail: figure.kind.label, selection: .figure(index),
        indent: 0)
    }
  }

  private func quotedWords() -> [Entry] {
    article.quotedWords.enumerated().map { index, words in
      Entry(
        text: article.body.string(words.range), detail: words.kind.rawValue, selection: .quotedWords(index),
        indent: 0)
    }
  }

  private func outline() -> [Entry] {
    article.body.blocks.enumerated().compactMap { index, block in
      guard case .heading(let level) = block.kind else { return nil }
      return Entry(
        text: article.body.string(block.range), detail: "", selection: .heading(index),
        indent: 2 * (level - 1))
    }
  }
}

extension Figure.Kind {
  /// The name on screen.
  public var label: String { self == .percentagePoint ? "points" : rawValue }
}

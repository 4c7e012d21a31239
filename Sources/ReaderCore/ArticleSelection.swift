import ArticleModel

/// What is selected in the article.
public enum ArticleSelection: Hashable, Sendable {
  /// A quote, by its index in the article.
  case quote(Int)
  /// A figure, by its index in the article.
  case figure(Int)
  /// A heading, by the index of its block.
  case heading(Int)
  /// A picture, by the index of its block.
  case picture(Int)
  /// A link, by the index of its inline.
  case link(Int)
  /// Quoted words that are no speech, by their index in the article.
  case quotedWords(Int)
  /// Other words of the body, that a comment refers to.
  case passage(TextRange)

  /// The stretches of the body that are selected.
  public func ranges(in article: Article) -> [TextRange] {
    switch self {
    case .quote(let index): article.quotes[index].parts.map(\.markedRange)
    case .figure(let index): [article.figures[index].range]
    case .heading(let block), .picture(let block): [article.body.blocks[block].range]
    case .link(let index): [article.body.inlines[index].range]
    case .quotedWords(let index): [article.quotedWords[index].range]
    case .passage(let range): [range]
    }
  }

  /// Whether the article has what is selected; a reload may have taken it away.
  func isValid(in article: Article) -> Bool {
    switch self {
    case .quote(let index): article.quotes.indices.contains(index)
    case .figure(let index): article.figures.indices.contains(index)
    case .heading(let block), .picture(let block): article.body.blocks.indices.contains(block)
    case .link(let index): article.body.inlines.indices.contains(index)
    case .quotedWords(let index): article.quotedWords.indices.contains(index)
    case .passage(let range): Int(range.upper) <= article.body.utf8.count
    }
  }
}

/// The things in an article that keys jump between.
public enum ArticleStop: Hashable, Sendable {
  case quote, figure, heading, picture, link
  /// Quotes by the speaker of the selected one.
  case sameSpeaker

  /// The name on screen, in the plural.
  public var plural: String {
    switch self {
    case .quote: "quotes"
    case .figure: "figures"
    case .heading: "headings"
    case .picture: "pictures"
    case .link: "links"
    case .sameSpeaker: "quotes by this speaker"
    }
  }

  /// The next (or previous) stop from a place.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - offset: The place, in bytes of the body; the stop at the place itself does not count.
  ///   - backward: Whether to look towards the beginning.
  ///   - speaker: The speaker for `sameSpeaker`.
  /// - Returns: The stop, or `nil` when there is none in that direction.
  /// - Complexity: O(log n) for quotes and figures, O(n) in blocks, inlines or quotes for the others.
  public func next(
    in article: Article, from offset: Int, backward: Bool, speaker: Int? = nil
  ) -> ArticleSelection? {
    switch self {
    case .quote:
      return Self.step(article.quotes, from: offset, backward: backward) {
        Int($0.parts[0].markedRange.lower)
      }
      .map(ArticleSelection.quote)
    case .sameSpeaker:
      let own = article.quotes.indices.filter { article.quotes[$0].speaker == speaker }
      return Self.step(own, from: offset, backward: backward) {
        Int(article.quotes[$0].parts[0].markedRange.lower)
      }
      .map { .quote(own[$0]) }
    case .figure:
      return Self.step(article.figures, from: offset, backward: backward) { Int($0.range.lower) }
        .map(ArticleSelection.figure)
    case .heading:
      return Self.block(in: article, from: offset, backward: backward) {
        if case .heading = $0 { true } else { false }
      }
      .map(ArticleSelection.heading)
    case .picture:
      return Self.block(in: article, from: offset, backward: backward) {
        if case .picture = $0 { true } else { false }
      }
      .map(ArticleSelection.picture)
    case .link:
      let links = article.body.inlines.indices.filter {
        if case .link = article.body.inlines[$0].kind { true } else { false }
      }
      return Self.step(links, from: offset, backward: backward) { Int(article.body.inlines[$0].range.lower) }
        .map { .link(links[$0]) }
    }
  }

  private static func block(
    in article: Article, from offset: Int, backward: Bool, where isStop: (Block.Kind) -> Bool
  ) -> Int? {
    let blocks = article.body.blocks.indices.filter { isStop(article.body.blocks[$0].kind) }
    return step(blocks, from: offset, backward: backward) { Int(article.body.blocks[$0].range.lower) }
      .map { blocks[$0] }
  }

  private static func step<Stop>(
    _ stops: [Stop], from offset: Int, backward: Bool, place: (Stop) -> Int
  ) -> Int? {
    if backward {
      let index = stops.partitioningIndex { place($0) >= offset } - 1
      return index >= 0 ? index : nil
    }
    let index = stops.partitioningIndex { place($0) > offset }
    return index < stops.count ? index : nil
  }
}

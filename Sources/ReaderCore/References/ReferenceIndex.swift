import ArticleModel

/// The references of a thread, ready to be asked from both sides: what a comment refers to, and which comments refer to
/// a place of the article.
///
/// Made in the background and never changed; flat arrays, found by binary search.
public final class ReferenceIndex: Sendable {
  /// A stretch of the article that a reference leads to.
  private struct Place {
    var range: TextRange
    /// The index of the reference.
    var reference: Int
  }

  /// The references, by comment and then by place.
  public let references: [ArticleReference]
  /// What comments quote that neither the article nor another comment has.
  let unmatched: UnmatchedQuotations
  /// The first reference of each comment, and one entry more.
  private let firstReferences: [Int32]
  /// Where references lead in the article, by the beginning.
  private let places: [Place]
  /// The furthest end of the places so far.
  private let furthestEnds: [Int32]
  /// The references that lead to each comment's words, by the comment.
  private let citing: [(comment: Int, reference: Int)]

  /// No references.
  public static let none = ReferenceIndex([], unmatched: [], of: nil)

  /// Indexes references.
  ///
  /// - Parameters:
  ///   - references: The references, by comment.
  ///   - unmatched: The quotations without a source.
  ///   - article: The article with the quotes and figures that they lead to, and its thread.
  /// - Complexity: O(n log n + length of the quotations without a source).
  public init(_ references: [ArticleReference], unmatched: [UnmatchedQuotation], of article: Article?) {
    let comments = article?.thread?.count ?? 0
    let known = references.filter { (0..<comments).contains($0.comment) }
    self.references = known
    self.unmatched = UnmatchedQuotations(unmatched, of: article?.thread)
    var firsts: [Int32] = []
    firsts.reserveCapacity(comments + 1)
    var position = 0
    for comment in 0..<comments {
      while position < known.count, known[position].comment < comment { position += 1 }
      firsts.append(Int32(position))
    }
    firsts.append(Int32(known.count))
    firstReferences = firsts
    var places: [Place] = []
    var citing: [(comment: Int, reference: Int)] = []
    for (index, reference) in known.enumerated() {
      if case .comment(let other, _) = reference.target { citing.append((other, index)) }
      for range in article.map({ Self.ranges(of: reference.target, in: $0) }) ?? [] {
        places.append(Place(range: range, reference: index))
      }
    }
    places.sort { ($0.range.lower, $0.reference) < ($1.range.lower, $1.reference) }
    citing.sort { ($0.comment, $0.reference) < ($1.comment, $1.reference) }
    var furthest: Int32 = 0
    furthestEnds = places.map {
      furthest = max(furthest, $0.range.upper)
      return furthest
    }
    self.places = places
    self.citing = citing
  }

  /// The stretches of an article that a target is.
  private static func ranges(of target: ArticleReference.Target, in article: Article) -> [TextRange] {
    switch target {
    case .quote(let index):
      article.quotes.indices.contains(index) ? article.quotes[index].parts.map(\.markedRange) : []
    case .figure(let index): article.figures.indices.contains(index) ? [article.figures[index].range] : []
    case .passage(let range): Int(range.upper) <= article.body.utf8.count ? [range] : []
    case .comment: []
    }
  }

  /// The number of comments of the thread.
  public var commentCount: Int { max(0, firstReferences.count - 1) }

  /// Whether there is nothing at all.
  public var isEmpty: Bool { references.isEmpty && unmatched.all.isEmpty }

  /// The references of a comment.
  public func references(of comment: Int) -> ArraySlice<ArticleReference> {
    guard comment >= 0, comment + 1 < firstReferences.count else { return [] }
    return references[Int(firstReferences[comment])..<Int(firstReferences[comment + 1])]
  }

  /// The next comment after (or before) another one that refers to anything, or `nil`.
  ///
  /// - Complexity: O(log n).
  public func nextComment(after comment: Int, backward: Bool = false) -> Int? {
    if backward {
      let index = references.partitioningIndex { $0.comment >= comment } - 1
      return index >= 0 ? references[index].comment : nil
    }
    let index = references.partitioningIndex { $0.comment > comment }
    return index < references.count ? references[index].comment : nil
  }

  /// How many comments refer to something that begins in a stretch of the article.
  ///
  /// - Complexity: O(log n + references that begin there).
  public func commentCount(beginningIn range: TextRange) -> Int {
    let first = places.partitioningIndex { $0.range.lower >= range.lower }
    let last = places.partitioningIndex { $0.range.lower >= range.upper }
    guard first < last else { return 0 }
    if last - first == 1 { return 1 }
    return Set(places[first..<last].map { references[$0.reference].comment }).count
  }

  /// The stretches of the article on a line that are neither quote nor figure and that comments refer to.
  ///
  /// - Complexity: O(log n + places between the first and last of them).
  public func passages(in range: TextRange) -> [TextRange] {
    places(overlapping: range).compactMap { place in
      if case .passage = references[place.reference].target { place.range } else { nil }
    }
  }

  /// The references to anything that shares words with one of some stretches of the article, in the thread's order.
  ///
  /// - Complexity: O(log n + places near them).
  public func references(to ranges: [TextRange]) -> [ArticleReference] {
    let found = Set(ranges.flatMap { places(overlapping: $0).map(\.reference) })
    return found.sorted().map { references[$0] }
  }

  /// The references to the words of a comment.
  public func references(toComment comment: Int) -> [ArticleReference] {
    let first = citing.partitioningIndex { $0.comment >= comment }
    let last = citing.partitioningIndex { $0.comment > comment }
    return citing[first..<last].map { references[$0.reference] }
  }

  /// The references that dispute a figure.
  public func disputes(ofFigure figure: Int, in article: Article) -> [ArticleReference] {
    guard article.figures.indices.contains(figure) else { return [] }
    return references(to: [article.figures[figure].range]).filter {
      $0.kind == .disputes && $0.target == .figure(figure)
    }
  }

  private func places(overlapping range: TextRange) -> [Place] {
    let first = furthestEnds.partitioningIndex { $0 > range.lower }
    let last = places.partitioningIndex { $0.range.lower >= range.upper }
    guard first < last else { return [] }
    return places[first..<last].filter { $0.range.overlaps(range) }
  }
}

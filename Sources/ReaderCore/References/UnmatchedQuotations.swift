import ArticleModel

/// Quotations from nowhere, ready to be filtered: their words as one text, and beside each who quotes it.
///
/// What is typed over a list of 100,000 of them is looked for in five megabytes from one end to the other; neither
/// comments nor their bodies are visited.
struct UnmatchedQuotations: Sendable {
  /// The quotations, in the thread's order.
  let all: [UnmatchedQuotation]
  /// The words of each.
  private let words: TextList
  /// The author of each one's comment, by the thread's number of the name; -1 where the source names none.
  private let authors: [Int32]

  /// Takes in the quotations that stand in comments of a thread.
  ///
  /// - Complexity: O(length of the quotations) in decoded bodies, else O(length of the bodies that they stand in).
  init(_ quotations: [UnmatchedQuotation], of thread: CommentThread?) {
    guard let thread else {
      (all, words, authors) = ([], TextList(), [])
      return
    }
    all = quotations.filter { thread.comments.indices.contains($0.comment) }
    authors = all.map { thread.comments[$0.comment].author ?? -1 }
    words = Self.words(of: all, in: thread)
  }

  private static func words(of quotations: [UnmatchedQuotation], in thread: CommentThread) -> TextList {
    var words = TextList()
    var row = 0
    while row < quotations.count {
      let comment = quotations[row].comment
      // A body that must be decoded is decoded once.
      thread.withBody(of: comment) { utf8 in
        while row < quotations.count, quotations[row].comment == comment {
          let range = quotations[row].range.indices.clamped(to: utf8.indices)
          words.append(UnsafeBufferPointer(rebasing: utf8[range]))
          row += 1
        }
      }
    }
    return words
  }

  /// Tells for each quotation whether some words are in it or in the name of who quotes it.
  ///
  /// - Parameters:
  ///   - search: The words.
  ///   - names: The names of the thread's authors.
  /// - Returns: A value for each quotation.
  /// - Complexity: O(length of the quotations and the names).
  func isFound(_ search: TextSearch, authors names: TextList) -> [Bool] {
    var isFound = search.isFound(inEach: words)
    let isNamed = search.isFound(inEach: names)
    let isAnonymousFound = search.isFound(in: "anonymous")
    for (row, author) in authors.enumerated() {
      let isAuthorFound = author < 0 ? isAnonymousFound : Int(author) < isNamed.count && isNamed[Int(author)]
      isFound[row] = isFound[row] || isAuthorFound
    }
    return isFound
  }
}

import ArticleModel

/// Which comments are shown: words, `@author`, `has:ref`, `is:new`, `is:op`, `score:>5`.
///
/// Terms stand beside one another and must all hold; `-` in front turns one round; quotation marks keep words together.
/// Words are found as a search finds them, with smart case.
public struct ThreadFilter: Hashable, Sendable {
  /// What a comment must be or have.
  enum Condition: Hashable, Sendable {
    case words(TextSearch)
    case author(String)
    case refers
    case new
    case flag(Comment.Flags)
    case score(Comparison, Int32)
    case replies(Comparison, Int32)
  }

  /// How a number is compared.
  enum Comparison: Hashable, Sendable {
    case less, atMost, equal, atLeast, greater

    func holds(_ value: Int32, _ limit: Int32) -> Bool {
      switch self {
      case .less: value < limit
      case .atMost: value <= limit
      case .equal: value == limit
      case .atLeast: value >= limit
      case .greater: value > limit
      }
    }
  }

  /// A condition, or that it does not hold.
  struct Term: Hashable, Sendable {
    var condition: Condition
    var isNegated: Bool
  }

  /// Why a filter cannot be read.
  public struct Problem: Error, Equatable {
    /// What is wrong, for the user.
    public let message: String
  }

  /// The filter as it was typed.
  public let text: String
  let terms: [Term]

  /// Reads a filter; `nil` for one without terms.
  public init?(_ text: String) throws(Problem) {
    self.text = text
    var terms: [Term] = []
    for (word, isQuoted) in Self.words(of: text) {
      let isNegated = !isQuoted && word.hasPrefix("-") && word.count > 1
      let term = isNegated ? String(word.dropFirst()) : word
      let condition = isQuoted ? nil : try Self.condition(term)
      if let condition = condition ?? TextSearch(term).map(Condition.words) {
        terms.append(Term(condition: condition, isNegated: isNegated))
      }
    }
    guard !terms.isEmpty else { return nil }
    self.terms = terms
  }

  private static func words(of text: String) -> [(word: String, isQuoted: Bool)] {
    var result: [(String, Bool)] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        result.append((String(part), true))
      } else {
        result += part.split(separator: " ").map { (String($0), false) }
      }
    }
    return result
  }

  private static func condition(_ term: String) throws(Problem) -> Condition? {
    if term.hasPrefix("@") { return term.count > 1 ? .author(term.dropFirst().lowercased()) : nil }
    guard let colon = term.firstIndex(of: ":") else { return nil }
    let value = String(term[term.index(after: colon)...])
    switch term[..<colon] {
    case "is":
      switch value {
      case "new": return .new
      case "op": return .flag(.originalPoster)
      case "mod", "moderator": return .flag(.moderator)
      case "deleted": return .flag([.deleted, .removed])
      case "edited": return .flag(.edited)
      case "recommended": return .flag(.highlighted)
      default: throw Problem(message: "is: knows new, op, mod, edited, deleted, recommended; not \(value)")
      }
    case "has":
      switch value {
      case "ref", "reference": return .refers
      case "replies": return .replies(.greater, 0)
      default: throw Problem(message: "has: knows ref and replies; not \(value)")
      }
    case "score": return try number(value, of: "score").map { .score($0, $1) }
    case "replies": return try number(value, of: "replies").map { .replies($0, $1) }
    default: return nil
    }
  }

  private static func number(_ value: String, of name: String) throws(Problem) -> (Comparison, Int32)? {
    let signs: [(String, Comparison)] = [
      (">=", .atLeast), ("<=", .atMost), (">", .greater), ("<", .less), ("=", .equal), ("", .equal),
    ]
    for (sign, comparison) in signs where value.hasPrefix(sign) {
      if let limit = Int32(value.dropFirst(sign.count)) { return (comparison, limit) }
    }
    throw Problem(message: "\(name): needs a number, as in \(name):>5")
  }
}

extension ThreadFilter {
  /// The comments that all terms hold for.
  ///
  /// - Complexity: O(comments + length of the bodies of those that everything but the words holds for).
  func matches(in thread: CommentThread, facts: ThreadFacts) -> CommentSet {
    var result = CommentSet(count: thread.count)
    var referring = CommentSet(count: thread.count)
    for (comment, _) in facts.references { referring[comment] = true }
    let authors = terms.map { term -> [Bool] in
      guard case .author(let name) = term.condition else { return [] }
      return thread.authors.map { $0.lowercased().contains(name) }
    }
    // Words are the dearest: they come last.
    let order = terms.indices.filter { !terms[$0].isWords } + terms.indices.filter { terms[$0].isWords }
    for index in 0..<thread.count {
      let comment = thread.comments[index]
      guard comment.isComment else { continue }
      let holds = order.allSatisfy { place in
        let term = terms[place]
        let isTrue =
          switch term.condition {
          case .words(let search):
            thread.withBody(of: index) { search.first(in: $0, from: 0, to: $0.count) != nil }
          case .author: comment.author.map { authors[place][Int($0)] } ?? false
          case .refers: referring[index]
          case .new: facts.new?[index] ?? false
          case .flag(let flags): !comment.flags.isDisjoint(with: flags)
          case .score(let comparison, let limit): comment.score.map { comparison.holds($0, limit) } ?? false
          case .replies(let comparison, let limit):
            comparison.holds(thread.subtreeCounts[index] - 1, limit)
          }
        return isTrue != term.isNegated
      }
      if holds { result[index] = true }
    }
    return result
  }
}

extension ThreadFilter.Term {
  fileprivate var isWords: Bool {
    if case .words = condition { true } else { false }
  }
}

extension CommentThread {
  /// Calls `read` with the words of a comment, without copying them where all bodies are one text.
  func withBody<Result>(of index: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard case .decoded(let text, let firstBlocks) = bodies else {
      return body(of: index).utf8.withUnsafeBufferPointer(read)
    }
    guard index + 1 < firstBlocks.count, firstBlocks[index] < firstBlocks[index + 1] else {
      return read(UnsafeBufferPointer(start: nil, count: 0))
    }
    let lower = Int(text.blocks[Int(firstBlocks[index])].range.lower)
    let upper = Int(text.blocks[Int(firstBlocks[index + 1]) - 1].range.upper)
    return text.utf8.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[lower..<upper])) }
  }
}

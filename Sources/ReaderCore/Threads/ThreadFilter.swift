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
  /// The comments that all terms hold for; an index of their words is used if there is one.
  ///
  /// - Complexity: O(comments + length of the bodies of those that everything but the words holds for).
  func matches(in thread: CommentThread, facts: ThreadFacts, index: WordIndex? = nil) -> CommentSet {
    var result = CommentSet(thread)
    // Words are the dearest: they come last, and are looked for in what is left.
    for term in terms where !term.isWords {
      result.keep(comments(with: term.condition, in: thread, facts), negated: term.isNegated)
    }
    for term in terms {
      guard case .words(let search) = term.condition else { continue }
      result.keep(
        BodySearch(search, in: thread, index: index).comments(of: result), negated: term.isNegated)
    }
    return result
  }

  /// The comments that a condition holds for which is not about their words.
  private func comments(with condition: Condition, in thread: CommentThread, _ facts: ThreadFacts)
    -> CommentSet
  {
    switch condition {
    case .words: return CommentSet(count: thread.count)
    case .author(let name):
      return CommentSet(thread, by: Self.isNamed(name, inEach: thread.authors))
    case .refers:
      var result = CommentSet(count: thread.count)
      for (comment, _) in facts.references.all { result[comment] = true }
      return result
    case .new:
      return facts.new ?? CommentSet(count: thread.count)
    case .flag(let flags):
      return CommentSet(thread) { comment in !comment.flags.isDisjoint(with: flags) }
    case .score(let comparison, let limit):
      return CommentSet(thread) { comment in comment.score.map { comparison.holds($0, limit) } ?? false }
    case .replies(let comparison, let limit):
      var result = CommentSet(count: thread.count)
      for (index, count) in thread.shape.subtreeCounts.enumerated() where comparison.holds(count - 1, limit) {
        result[index] = true
      }
      return result
    }
  }

  /// For each of some names whether it has some words, which are small letters, in either case.
  private static func isNamed(_ words: String, inEach names: TextList) -> [Bool] {
    guard let search = TextSearch(words) else { return [Bool](repeating: false, count: names.count) }
    // The search knows both cases of the letters A to Z; other capitals are made small first, for words of ASCII the
    // two that have small letters there: K (the Kelvin sign, E2 84 AA) and İ (C4 B0).
    var isNamed = search.isFound(inEach: names)
    let isASCII = words.utf8.allSatisfy { $0 < 0x80 }
    for index in names.indicesBeyondASCII where !isNamed[index] {
      let bytes = names.utf8[names.range(of: index)]
      if isASCII, !bytes.contains(where: { $0 == 0xE2 || $0 == 0xC4 }) { continue }
      isNamed[index] = search.isFound(in: names[index].lowercased())
    }
    return isNamed
  }
}

extension ThreadFilter.Term {
  fileprivate var isWords: Bool {
    if case .words = condition { true } else { false }
  }
}

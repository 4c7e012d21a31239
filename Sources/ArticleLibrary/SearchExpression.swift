/// What the user types into a search, as an expression of SQLite's full-text search.
///
/// Words must all occur; the last one, from four letters on, may be the beginning of a word. Words in quotation marks are a phrase, a minus
/// excludes, and `title:`, `by:`, `in:`, `speaker:`, `quote:` and `comment:` look in one place only. Nothing that is
/// typed is ever a syntax error.
struct SearchExpression {
  /// The expression; `nil` when nothing was typed that could be searched for.
  let expression: String?
  /// The same with the last word whole; equal where that is whole anyway.
  let wholeWords: String?

  /// The beginnings of words are searched for from so many letters on; shorter ones begin half the words there are.
  private static let shortestBeginning = 4

  private static let columns = [
    "title": "title", "by": "byline", "in": "article", "speaker": "speakers", "quote": "quotes",
    "comment": "comments",
  ]

  init(_ text: String) {
    expression = Self.expression(text, completes: true)
    wholeWords = Self.expression(text, completes: false)
  }

  private static func expression(_ text: String, completes: Bool) -> String? {
    var wanted: [String] = []
    var unwanted: [String] = []
    for (piece, isLast) in pieces(of: text) {
      var words = piece[...]
      var isUnwanted = false
      var column: String?
      if words.hasPrefix("-") {
        isUnwanted = true
        words = words.dropFirst()
      }
      if let colon = words.firstIndex(of: ":"), let name = columns[words[..<colon].lowercased()] {
        column = name
        words = words[words.index(after: colon)...]
      }
      let isPhrase = words.hasPrefix("\"")
      let plain = words.filter { $0 != "\"" }
      guard
        plain.unicodeScalars.contains(where: {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        })
      else { continue }
      var term = "\"\(plain)\""
      if completes, isLast, !isPhrase, !isUnwanted, plain.unicodeScalars.count >= shortestBeginning {
        term += " *"
      }
      if let column { term = "{\(column)} : \(term)" }
      if isUnwanted { unwanted.append(term) } else { wanted.append("(\(term))") }
    }
    guard !wanted.isEmpty else { return nil }
    var result = wanted.joined(separator: " AND ")
    for term in unwanted { result = "(\(result)) NOT (\(term))" }
    return result
  }

  /// The words, those between quotation marks together; the last one is still being typed unless a space follows.
  private static func pieces(of text: String) -> [(String, isLast: Bool)] {
    var pieces: [String] = []
    var current = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == "\0" { continue }
      if scalar.properties.isWhitespace, !isQuoted {
        if !current.isEmpty { pieces.append(current) }
        current = ""
      } else {
        current.unicodeScalars.append(scalar)
      }
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces.enumerated().map { ($1, $0 == pieces.count - 1 && !current.isEmpty) }
  }
}

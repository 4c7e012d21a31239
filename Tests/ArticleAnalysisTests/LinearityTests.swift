import ArticleModel
import Testing

@testable import ArticleAnalysis

/// Work is counted in marks and tokens, never in seconds; a rule that looked at everything around every token would
/// still show, because the suite would no longer come to an end.
@Suite struct LinearityTests {
  /// Texts that invite quadratic rules: many openings, many quotes, long phrases and long chains in one block.
  static let hostile: [(name: String, piece: String)] = [
    ("opening marks", "“a "), ("closing marks", "a” "), ("single marks", "'a "),
    ("apostrophes of plurals", "s' a "),
    ("quotes of one sentence", "“a b c d e f g,” "),
    ("quotes with a speaker each", "“It held,” Ruth Calder said. "),
    ("verbs of one sentence", "he said and "), ("commas", "a, "), ("dashes", "— a "),
    ("names", "Ruth Calder "),
    ("capitals", "Abc-Def "), ("numbers", "12 "), ("a chain of digits", "12-"), ("a chain of points", "1."),
    ("a chain of commas", "1,"), ("number words", "twenty hundred and "), ("magnitudes", "thousand "),
    ("ranges", "1 to "),
    ("hedges", "more than "), ("units", "5 miles per hour a "), ("addresses", "http://a.b/"),
    ("vague numbers", "tens of "),
    ("one long word", "a"), ("surnames", "Mr. Marsh and "), ("roles", "the minister of the "),
    ("verbs without subject", "said, "), ("words before quotes", "a “x” "),
    ("quotes and participles", "“a b” saying "), ("according to somebody", "“a b” according to a "),
    ("relative clauses", "a man, who said, "), ("appositions", "Ruth Calder, a farmer, "),
    ("passive verbs", "was told by a "), ("quoted as saying", "a was quoted as saying “b” "),
    ("names and colons", "“a b.” Calder: "), ("credits", "“a b” — Ruth Calder, "),
  ]

  @Test("A block of 60,000 bytes of one hostile piece is analysed", arguments: hostile.indices)
  func hostileBlocks(_ index: Int) {
    let piece = Self.hostile[index].piece
    let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
    let article = analyzed(text)
    #expect(article.quotes.count + article.figures.count <= text.utf8.count)
  }

  @Test("Twice the text has twice the tokens and, where the pieces are independent, twice the marks")
  func doubling() {
    let paragraph = "“More than 40 boats sank,” Ruth Calder said. “Only 3 came back.”\n"
    let once = analyzed(String(repeating: paragraph, count: 200))
    let twice = analyzed(String(repeating: paragraph, count: 400))
    #expect(once.quotes.count == 200 && twice.quotes.count == 400)
    #expect(once.figures.count == 400 && twice.figures.count == 800)
    #expect(twice.speakers.count == 1)
    let tokens = TokenizedText(once.body, language: .english).tokens.count
    #expect(TokenizedText(twice.body, language: .english).tokens.count == 2 * tokens)
  }
}

import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct QuotedWordsTests {
  @Test(
    "Titles of works and words at a distance are quoted words",
    arguments: [
      ("She spoke about the film “The Long Harbour” at length.", "title The Long Harbour"),
      ("Ruth Calder hosts the show “State of Play” on Fridays.", "title State of Play"),
      ("The so-called “bridge tax” was dropped.", "term bridge tax"),
      ("They watched “Low Water” twice.", "title Low Water"),
      ("Her novel, “Low Water,” won a prize.", "title Low Water,"),
      ("Its author is known as “Slim” among friends.", "term Slim"),
      ("Otto “Slim” Marsh built the dam.", "term Slim"),
      ("The self-described “bridge king” left.", "term bridge king"),
      ("They keep the “bridge tax” for now.", "term bridge tax"),
      ("The “status quo” will stay.", "term status quo"),
      ("Otto Marsh bought a “super yacht” in May.", "term super yacht"),
      ("Ruth Calder wore the “Save The Dam” hat.", "title Save The Dam"),
      ("‘A healthy river’", "term A healthy river"),
    ])
  func quotedWords(_ text: String, _ want: String) {
    let article = analyzed(text)
    #expect(article.quotes.isEmpty)
    #expect(article.quotedWords.map { "\($0.kind.rawValue) \(article.body.string($0.range))" } == [want])
  }

  @Test(
    "Short words are speech where something shows it",
    arguments: [
      "Ruth Calder called it “a disgrace.”", "Ruth Calder kept her promise of “free water.”",
      "Ruth Calder sold the plan as “a fresh start.”", "Ruth Calder did not stop at “Enough!”",
      "Ruth Calder plans to “rebuild the dam.”", "“No.” Ruth Calder left.",
      "Ruth Calder liked the slogan “save the dam.”",
    ])
  func speech(_ text: String) {
    let article = analyzed(text)
    #expect(article.quotes.count == 1 && article.quotedWords.isEmpty)
  }
}

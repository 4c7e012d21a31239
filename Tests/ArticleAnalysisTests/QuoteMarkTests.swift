import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct QuoteMarkTests {
  static let marksRows = [
    QuoteCase(
      "straight marks", #""The dam held," Ruth Calder said."#, "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "curly marks", "“The dam held,” Ruth Calder said.", "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "two apostrophes", "''The dam held,'' Ruth Calder said.", "Ruth Calder <Ruth Calder|said> The dam held,"
    ),
    QuoteCase(
      "back-ticks and apostrophes", "``The dam held,'' Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "low and high marks", "„The dam held“, said Ruth Calder.", "Ruth Calder <Ruth Calder|said> The dam held"
    ),
    QuoteCase(
      "low and right marks", "„The dam held”, said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "two right marks", "”The dam held”, said Ruth Calder.", "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "guillemets", "«The dam held», said Ruth Calder.", "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "guillemets with spaces", "« The dam held », said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "guillemets turned inwards", "»The dam held«, said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "corner brackets", "「The dam held」 said Ruth Calder.", "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "single guillemets", "‹The dam held›, said Ruth Calder.", "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "single straight marks", "'The dam held,' Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "single curly marks", "‘The dam held,’ Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "an apostrophe inside single marks", "'It's the drivers' turn,' Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> It's the drivers' turn,"),
    QuoteCase(
      "curly apostrophes inside single curly marks", "‘It’s the drivers’ turn,’ Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> It’s the drivers’ turn,"),
    QuoteCase("apostrophes alone", "The drivers' dogs' bowls weren't Calder's."),
    QuoteCase(
      "single marks inside double ones", "“He said, ‘Go,’ and we went,” Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> He said, ‘Go,’ and we went,"),
    QuoteCase(
      "double marks inside single ones", "‘He said “go” and we went,’ Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> He said “go” and we went,"),
    QuoteCase(
      "a nested run of marks at the end", "“Someone shouted ‘Go!’” Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> Someone shouted ‘Go!’"),
    QuoteCase(
      "a close that is an open", "“The dam held,“ Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "an open that is a close", "”The dam held,” Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "mixed straight and curly", "\"The dam held,” Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "a missing close ends with the paragraph", "Ruth Calder said: “The dam held.\nNobody slept.",
      "Ruth Calder <Ruth Calder|said> The dam held."),
    QuoteCase(
      "a missing close ends where the next mark opens",
      "“The dam held, Ruth Calder said. “Nobody slept at all that night,” she added.",
      "nobody <-|-> The dam held, Ruth Calder said.", "nobody <she|added> Nobody slept at all that night,"),
    QuoteCase(
      "re-opened marks make one quote", "Ruth Calder said: “It rained all day.\n“It rained all night.”",
      "Ruth Calder <Ruth Calder|said> It rained all day. ¦ It rained all night."),
    QuoteCase(
      "re-opened marks with the cue at the end",
      "“It rained all day.\n“It rained all night,” Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> It rained all day. ¦ It rained all night,"),
    QuoteCase("inches are no marks", "The plank is 6\" wide and the beam is 12\" wide."),
    QuoteCase("a decade is no quote", "In the '90s and the '80s the dam held."),
    QuoteCase("empty marks are no quote", "She wrote \"\" and ' ' on the wall."),
    QuoteCase(
      "an ellipsis and an insertion stay inside", "“[She] never … came to us,” Otto Marsh said.",
      "Otto Marsh <Otto Marsh|said> [She] never … came to us,"),
    QuoteCase(
      "white corner brackets", "『The dam held』 said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "inward single guillemets", "›The dam held‹, said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "guillemets with narrow spaces", "« The dam held », said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "a low single mark and a high one", "‚The dam held‘, said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> The dam held"),
    QuoteCase(
      "a low and a high mark over two quotes", "„It held“, said Ruth Calder. „Nobody slept.“",
      "Ruth Calder <Ruth Calder|said> It held ¦ Nobody slept."),
    QuoteCase(
      "nested marks of every family", "„He said ‚Go‘ and «went»“, said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> He said ‚Go‘ and «went»"),
    QuoteCase(
      "guillemets inside guillemets of one sign", "«He said ‹Go› and went», said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> He said ‹Go› and went"),
    QuoteCase(
      "a bracket behind a single mark", "‘(He) held it,’ Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> (He) held it,"),
    QuoteCase(
      "a capital plural before an apostrophe", "'The NGOs' work is done,' Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> The NGOs' work is done,"),
    QuoteCase(
      "an elision is no mark", "'It was 'em or us,' Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> It was 'em or us,"),
    QuoteCase(
      "a single mark that is turned the wrong way", "‘The dam held,‘ Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "a mark inside a word is none", "The Review“s tests held. “The dam held,” Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> The dam held,"),
    QuoteCase(
      "single marks that are opened anew", "Ruth Calder said: ‘It rained all day.\n‘It rained all night.’",
      "Ruth Calder <Ruth Calder|said> It rained all day. ¦ It rained all night."),
    QuoteCase(
      "three paragraphs, each opened anew", "“It rained.\n“It snowed.\n“It held,” Ruth Calder said.",
      "Ruth Calder <Ruth Calder|said> It rained. ¦ It snowed. ¦ It held,"),
    QuoteCase(
      "a missing opening mark", "The dam held,” Ruth Calder said. “Nobody slept at all,” she added.",
      "Ruth Calder <she|added> Nobody slept at all,"),
    QuoteCase(
      "doubled marks", "““The dam held,”” Ruth Calder said.", "Ruth Calder <Ruth Calder|said> The dam held,"),
  ]

  @Test("Every style of marks delimits a quote", arguments: marksRows)
  func marks(_ row: QuoteCase) { #expect(quoteLines(analyzed(row.text)) == row.quotes) }
}

import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct QuoteTests {
  static let attributionRows = [
    QuoteCase("the speaker after", "“It held,” Ruth Calder said.", "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase(
      "the verb first", "“It held,” said Ruth Calder, a surveyor.", "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase(
      "a question", "“Did it hold?” Ruth Calder asked.", "Ruth Calder <Ruth Calder|asked> Did it hold?"),
    QuoteCase(
      "an adverb before the verb", "“It held,” Ruth Calder later added.",
      "Ruth Calder <Ruth Calder|added> It held,"),
    QuoteCase(
      "a listener", "“It held,” Ruth Calder told Otto Marsh.", "Ruth Calder <Ruth Calder|told> It held,"),
    QuoteCase(
      "the speaker before, comma", "Ruth Calder replied, “It held.”",
      "Ruth Calder <Ruth Calder|replied> It held."),
    QuoteCase(
      "the speaker before, colon", "Ruth Calder said: “It held.”", "Ruth Calder <Ruth Calder|said> It held."),
    QuoteCase(
      "a colon without a verb", "Ruth Calder on the dam: “It held all night.”",
      "Ruth Calder <Ruth Calder|-> It held all night."),
    QuoteCase(
      "according to, after", "“It held all night,” according to Ruth Calder.",
      "Ruth Calder <Ruth Calder|according to> It held all night,"),
    QuoteCase(
      "according to, before", "According to Ruth Calder, “it held all night.”",
      "Ruth Calder <Ruth Calder|According to> it held all night."),
    QuoteCase(
      "a dash credit", "“It held all night.” — Ruth Calder", "Ruth Calder <Ruth Calder|-> It held all night."),
    QuoteCase(
      "a continuation", "“It held,” Ruth Calder said. “Nobody slept.”",
      "Ruth Calder <Ruth Calder|said> It held, ¦ Nobody slept."),
    QuoteCase(
      "a split sentence", "“The dam,” Ruth Calder said, “held all night.”",
      "Ruth Calder <Ruth Calder|said> The dam, ¦ held all night."),
    QuoteCase(
      "a participle of the same speaker", "“It held,” Ruth Calder said, adding, “Nobody slept that night.”",
      "Ruth Calder <Ruth Calder|said> It held,", "Ruth Calder <Ruth Calder|adding> Nobody slept that night."),
    QuoteCase(
      "an apposition between subject and verb", "“It held,” Ruth Calder, 61, a surveyor, said.",
      "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase(
      "a party in brackets", "“It held,” Senator Ruth Calder (R-Ohio) said.",
      "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase(
      "the paragraph before", "Ruth Calder said it was late.\n“The dam held all night.”",
      "Ruth Calder <Ruth Calder|-> The dam held all night."),
    QuoteCase(
      "two speakers", "“Sell it all now,” Otto Marsh said. “Keep it all here,” Ruth Calder replied.",
      "Otto Marsh <Otto Marsh|said> Sell it all now,", "Ruth Calder <Ruth Calder|replied> Keep it all here,"),
    QuoteCase(
      "part of a sentence", "Ruth Calder said the dam was “a very near thing.”",
      "Ruth Calder <Ruth Calder|said> a very near thing."),
    QuoteCase(
      "naming somebody", "Ruth Calder called Otto Marsh “a tired old man.”",
      "Ruth Calder <Ruth Calder|called> a tired old man."),
    QuoteCase(
      "another's verb behind a semicolon",
      "Ruth Calder told us that “nobody slept that night”; the mayor laughed.",
      "Ruth Calder <Ruth Calder|told> nobody slept that night"),
    QuoteCase(
      "nobody", "“Nobody will ever talk about this again.”",
      "nobody <-|-> Nobody will ever talk about this again."),
    QuoteCase(
      "a passive verb tells the listener", "“We know nothing about it,” Otto Marsh was told.",
      "nobody <-|-> We know nothing about it,"),
    QuoteCase(
      "a document", "The report calls the dam “a danger to the town.”",
      "report <The report|calls> a danger to the town."),
    QuoteCase(
      "an office", "“We will look into it,” the Harbour Ministry said.",
      "Harbour Ministry <Harbour Ministry|said> We will look into it,"),
    QuoteCase(
      "a phrase without name", "“We were not asked,” the union's treasurer said.",
      "union's treasurer <the union's treasurer|said> We were not asked,"),
    QuoteCase(
      "a phrase with a preposition", "“We were not asked,” a spokesman for the harbour said.",
      "a spokesman for the harbour <a spokesman for the harbour|said> We were not asked,"),
    QuoteCase(
      "a name behind a phrase", "“We were not asked,” said the union's treasurer, Ann Bell.",
      "Ann Bell <Ann Bell|said> We were not asked,"),
    QuoteCase(
      "a subject with a phrase behind it", "“It held,” a spokesman for the harbour in Ohio said.",
      "a spokesman for the harbour in Ohio <a spokesman for the harbour in Ohio|said> It held,"),
    QuoteCase(
      "a place behind a name", "Ruth Calder of Ohio said “it held all night long.”",
      "Ruth Calder <Ruth Calder|said> it held all night long."),
    QuoteCase(
      "an opening before the speaker", "In 1991, in Ohio, Ruth Calder said: “It held.”",
      "Ruth Calder <Ruth Calder|said> It held."),
    QuoteCase(
      "a clause before the speaker", "When Otto Marsh left, Ruth Calder said: “It held.”",
      "Ruth Calder <Ruth Calder|said> It held."),
    QuoteCase(
      "a relative clause", "Ruth Calder, who built it, said: “It held.”",
      "Ruth Calder <Ruth Calder|said> It held."),
    QuoteCase("who says it", "They met Ruth Calder, who said: “It held.”", "Ruth Calder <who|said> It held."),
    QuoteCase(
      "two appositions", "Ruth Calder, the head of the harbour board, a public body, said: “It held.”",
      "Ruth Calder <Ruth Calder|said> It held."),
    QuoteCase(
      "an office with its holder", "“It held,” the mayor, Ruth Calder, said.",
      "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase(
      "the owner of a deputy", "“It held,” said Marsh's deputy, Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase(
      "a role between two names", "“It held,” said Marsh ally Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase(
      "a verb that no list has", "“It held,” Ruth Calder trumpeted on Monday.",
      "Ruth Calder <Ruth Calder|trumpeted> It held,"),
    QuoteCase(
      "a pronoun and a verb that no list has", "“It held,” they concluded.",
      "nobody <they|concluded> It held,"),
    QuoteCase("a document that reads", "“It held,” reads the report.", "report <the report|reads> It held,"),
    QuoteCase("a tweet", "Ruth Calder tweeted: “It held.”", "Ruth Calder <Ruth Calder|tweeted> It held."),
    QuoteCase("a crowd", "The crowd chanted, “Open the dam!”", "crowd <The crowd|chanted> Open the dam!"),
    QuoteCase(
      "an organisation with of", "“It held,” the Ministry of Transport said.",
      "Ministry of Transport <Ministry of Transport|said> It held,"),
    QuoteCase(
      "the speaker behind a passive verb", "Ruth Calder was told by Otto Marsh: “It held.”",
      "Otto Marsh <Otto Marsh|told> It held."),
    QuoteCase(
      "quoted by somebody else", "The Gazette quoted Ruth Calder as saying, “It held.”",
      "Ruth Calder <Ruth Calder|saying> It held."),
    QuoteCase(
      "quoted by nobody in particular", "“It held,” Ruth Calder was quoted as saying.",
      "Ruth Calder <Ruth Calder|saying> It held,"),
    QuoteCase(
      "a report behind the speaker", "“It held,” Ruth Calder said, according to the Gazette.",
      "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase(
      "a verb far behind, parted by a comma", "The dam is “a very near thing” for us, said Ruth Calder.",
      "Ruth Calder <Ruth Calder|said> a very near thing"),
    QuoteCase(
      "as the speaker puts it", "As Ruth Calder puts it, “it held all night long.”",
      "Ruth Calder <Ruth Calder|puts it> it held all night long."),
    QuoteCase(
      "a headline with a colon", "Calder: ‘It Held All Night’", "Calder <Calder|-> It Held All Night"),
    QuoteCase(
      "a headline with the speaker last", "‘It Held All Night’: Calder", "Calder <Calder|-> It Held All Night"
    ),
    QuoteCase(
      "a headline with a verb", "Dam Held All Night, Says Calder: ‘Nobody Slept’",
      "Calder <Calder|Says> Nobody Slept"),
    QuoteCase(
      "more from somebody", "More from Ruth Calder: “It held all night.”",
      "Ruth Calder <Ruth Calder|-> It held all night."),
    QuoteCase(
      "an answer and its owner", "Ruth Calder's answer: “It held all night.”",
      "Ruth Calder <Ruth Calder|answer> It held all night."),
    QuoteCase(
      "a dash credit with two hyphens", "“It held all night.” -- Ruth Calder, engineer",
      "Ruth Calder <Ruth Calder|-> It held all night."),
    QuoteCase(
      "a credit in a block of its own", "“It held all night.”\n— Ruth Calder, engineer",
      "Ruth Calder <Ruth Calder|-> It held all night."),
    QuoteCase(
      "a long subject", "“It held,” the harbour's engineers and the head of the union in Ohio said.",
      "harbour's engineers <the harbour's engineers|said> It held,"),
    QuoteCase(
      "an initial that looks like an article", "“It held,” harbour counsel Ruth A. Calder wrote in a letter.",
      "Ruth A. Calder <Ruth A. Calder|wrote> It held,"),
    QuoteCase(
      "a bare noun behind the verb", "“It held,” said master of ceremonies Ruth Calder.",
      "master <master|said> It held,"),
    QuoteCase(
      "a colon in front and a laugh behind", "Otto Marsh asked: “Did it hold?” She laughed.",
      "Otto Marsh <Otto Marsh|asked> Did it hold?"),
    QuoteCase(
      "a conversation with colons", "Calder: “It held all night.” Marsh: “It did not hold.”",
      "Calder <Calder|-> It held all night.", "Marsh <Marsh|-> It did not hold."),
    QuoteCase(
      "letters for question and answer name nobody", "Q: “Did it hold all night long?”",
      "nobody <-|-> Did it hold all night long?"),
    QuoteCase(
      "a relative clause inside the subject", "“It held,” a woman who gave her name as Ann said.",
      "a woman <a woman|said> It held,"),
    QuoteCase(
      "two speakers with an apposition each",
      "“It held,” Ruth Calder, the engineer, and Otto Marsh, the mayor, said.",
      "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase(
      "as somebody said", "“It held,” as Ruth Calder said.", "Ruth Calder <Ruth Calder|said> It held,"),
    QuoteCase("somebody", "“It held!” someone yelled.", "nobody <someone|yelled> It held!"),
    QuoteCase(
      "a sign that reads", "Ruth Calder held a sign that read, “No Entry.”", "a sign <that|read> No Entry."),
    QuoteCase(
      "an office with a common word", "“It held,” the White House said.",
      "White House <White House|said> It held,"),
    QuoteCase(
      "a block that leads on", "“It held,” Otto Marsh said. Ruth Calder answered:\n“It did not hold at all.”",
      "Otto Marsh <Otto Marsh|said> It held,", "Ruth Calder <Ruth Calder|-> It did not hold at all."),
    QuoteCase(
      "with somebody chanting", "They left, with Ruth Calder shouting, “It held!”",
      "Ruth Calder <Ruth Calder|shouting> It held!"),
    QuoteCase(
      "a participle of the main clause", "Ruth Calder denied that Otto Marsh left, adding, “It held.”",
      "Ruth Calder <Ruth Calder|adding> It held."),
    QuoteCase(
      "an adverb in front of the subject", "“It held,” Ruth Calder would later say.",
      "Ruth Calder <Ruth Calder|say> It held,"),
    QuoteCase(
      "a sentence that goes on behind a question",
      "“Did it hold?” Ruth Calder asked, pointing at “The Long Harbour,” a film.",
      "Ruth Calder <Ruth Calder|asked> Did it hold?"),
    QuoteCase(
      "words of somebody told to somebody", "“It held,” Ruth Calder told “State of Play” on Monday.",
      "Ruth Calder <Ruth Calder|told> It held,"),
  ]

  @Test("Every way of attribution finds its speaker and cue", arguments: attributionRows)
  func attribution(_ row: QuoteCase) { #expect(quoteLines(analyzed(row.text)) == row.quotes) }

  @Test("A rule that needs no verb is less sure than one that does")
  func confidence() {
    let rules = AttributionRule.allCases
    #expect(rules.allSatisfy { (0...1).contains($0.confidence) })
    let strong = rules.filter { !$0.isWeak }.map(\.confidence).min() ?? 0
    let weak = rules.filter(\.isWeak).map(\.confidence).max() ?? 1
    #expect(AttributionRule.afterSpeech.confidence > weak && strong > AttributionRule.subject.confidence)
  }

  @Test("Code blocks have no quotes and no figures, and table cells have figures only")
  func blockKinds() {
    let text = "“It held for 12 days,” Ruth Calder said."
    let range = TextRange(0, text.utf8.count)
    var code = article(text)
    code.body.blocks = [Block(kind: .code, range: range)]
    AnalysisPipeline().analyze(&code)
    #expect(code.quotes.isEmpty && code.figures.isEmpty)
    var table = article(text)
    table.body.blocks = [Block(kind: .table(0), range: range)]
    table.body.tables = [Table(rows: [[range]], headerRows: 0)]
    AnalysisPipeline().analyze(&table)
    #expect(table.quotes.isEmpty && table.figures.count == 1)
    for kind in [Block.Kind.heading(level: 1), .listItem(level: 1, ordinal: nil), .blockquote(level: 1)] {
      var prose = article(text)
      prose.body.blocks = [Block(kind: kind, range: range)]
      AnalysisPipeline().analyze(&prose)
      #expect(prose.quotes.count == 1 && prose.figures.first?.quote == 0)
    }
  }

  @Test("Analysing an article again changes nothing")
  func twice() {
    var once = analyzed("“It held,” Ruth Calder said. “About 40 people slept.”")
    let quotes = once.quotes
    let figures = once.figures
    AnalysisPipeline().analyze(&once)
    #expect(once.quotes == quotes && once.figures == figures)
  }
}

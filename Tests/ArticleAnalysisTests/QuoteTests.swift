import ArticleModel
import Testing

@testable import ArticleAnalysis

/// A text and the quotes that it has.
struct QuoteCase: CustomTestStringConvertible, Sendable {
  var phenomenon: String
  var text: String
  var quotes: [String]

  init(_ phenomenon: String, _ text: String, _ quotes: String...) {
    self.phenomenon = phenomenon
    self.text = text
    self.quotes = quotes
  }

  var testDescription: String { phenomenon }
}

@Suite struct QuoteTests {
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
  ]

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
  ]

  static let peopleRows = [
    QuoteCase(
      "a surname", "Ruth Calder came late. “It held,” Calder said.", "Ruth Calder <Calder|said> It held,"),
    QuoteCase(
      "a full name that comes later", "“It held,” Calder said.\nRuth Calder lives nearby.",
      "Ruth Calder <Calder|said> It held,"),
    QuoteCase(
      "she is the last woman", "Ruth Calder met Otto Marsh.\n“It held,” she said.",
      "Ruth Calder <she|said> It held,"),
    QuoteCase(
      "he is the last man", "Otto Marsh spoke.\n“It held,” he said.", "Otto Marsh <he|said> It held,"),
    QuoteCase(
      "he is not the woman named last", "Otto Marsh arrived. Ruth Calder waited.\n“It held,” he said.",
      "Otto Marsh <he|said> It held,"),
    QuoteCase(
      "an office stands for its holder",
      "Transport Minister Otto Marsh arrived.\n“It held,” the minister said.",
      "Otto Marsh <the minister|said> It held,"),
    QuoteCase("a title is not the name", "“It held,” Mr. Marsh said.", "Marsh <Marsh|said> It held,"),
    QuoteCase(
      "a title tells the gender",
      "Mrs. Quist and Mr. Quist came.\n“It held,” Mrs. Quist said.\n“So it did,” she added.",
      "Quist <Quist|said> It held,", "Quist <she|added> So it did,"),
    QuoteCase(
      "a middle initial", "“It held,” Ruth B. Calder said.\n“Nobody slept,” Ruth Calder added.",
      "Ruth B. Calder <Ruth B. Calder|said> It held,", "Ruth B. Calder <Ruth Calder|added> Nobody slept,"),
    QuoteCase(
      "two people of one surname",
      "Otto Marsh and Ann Marsh came.\n“It held,” Ann Marsh said.\n“No,” Otto Marsh said.",
      "Ann Marsh <Ann Marsh|said> It held,", "Otto Marsh <Otto Marsh|said> No,"),
    QuoteCase(
      "a group", "The Harbour Ministry said it was late.\n“We are sorry for that,” they said.",
      "Harbour Ministry <they|said> We are sorry for that,"),
  ]

  @Test("Every style of marks delimits a quote", arguments: marksRows)
  func marks(_ row: QuoteCase) { #expect(quoteLines(analyzed(row.text)) == row.quotes) }

  @Test("Every way of attribution finds its speaker and cue", arguments: attributionRows)
  func attribution(_ row: QuoteCase) { #expect(quoteLines(analyzed(row.text)) == row.quotes) }

  @Test("Names, titles and pronouns lead to one person", arguments: peopleRows)
  func people(_ row: QuoteCase) { #expect(quoteLines(analyzed(row.text)) == row.quotes) }

  @Test(
    "Titles of works and words at a distance are quoted words",
    arguments: [
      ("She spoke about the film “The Long Harbour” at length.", "title The Long Harbour"),
      ("Ruth Calder hosts the show “State of Play” on Fridays.", "title State of Play"),
      ("The so-called “bridge tax” was dropped.", "term bridge tax"),
      ("Her novel, “Low Water,” won a prize.", "title Low Water,"),
      ("Its author is known as “Slim” among friends.", "term Slim"),
    ])
  func quotedWords(_ text: String, _ want: String) {
    let article = analyzed(text)
    #expect(article.quotes.isEmpty)
    #expect(article.quotedWords.map { "\($0.kind.rawValue) \(article.body.string($0.range))" } == [want])
  }

  @Test(
    "What stands around a name describes the speaker",
    arguments: [
      ("“It held,” Transport Minister Otto Marsh said.", "Transport Minister"),
      ("“It held,” said Ruth Calder, a surveyor.", "surveyor"),
      ("“It held,” Ruth Calder, 61, a retired engineer, said.", "retired engineer"),
      ("“It held,” said harbour spokesman Otto Marsh.", "harbour spokesman"),
    ])
  func descriptions(_ text: String, _ want: String) {
    #expect(analyzed(text).speakers.map(\.description) == [want])
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

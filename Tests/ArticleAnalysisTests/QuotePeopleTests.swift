import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct QuotePeopleTests {
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
    QuoteCase(
      "two particles", "“It held,” said Mara de la Cruz.\n“Nobody slept,” Cruz added.",
      "Mara de la Cruz <Mara de la Cruz|said> It held,", "Mara de la Cruz <Cruz|added> Nobody slept,"),
    QuoteCase(
      "a surname that is a given name, too",
      "Ruth Clinton met Otto Marsh. Clinton left.\n“It held,” she said.", "Ruth Clinton <she|said> It held,"),
    QuoteCase(
      "a name that no list has", "Zhivka Lindqvist arrived.\n“It held,” she said.",
      "Zhivka Lindqvist <she|said> It held,"),
    QuoteCase(
      "a place is nobody", "Ruth Calder came to Florida. Florida was dry.\n“It held,” she said.",
      "Ruth Calder <she|said> It held,"),
    QuoteCase(
      "an organisation is no he", "Otto Marsh works at Harbour Security.\n“It held,” he said.",
      "Otto Marsh <he|said> It held,"),
    QuoteCase(
      "they are the residents", "Residents were angry.\n“It held,” they said.",
      "Residents <they|said> It held,"),
    QuoteCase(
      "it is the report", "The report was clear.\n“The dam held all night,” it said.",
      "report <it|said> The dam held all night,"),
    QuoteCase(
      "father and son", "Otto Marsh Jr. and Otto Marsh came.\n“It held,” Otto Marsh Jr. said.",
      "Otto Marsh Jr. <Otto Marsh Jr.|said> It held,"),
    QuoteCase(
      "a headline gives the given name and one word",
      "Ruth Calder Speaks To Angry Town About The Dam\n“It held,” she said.",
      "Ruth Calder <she|said> It held,"),
    QuoteCase(
      "the owner of a claim", "Ruth Calder left. Few believed her claim that “it held all night long.”",
      "Ruth Calder <her|claim> it held all night long."),
    QuoteCase(
      "the owner of a promise, named", "Few believed Ruth Calder's promise of “free water for every town.”",
      "Ruth Calder <Ruth Calder|promise> free water for every town."),
    QuoteCase(
      "the owner of a message", "Ruth Calder came. Her message: “It held all night.”",
      "Ruth Calder <Her|message> It held all night."),
  ]

  @Test("Names, titles and pronouns lead to one person", arguments: peopleRows)
  func people(_ row: QuoteCase) { #expect(quoteLines(analyzed(row.text)) == row.quotes) }

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

  @Test("All forms of a name are one speaker with the fullest name, a description and every mention")
  func register() {
    let article = analyzed(
      """
      “It held,” Calder said. “It did,” Ms. Calder added.
      Ruth B. Calder, a surveyor, came late. “Nobody slept,” the surveyor said. “Nobody,” she said.
      """)
    #expect(article.speakers.map(\.name) == ["Ruth B. Calder"])
    #expect(article.speakers.map(\.description) == ["surveyor"])
    let mentions = article.speakers.first.map { $0.mentions.map(article.body.string) }
    #expect(mentions == ["Calder", "Calder", "Ruth B. Calder", "the surveyor", "she"])
    #expect(article.quotes.allSatisfy { $0.speaker == 0 })
  }
}

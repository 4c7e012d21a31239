import ArticleModel
import Testing

@testable import ArticleAnalysis

/// A row for each rule about figures and speakers that comments refer to: what it links, and what it must leave alone.
@Suite("Rules of references")
struct ReferenceRuleTests {
  private static let articleText = """
    Brill council voted by 29 to 22 to close the ice rink, which sold 96,000 tickets last year and cracked 23 times.
    Of the 640 skates in the shed, 85 have been sharpened; the machine needs 38 seconds for a pair and weighs 28 kilos.
    The reserve fell from £38 million to £6.5 million, and the clerk got a bonus of £18,000 in the 97th minute.
    “We booked 11 skaters for the gala, and nobody skates to lose a glove,” said Ada Brock, the warden.
    “A rink without children is a freezer with a roof, and I will not heat a freezer,” Brock said.
    It will take 16 months to build another one, with two terraces and 140 seats; 62 percent are for it.
    The pond of 1894 had 1,160 pairs of ducks. She had a point.
    """

  private static let cases: [ReferenceCase] = [
    // Numbers that stand together
    ReferenceCase(
      "A vote is met by its two numbers", ["29-22, remember their names"], ["1 29-22 repeats 29"]),
    ReferenceCase(
      "A share told as two numbers is met by both", ["85 out of 640. Great."], ["1 85 out of 640. repeats 85"]
    ),
    ReferenceCase("Small results are no votes", ["My first match ended 3-2 and I was nine"], []),
    ReferenceCase(
      "The end of a range is a number of its own", ["so the clerk left us 6.5 million"],
      ["1 6.5 million repeats from £38 million to £6.5 million"]),
    // Words
    ReferenceCase(
      "What is told after a number is not about it",
      ["62 percent are for it? I left the hall after that number."],
      ["1 62 percent questions 62 percent"]),
    ReferenceCase(
      "Six words of what was said are no chance", ["and I will not heat a palace for that"],
      [
        "1 and I will not heat a repeats A rink without children is a freezer with a roof, and I will not heat a freezer."
      ]),
    ReferenceCase("Five of them may be", ["so I will not heat a palace for that"], []),
    // Units and nouns
    ReferenceCase(
      "Eleven bookings are eleven who were booked", ["11 bookings for a gala, wow"],
      ["1 11 bookings repeats 11 skaters"]),
    ReferenceCase(
      "Grand is thousand", ["18 grand bonus for that?"], ["1 18 grand bonus for that? questions £18,000"]),
    ReferenceCase(
      "What happens is counted by times", ["23 cracks. In one winter."], ["1 23 cracks. repeats 23 times"]),
    ReferenceCase(
      "A place in an order is met by its number", ["97th minute. Of course."],
      ["1 97th minute. repeats 97th minute"]),
    ReferenceCase(
      "A number alone in its sentence is told", ["38 seconds!!! For blunt skates."],
      ["1 38 seconds!!! repeats 38 seconds"]),
    ReferenceCase("Other measures are other things", ["My aunt lives 28 km from there"], []),
    ReferenceCase("Things of the writer are others", ["140 of them were probably my cousins"], []),
    ReferenceCase(
      "A range told downwards is a range", ["From £38m to £6.5m under her"],
      ["1 From £38m to £6.5m repeats from £38 million to £6.5 million"]),
    ReferenceCase(
      "A number that reads as a year of long ago is one of the article's",
      ["1160 pairs? If 1160 is right I am glad"],
      ["1 1160 pairs? questions 1,160 pairs", "1 1160 repeats 1,160 pairs"]),
    ReferenceCase(
      "Who begins with a measure speaks of the article's", ["16 months of noise"],
      ["1 16 months repeats 16 months"]),
    ReferenceCase(
      "A judgement of a number is about the article's", ["16 months is too long."],
      ["1 16 months repeats 16 months"]),
    ReferenceCase(
      "Who leaves out that it was he speaks of his own", ["paid £600 for skates. Waited 16 months"], []),
    ReferenceCase("Who tells what he has speaks of his own", ["We paid 140 for seats like that"], []),
    ReferenceCase("Shares of other things are others", ["62 percent of statistics are made up"], []),
    ReferenceCase("An occasion of the writer's is another", ["waited 38 seconds for a bus once"], []),
    ReferenceCase(
      "Another number of one measure is no candidate", ["16 days of rain"], []),
    // Other values
    ReferenceCase(
      "It was another number", ["96,000 tickets?", "it's 40,000 by my count"],
      ["1 96,000 tickets? questions 96,000 tickets", "2 40,000 disputes 96,000 tickets"]),
    ReferenceCase(
      "What the writer measures disputes", ["38 seconds", "I get 55 on mine"],
      ["1 38 seconds repeats 38 seconds", "2 55 disputes 38 seconds"]),
    ReferenceCase(
      "A number alone disputes what the comment began with",
      ["16 months, ha. I have seen that shed. Two and a half years."],
      ["1 16 months repeats 16 months", "1 Two and a half years. disputes 16 months"]),
    ReferenceCase(
      "Of the parent's figures the nearest is meant",
      ["140 seats for 16 months of work", "it is closer to 200 seats"],
      [
        "1 140 seats repeats 140 seats", "1 16 months repeats 16 months",
        "2 200 seats disputes 140 seats",
      ]),
    ReferenceCase(
      "What is worked out disputes nothing", ["96,000 tickets for 140 seats, so that's 685 a seat"],
      ["1 96,000 tickets repeats 96,000 tickets", "1 140 seats repeats 140 seats"]),
    ReferenceCase(
      "The writer's own time is another", ["140 seats? There were 200 when I was a boy"],
      ["1 140 seats? questions 140 seats"]),
    ReferenceCase(
      "An answer to one's own question disputes nothing", ["38 seconds. And how many pairs? Four."],
      ["1 38 seconds. repeats 38 seconds"]),
    ReferenceCase(
      "A sum of two figures disputes neither", ["62 percent of 640 skates is 397"],
      ["1 62 percent repeats 62 percent", "1 640 skates repeats 640 skates"]),
    ReferenceCase(
      "Not that many is about the parent's number", ["640 skates", "It is not that many"],
      ["1 640 skates repeats 640 skates", "2 It is not that many disputes 640 skates"]),
    ReferenceCase(
      "A verb after a number is not what it counts", ["18k sounds low for a clerk"],
      ["1 18k sounds repeats £18,000"]),
    ReferenceCase(
      "A denied number is the article's", ["Not 96,000, it was about 80,000. I sold them."],
      ["1 96,000 disputes 96,000 tickets", "1 about 80,000 disputes 96,000 tickets"]),
    ReferenceCase(
      "Half alone is a share", ["62 percent are for it?", "More like half"],
      ["1 62 percent questions 62 percent", "2 half disputes 62 percent"]),
    ReferenceCase(
      "Half of one thing is no share", ["62 percent are for it?", "Half a park is worse than no park"],
      ["1 62 percent questions 62 percent"]),
    ReferenceCase(
      "Half of a match is no share", ["62 percent are for it?", "I left in the second half"],
      ["1 62 percent questions 62 percent"]),
    ReferenceCase(
      "A year of its own makes it another time", ["£18,000? Paid £600 for a season in 1994"],
      ["1 18,000? questions £18,000"]),
    ReferenceCase(
      "What follows from told numbers disputes none", ["62 percent of 640. So it was 397 skates"],
      ["1 62 percent repeats 62 percent"]),
    ReferenceCase(
      "Millions may be left out after millions", ["It had £38 million. Now it has 6.5."],
      [
        "1 38 million repeats from £38 million to £6.5 million",
        "1 6.5 repeats from £38 million to £6.5 million",
      ]),
    ReferenceCase(
      "Mil is millions", ["from 38 mil to this"], ["1 38 mil repeats from £38 million to £6.5 million"]),
    ReferenceCase(
      "Times are disputed by who speaks of the same", ["Sharpening a pair on the machine takes 90 seconds"],
      ["1 90 seconds disputes 38 seconds"]),
    ReferenceCase(
      "A verb that reaches a number tells it", ["96,000 tickets, wow", "A decent rink gets to 150,000"],
      ["1 96,000 tickets repeats 96,000 tickets", "2 150,000 disputes 96,000 tickets"]),
    ReferenceCase(
      "A capital at the beginning makes no name of a correction", ["62 percent are for it?", "Try 50."],
      ["1 62 percent questions 62 percent", "2 50 disputes 62 percent"]),
    ReferenceCase(
      "A guess of the writer's is about the article's number",
      ["62 percent are for it?", "My guess is 50%."],
      ["1 62 percent questions 62 percent", "2 50% disputes 62 percent"]),
    ReferenceCase(
      "An answer may begin with the number", ["96,000 tickets, wow", "81,000 in the yearly report"],
      ["1 96,000 tickets repeats 96,000 tickets", "2 81,000 disputes 96,000 tickets"]),
    ReferenceCase(
      "What the article counts once is told of by its name", ["There are 120 seats at best"],
      ["1 120 seats at best disputes 140 seats"]),
    ReferenceCase("The writer's own bonus is another", ["My bonus was 18,000 once"], []),
    // Words and speakers
    ReferenceCase(
      "Short forms are two words", ["and I won't heat a freezer is what she told us on tv"],
      [
        "1 and I won't heat a freezer repeats A rink without children is a freezer with a roof, and I will not heat a freezer."
      ]),
    ReferenceCase(
      "Who hands words on changes the pronouns", ["Brock said she won't heat a freezer"],
      [
        "1 she won't heat a freezer repeats A rink without children is a freezer with a roof, and I will not heat a freezer."
      ]),
    ReferenceCase(
      "A given name is enough", ["Ada says nobody needs a freezer"],
      [
        "1 Ada says nobody needs a freezer discusses A rink without children is a freezer with a roof, and I will not heat a freezer."
      ]),
    ReferenceCase(
      "A short sentence that the article has is a repetition", ["She had a point. Sadly."],
      ["1 She had a point. repeats She had a point"]),
    ReferenceCase(
      "That can't be right is about what was asked",
      ["38 seconds? That can't be right, not with that machine."],
      [
        "1 38 seconds? questions 38 seconds",
        "1 That can't be right, not with that machine. disputes 38 seconds",
      ]),
    ReferenceCase("A year alone is asked about", ["1894? Really?"], ["1 1894? questions 1894"]),
    ReferenceCase(
      "Four telling words close together are a repetition",
      ["nobody skates in order to lose gloves, believe me, it was the food"],
      [
        "1 nobody skates in order to lose gloves repeats We booked 11 skaters for the gala, and nobody skates to lose a glove."
      ]),
    ReferenceCase(
      "She says leads to the quote with the word", ["It is a freezer, she says, so what"],
      [
        "1 It is a freezer, she says, so what discusses A rink without children is a freezer with a roof, and I will not heat a freezer."
      ]),
    ReferenceCase("She said the same elsewhere", ["She said the same about the freezer in 2012"], []),
    ReferenceCase(
      "What was never explained was not said", ["Brock never explained why the gala was hers"], []),
  ]

  @Test("Comments refer to", arguments: cases)
  func finds(_ example: ReferenceCase) {
    #expect(example.lines(in: Self.articleText) == example.found)
  }
}

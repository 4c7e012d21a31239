import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct FigureExclusionTests {
  static let noFiguresRows = [
    "It has stood since 1987.", "The 2008 crisis was worse.", "Otto Marsh (1931-2004) painted.",
    "In the 1990s it rained.",
    "In the season 2006-07 it rained.", "They met Nov. 4-9 in town.", "On 3 May it rained.",
    "On June 6, 2012 it rained.",
    "It opened at ten past six today.", "It was half past six.", "At a quarter past four they left.",
    "It opens at 2.20pm today.", "It opens at 6:15 AM today.", "It starts at 11 p.m. today.",
    "The S&P 500 fell.",
    "The new Pixel 9 is out.", "An F-35 crashed.", "They had COVID-19 there.", "CO2 rose at the G20.",
    "A Boeing 747 landed.",
    "See page 4 for more.", "It was Game 3 of the final.", "As shown elsewhere [12].",
    "Call +44 20 7946 0018 now.",
    "Host 10.0.0.7 is down.", "They live at 221 Quarry Lane.", "Article 50 was used.",
    "Version 2.0.3 is out.",
    "That one is mine.", "They met one another.", "No one came.", "One day it will rain.",
    "It is open 24/7 all summer.",
    "Third-party cookies are gone.", "See https://example.com/a/2019/12/45 now.", "Call 555-123-4567 now.",
    "The phone number is (+45) 12 34 56 78.",
    "The 21st century is here.", "Chapter 12 is long.",
    "Call 622 15 31 23 soon, my phone.", "My phone number is 12 34 56 78.", "Ring 189 1111 1111 today.",
    "Write to 1234567@example.com now.", "The address is 255.255.255.255 here.",
    "It answers at fe80:452::1 only.",
    "They met from 5 to 6pm.", "They left at 10 in the morning.", "It opens at 0200 GMT today.",
    "See you tonight at 7.",
    "It is due on Friday 5/12.", "They came on 23/Sep/2020.", "He joined in '16 and left.",
    "It was feb 30 2019 then.",
    "The twenty-fifth of May came.", "A 3-D picture hung there.", "The new 5G network works.",
    "It was a four-door car.",
    "The three-way race is on.", "An Under-21s side won.", "He flew a Boeing 747-400 home.",
    "His 757 jet landed.",
    "The debut was in the mid-1990s.", "As others [9,12] say.", "In A.D. 870 it burned.",
    "Under § 12 it is so.", "It is shown in 1080p there.",
    "They left at one point.", "They live in No. 14-981 now.",
  ]

  /// A text, the number in it that is no figure, and why.
  static let mentionRows: [(String, String, NumberMention.Kind)] = [
    ("On 3 May 2019 it rained.", "3 May 2019", .date), ("They met Nov. 4-9 in town.", "4-9", .date),
    ("It was 2012-06-06 then.", "2012-06-06", .date), ("It has stood since 1987.", "1987", .year),
    ("In the 1990s it rained.", "1990s", .year), ("In the season 2006-07 it rained.", "2006-07", .year),
    ("It opens at 6:15 AM today.", "6:15 AM", .clock), ("It was ten past six.", "ten past six", .clock),
    ("The 21st century is here.", "21st", .ordinal), ("An F-35 crashed.", "35", .name),
    ("A Boeing 747 landed.", "747", .name), ("As shown elsewhere [12].", "12", .reference),
    ("See page 4 for more.", "4", .reference), ("Call 555-123-4567 now.", "555-123-4567", .phone),
    ("They live at 221 Quarry Lane.", "221", .address), ("Version 2.0.3 is out.", "2.0.3", .version),
    ("It is open 24/7 all summer.", "24/7", .idiom),
  ]

  @Test("Dates, times, names, references and idioms are no figures", arguments: noFiguresRows)
  func noFigures(_ text: String) { #expect(figureLines(text) == []) }

  @Test("A number that is no figure is kept with its kind", arguments: mentionRows)
  func mentions(_ text: String, _ words: String, _ kind: NumberMention.Kind) {
    let article = analyzed(text)
    #expect(article.numberMentions.contains { article.body.string($0.range) == words && $0.kind == kind })
    #expect(article.figures.isEmpty)
  }
}

import ArticleModel
import Testing

@testable import ArticleAnalysis

/// A text and the figures that it has.
struct FigureCase: CustomTestStringConvertible, Sendable {
  var text: String
  var figures: [String]

  init(_ text: String, _ figures: String...) {
    self.text = text
    self.figures = figures
  }

  var testDescription: String { text }
}

@Suite struct FigureTests {
  static let numbersRows = [
    FigureCase("They lit 59 lamps.", "59 lamps = 59 lamps count"),
    FigureCase("Barges: 1,411 barges came.", "1,411 barges = 1411 barges count"),
    FigureCase("Output fell 0.7% again.", "0.7% = 0.7 % percent"),
    FigureCase("He batted .275 there.", ".275 = 0.275 - count"),
    FigureCase("Seven ferries sank.", "Seven ferries = 7 ferries count"),
    FigureCase("We saw twenty-one ferries.", "twenty-one ferries = 21 ferries count"),
    FigureCase("We saw a hundred and nine ferries.", "a hundred and nine ferries = 109 ferries count"),
    FigureCase(
      "We saw two thousand three hundred ferries.", "two thousand three hundred ferries = 2300 ferries count"),
    FigureCase("It cost $31.6 million to build.", "$31.6 million = 31600000 USD money"),
    FigureCase("The gap is 1.1 trillion euros.", "1.1 trillion euros = 1100000000000 EUR money"),
    FigureCase("It has 41m users.", "41m users = 41000000 users count"),
    FigureCase("It paid £6bn for it.", "£6bn = 6000000000 GBP money"),
    FigureCase("Some 12k barges came.", "Some 12k barges = 12000 barges count about"),
    FigureCase("A tower of 1\u{202F}411 bricks.", "1\u{202F}411 bricks = 1411 bricks count"),
    FigureCase("It cost 1,00,000 rupees.", "1,00,000 rupees = 100000 INR money"),
    FigureCase("It weighs 2½ tonnes.", "2½ tonnes = 2.5 tonne measure"),
    FigureCase("It took 2 1/2 hours.", "2 1/2 hours = 2.5 hour duration"),
    FigureCase("A third of the boats sank.", "A third of the boats = 0.333333333333 - ratio"),
    FigureCase("Two-thirds of voters stayed.", "Two-thirds of voters = 0.666666666667 - ratio"),
    FigureCase("Half a million people came.", "Half a million people = 500000 people count"),
    FigureCase(
      "Tens of thousands of people came.", "Tens of thousands of people = 10000..100000 people count range"),
    FigureCase("It was minus 12 degrees Celsius.", "minus 12 degrees Celsius = -12 °C temperature"),
    FigureCase("Growth was −2.4% then.", "−2.4% = -2.4 % percent"),
    FigureCase("One of the mills burned.", "One of the mills = 1 mills count"),
    FigureCase("Three dozen crates fell.", "Three dozen crates = 36 crates count"),
  ]

  static let unitsRows = [
    FigureCase("The calf weighs 190kg now.", "190kg = 190 kg measure"),
    FigureCase("It stores 7.25kWh at most.", "7.25kWh at most = 7.25 kWh measure atMost"),
    FigureCase("It did 81 mph downhill.", "81 mph = 81 mph measure"),
    FigureCase("It holds 16GB of data.", "16GB = 16 GB measure"),
    FigureCase("A seat is HK$2.2 billion.", "HK$2.2 billion = 2200000000 HKD money"),
    FigureCase("They paid EUR64m for it.", "EUR64m = 64000000 EUR money"),
    FigureCase("Shares fell to 97.5p.", "97.5p = 97.5 penny money"),
    FigureCase("It cost 310 million yen.", "310 million yen = 310000000 JPY money"),
    FigureCase("Turnout was 17 per cent.", "17 per cent = 17 % percent"),
    FigureCase("It rose by 3 percentage points.", "3 percentage points = 3 percentage point percentagePoint"),
    FigureCase("Yields fell 25 basis points.", "25 basis points = 25 basis point percentagePoint"),
    FigureCase("It lasted three years.", "three years = 3 year duration"),
    FigureCase("After a five-week strike they won.", "five-week = 5 week duration"),
    FigureCase("A 15-year-old was found.", "15-year-old = 15 year age"),
    FigureCase("The guard, aged 71, slept.", "aged 71 = 71 year age"),
    FigureCase("The bridge is 90 years old.", "90 years old = 90 year age"),
    FigureCase("Output rose threefold.", "threefold = 3 times multiple"),
    FigureCase("It is 1.5x the old size.", "1.5x = 1.5 times multiple"),
    FigureCase("Oil costs $61 a barrel.", "$61 a barrel = 61 USD per barrel money"),
    FigureCase(
      "It pumps 210,000 barrels per day.", "210,000 barrels per day = 210000 barrel per day measure"),
    FigureCase("The room was 21 °C warm.", "21 °C = 21 °C temperature"),
    FigureCase("A field of 12 square kilometres.", "12 square kilometres = 12 km² measure"),
    FigureCase("He came at the fifth attempt.", "fifth attempt = 5 - ordinal"),
    FigureCase("It was her 22nd win.", "22nd win = 22 - ordinal"),
    FigureCase(
      "About 40% of the town's harvest failed.", "About 40% of the town's harvest = 40 % percent about"),
  ]

  static let hedgesRows = [
    FigureCase("More than 87 boats sank.", "More than 87 boats = 87 boats count moreThan"),
    FigureCase("Over 87 boats sank.", "Over 87 boats = 87 boats count moreThan"),
    FigureCase("Nearly 87 boats sank.", "Nearly 87 boats = 87 boats count about"),
    FigureCase("Roughly $5,000 was lost.", "Roughly $5,000 = 5000 USD money about"),
    FigureCase("At least 87 boats sank.", "At least 87 boats = 87 boats count atLeast"),
    FigureCase("Up to 87 boats sank.", "Up to 87 boats = 87 boats count atMost"),
    FigureCase("No more than 87 boats sank.", "No more than 87 boats = 87 boats count atMost"),
    FigureCase("Fewer than 87 boats sank.", "Fewer than 87 boats = 87 boats count lessThan"),
    FigureCase("Some 87 boats sank.", "Some 87 boats = 87 boats count about"),
    FigureCase("An estimated 87 boats sank.", "An estimated 87 boats = 87 boats count about"),
    FigureCase("87 boats or more sank.", "87 boats or more = 87 boats count atLeast"),
    FigureCase("It took 12 days or so.", "12 days or so = 12 day duration about"),
    FigureCase("They found 50% at best.", "50% at best = 50 % percent atMost"),
    FigureCase("They want 200+ guests.", "200+ guests = 200 guests count atLeast"),
    FigureCase("It cost ~40 euros.", "~40 euros = 40 EUR money about"),
    FigureCase("Just 87 boats sank.", "87 boats = 87 boats count"),
  ]

  static let rangesRows = [
    FigureCase("It grew from 4 to 6 per cent.", "from 4 to 6 per cent = 4..6 % percent range"),
    FigureCase(
      "It will cost $71 to $75 billion.", "$71 to $75 billion = 71000000000..75000000000 USD money range"),
    FigureCase("It takes five to eight weeks.", "five to eight weeks = 5..8 week duration range"),
    FigureCase("About 50-60% agree.", "About 50-60% = 50..60 % percent about"),
    FigureCase("Between 20 and 35 boats sank.", "Between 20 and 35 boats = 20..35 boats count range"),
    FigureCase("It costs $3-5 million.", "$3-5 million = 3000000..5000000 USD money range"),
    FigureCase("It costs 900–1,200 euros.", "900–1,200 euros = 900..1200 EUR money range"),
    FigureCase("It rose 7.2 per cent to $31.", "7.2 per cent = 7.2 % percent", "$31 = 31 USD money"),
    FigureCase("Five or six boats sank.", "Five or six boats = 5..6 boats count range"),
    FigureCase("Rovers won 3-0 at home.", "3-0 = 3..0 - score"),
  ]

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
  ]

  private func lines(_ text: String) -> [String] {
    let body = richText(text)
    return figureLines(AnalysisPipeline().figures(in: body), body)
  }

  @Test("Numbers are read in every way of writing", arguments: numbersRows)
  func numbers(_ row: FigureCase) { #expect(lines(row.text) == row.figures) }

  @Test("Units, money, shares, times and counted things are told apart", arguments: unitsRows)
  func units(_ row: FigureCase) { #expect(lines(row.text) == row.figures) }

  @Test("Hedges before and after a number qualify it", arguments: hedgesRows)
  func hedges(_ row: FigureCase) { #expect(lines(row.text) == row.figures) }

  @Test("Two numbers of one unit make a range, of two units they do not", arguments: rangesRows)
  func ranges(_ row: FigureCase) { #expect(lines(row.text) == row.figures) }

  @Test("Dates, times, names, references and idioms are no figures", arguments: noFiguresRows)
  func noFigures(_ text: String) { #expect(lines(text) == []) }
}

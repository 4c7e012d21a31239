import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct FigureHedgeTests {
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
    FigureCase("As few as 4 boats sank.", "As few as 4 boats = 4 boats count atLeast"),
    FigureCase("Just 87 boats sank.", "87 boats = 87 boats count"),
    FigureCase("12% ready?", "12% ready? = 12 % percent"),
    FigureCase("12% of the boats came, did they?", "12% of the boats = 12 % percent"),
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
    FigureCase("It fell from -18 °C to -34 °C.", "from -18 °C to -34 °C = -34..-18 °C temperature range"),
    FigureCase("Some 8- to 16-metre boats sank.", "8- to 16-metre = 8..16 m measure range"),
    FigureCase("It paid €3-4m for it.", "€3-4m = 3000000..4000000 EUR money range"),
    FigureCase(
      "It is above 1,000 and below 1,500.", "above 1,000 and below 1,500 = 1000..1500 - count range"),
    FigureCase("Growth from 50% to around 80% came.", "from 50% to around 80% = 50..80 % percent range"),
    FigureCase("Guests aged 18 to 34 came.", "18 to 34 = 18..34 year age range"),
    FigureCase("It was a 5-to-4 vote.", "5-to-4 = 5..4 - score"),
    FigureCase("The odds are 10:1 there.", "10:1 = 10..1 - score"),
  ]

  static let trendRows: [(String, Figure.Trend?)] = [
    ("Output rose 3% again.", .up), ("Output fell by 3%.", .down), ("Output was down 3%.", .down),
    ("It is +3% now.", .up),
    ("Shares gained about 40 pence.", .up), ("It lost nearly $5m.", .down), ("It was up to 40 boats.", nil),
    ("They sank 40 boats and 3 ferries came.", nil), ("An increase of 12 points came.", .up),
    ("It has 40 boats.", nil),
  ]

  @Test("Hedges before and after a number qualify it", arguments: hedgesRows)
  func hedges(_ row: FigureCase) { #expect(figureLines(row.text) == row.figures) }

  @Test("Two numbers of one unit make a range, of two units they do not", arguments: rangesRows)
  func ranges(_ row: FigureCase) { #expect(figureLines(row.text) == row.figures) }

  @Test("The verb or sign before a number tells which way it goes", arguments: trendRows)
  func trends(_ text: String, _ trend: Figure.Trend?) {
    #expect(AnalysisPipeline().figures(in: richText(text)).last?.trend == trend)
  }
}

import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct FigureNumberTests {
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
    FigureCase("It grew by 3 dozens of crates.", "3 dozens of crates = 36 crates count"),
    FigureCase("They sold 80, 000 lamps.", "80, 000 lamps = 80000 lamps count"),
    FigureCase("They sold 1 411 000 lamps.", "1 411 000 lamps = 1411000 lamps count"),
    FigureCase("They sold 1'411 lamps.", "1'411 lamps = 1411 lamps count"),
    FigureCase("They sold 1.411.000 lamps.", "1.411.000 lamps = 1411000 lamps count"),
    FigureCase("Its share is 0,025 today.", "0,025 = 0.025 - count"),
    FigureCase("It holds 4e14 grains.", "4e14 grains = 400000000000000 grain measure"),
    FigureCase("The mass is 2.5×10⁻⁷ g now.", "2.5×10⁻⁷ g = 0.00000025 g measure"),
    FigureCase("It has 10^6 cells.", "10^6 cells = 1000000 cells count"),
    FigureCase("Nine point nought four lamps.", "Nine point nought four lamps = 9.04 lamps count"),
    FigureCase("It has two and a half rooms.", "two and a half rooms = 2.5 rooms count"),
    FigureCase(
      "Three million and a half people came.", "Three million and a half people = 3500000 people count"),
    FigureCase(
      "They counted 4 thousand 3 hundred and 21 lamps.",
      "4 thousand 3 hundred and 21 lamps = 4321 lamps count"),
    FigureCase("Half the fleet sank.", "Half = 0.5 - ratio"),
    FigureCase("Three out of four boats sank.", "Three out of four = 0.75 - ratio"),
    FigureCase("Six in 10 voters stayed.", "Six in 10 = 0.6 - ratio"),
    FigureCase("It costs $4million there.", "$4million = 4000000 USD money"),
    FigureCase("Several hundred boats sank.", "Several hundred boats = 100..1000 boats count range"),
    FigureCase("Dozens of boats sank.", "Dozens of boats = 12..120 boats count range"),
    FigureCase("A gain of 1⁄32 is small.", "1⁄32 = 0.03125 - ratio"),
  ]

  @Test("Numbers are read in every way of writing", arguments: numbersRows)
  func numbers(_ row: FigureCase) { #expect(figureLines(row.text) == row.figures) }
}

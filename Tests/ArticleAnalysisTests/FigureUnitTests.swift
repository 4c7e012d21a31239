import ArticleModel
import Testing

@testable import ArticleAnalysis

@Suite struct FigureUnitTests {
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
    FigureCase("The pipe takes 3 kJ/m² there.", "3 kJ/m² = 3 kJ per m² measure"),
    FigureCase("They pay $15-an-hour wages.", "$15-an-hour = 15 USD per hour money"),
    FigureCase("It runs 30 times a minute.", "30 times a minute = 30 times per minute multiple"),
    FigureCase("It grows 5 percent a year.", "5 percent a year = 5 % per year percent"),
    FigureCase("Sales were $9 million a year earlier.", "$9 million = 9000000 USD money"),
    FigureCase("It cost 20 New Zealand dollars.", "20 New Zealand dollars = 20 NZD money"),
    FigureCase("It cost C$20 then.", "C$20 = 20 CAD money"),
    FigureCase("It cost AU $20 then.", "AU $20 = 20 AUD money"),
    FigureCase("It cost 100元 then.", "100元 = 100 CNY money"),
    FigureCase("It cost Rs. 20 lakh then.", "Rs. 20 lakh = 2000000 INR money"),
    FigureCase("They lost 30 MUSD then.", "30 MUSD = 30000000 USD money"),
    FigureCase("He paid 20 pounds for it.", "20 pounds = 20 GBP money"),
    FigureCase("The stone weighs 20 pounds.", "20 pounds = 20 lb measure"),
    FigureCase("It cost 13 dollars and 45 cents.", "13 dollars and 45 cents = 13.45 USD money"),
    FigureCase("She is 5 feet 6 inches tall.", "5 feet 6 inches = 5.5 foot measure"),
    FigureCase("The pole is 5'6\" long.", "5'6\" = 5.5 foot measure"),
    FigureCase("The weight is 20 (kg) here.", "20 (kg) = 20 kg measure"),
    FigureCase("It took an hour and a half.", "an hour and a half = 1.5 hour duration"),
    FigureCase("It took half an hour.", "half an hour = 0.5 hour duration"),
    FigureCase("He won 50,818 votes there.", "50,818 votes = 50818 votes count"),
    FigureCase("They built 12 newly planned homes.", "12 newly planned homes = 12 newly planned homes count"),
    FigureCase("Two injured men slept.", "Two injured men = 2 injured men count"),
    FigureCase("She wrote two most praised operas.", "two most praised operas = 2 praised operas count"),
    FigureCase(
      "It sold 2.7m combined book and film rights.",
      "2.7m combined book and film rights = 2700000 combined book and film rights count"),
    FigureCase("It has 35m of its lamps there.", "35m of its lamps = 35000000 lamps count"),
    FigureCase("Twelve of the 40 boats sank.", "Twelve = 12 boats count", "40 boats = 40 boats count"),
    FigureCase("More than 50+ towns joined.", "More than 50+ towns = 50 towns count moreThan"),
    FigureCase("Prices doubled again.", "doubled = 2 times multiple"),
    FigureCase("It is 2 degrees below zero.", "2 degrees below zero = -2 ° temperature"),
    FigureCase("He is 35, she said.", "35 = 35 year age"),
    FigureCase("The dog, 3 months old, slept.", "3 months old = 3 month age"),
    FigureCase("It has 12 new Mark 4 engines.", "12 new Mark 4 engines = 12 Mark 4 engines count"),
    FigureCase("Some 40-odd boats came.", "Some 40-odd boats = 40 boats count about"),
    FigureCase("It weighs 5 ± 0.2 kg now.", "5 ± 0.2 kg = 5 kg measure about"),
    FigureCase("It is a one year and a quarter gap.", "one year and a quarter = 1.25 year duration"),
    FigureCase("A six - member crew came.", "six - member = 6 member count"),
    FigureCase(
      "The lowest is 84.75 cents and the highest was 91.25.", "84.75 cents = 84.75 cent money",
      "91.25 = 91.25 cent money"),
    FigureCase(
      "The index rose 64.06 points to 4,577.10.", "64.06 points = 64.06 point measure",
      "4,577.10 = 4577.1 point measure"),
  ]

  @Test("Units, money, shares, times and counted things are told apart", arguments: unitsRows)
  func units(_ row: FigureCase) { #expect(figureLines(row.text) == row.figures) }

  @Test("The language knows some 250 units of measure and 90 currencies, each by one name")
  func count() {
    let names = Language.english.units.names
    let money = Set(EnglishMoney.units.map(\.unit.name))
    #expect(money.count >= 90)
    #expect(Set(names).subtracting(money).count >= 200)
  }

  @Test(
    "A unit has one name in all its spellings",
    arguments: [
      ("kilometres", "km"), ("dollars", "USD"), ("per cent", "%"), ("kWh", "kWh"), ("kilowatt-hours", "kWh"),
      ("MB", "MB"),
      ("Mb", "Mbit"), ("hrs", "hour"), ("sq. ft.", "square foot"), ("µg", "µg"), ("μg", "µg"),
    ])
  func names(_ spelling: String, _ name: String) { #expect(AnalysisPipeline.unitName(spelling) == name) }
}

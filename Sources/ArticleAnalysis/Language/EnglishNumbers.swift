import ArticleModel

/// The number words and hedges of English.
enum EnglishNumbers {
  static let words: [(WordClass, [(String, Int64)])] = [
    (
      .cardinal,
      [
        ("zero", 0), ("nought", 0), ("naught", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4),
        ("five", 5), ("six", 6), ("seven", 7),
        ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
        ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18),
        ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50),
        ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
      ]
    ),
    (
      .magnitude,
      [
        ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000),
        ("trillion", 1_000_000_000_000), ("quadrillion", 1_000_000_000_000_000), ("lakh", 100_000),
        ("crore", 10_000_000), ("dozen", 12), ("lakhs", 100_000), ("crores", 10_000_000), ("mln", 1_000_000),
        ("tln", 1_000_000_000_000),
      ]
    ),
    (
      .vaguePlural,
      [
        ("dozens", 12), ("hundreds", 100), ("thousands", 1_000), ("millions", 1_000_000),
        ("billions", 1_000_000_000), ("trillions", 1_000_000_000_000), ("tens", 10),
      ]
    ),
    (
      .fraction,
      [
        ("half", 2), ("halves", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4),
        ("fourths", 4),
        ("fourth", 4), ("fifths", 5), ("fifth", 5), ("sixths", 6), ("sixth", 6), ("sevenths", 7),
        ("seventh", 7),
        ("eighths", 8), ("eighth", 8), ("ninths", 9), ("ninth", 9), ("tenths", 10), ("tenth", 10),
        ("hundredth", 100), ("hundredths", 100), ("thousandth", 1_000), ("thousandths", 1_000),
        ("millionth", 1_000_000), ("millionths", 1_000_000), ("billionth", 1_000_000_000),
        ("trillionth", 1_000_000_000_000), ("trillionths", 1_000_000_000_000),
      ]
    ),
    (
      .ordinal,
      [
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
        ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13),
        ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18),
        ("nineteenth", 19), ("twentieth", 20), ("thirtieth", 30), ("fortieth", 40), ("fiftieth", 50),
        ("sixtieth", 60), ("seventieth", 70), ("eightieth", 80), ("ninetieth", 90), ("hundredth", 100),
        ("thousandth", 1_000), ("millionth", 1_000_000), ("billionth", 1_000_000_000),
        ("trillionth", 1_000_000_000_000),
      ]
    ),
    (.factorVerb, EnglishFigureWords.factorVerbs),
    (
      .multiple,
      [
        ("twice", 2), ("thrice", 3), ("twofold", 2), ("threefold", 3), ("fourfold", 4), ("fivefold", 5),
        ("sixfold", 6), ("sevenfold", 7), ("eightfold", 8), ("ninefold", 9), ("tenfold", 10),
        ("hundredfold", 100),
      ]
    ),
  ]

  static let hedges: [HedgeTable.Row] =
    rows(
      .about,
      """
      about|around|approximately|aproximately|roughly|nearly|almost|some|close to|an estimated|estimated|near|circa|averaged|in the region of|in the neighborhood of|on the order of|in the order of|approx|approx.|
      just about|somewhere around|virtually|practically|c.|ca.|est.|something like|maybe|perhaps|probably
      """)
    + rows(
      .moreThan,
      """
      more than|over|above|exceeding|exceeds|exceeded|exceed|in excess of|greater than|upward of|upwards of|well over|just over|
      slightly more than|higher than|well more than|topping|topped|surpassing|surpassed|a little over|slightly over|north of|
      greater than or equal to|more than or equal to|larger than|longer than|older than|better than|beyond|just above|a little more than|not less than
      """)
    + rows(
      .lessThan,
      """
      less than|fewer than|under|below|lower than|just under|less than or equal to|slightly less than|well under|smaller than|shy of|just shy of|
      short of|just below|younger than|south of|a little under|slightly under
      """)
    + rows(
      .atLeast,
      "at least|as few as|as little as|no less than|no fewer than|a minimum of|minimum of|minimum|not fewer than|from at least"
    )
    + rows(
      .atMost,
      "at most|up to|no more than|as many as|as much as|a maximum of|maximum of|maximum|not more than|at the most|max"
    )
    + rows(
      .atLeast,
      "or more|or over|or higher|or longer|or greater|plus|or above|or older|at least|and up|and above",
      isAfter: true)
    + rows(
      .atMost,
      "or less|or fewer|or under|at best|at most|or lower|or below|at the most|tops|or younger|max|maximum",
      isAfter: true)
    + rows(.about, "or so|or thereabouts|give or take", isAfter: true)

  private static func rows(_ qualifier: Figure.Qualifier, _ phrases: String, isAfter: Bool = false)
    -> [HedgeTable.Row]
  {
    phrases.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map {
      HedgeTable.Row(phrase: String($0), qualifier: qualifier, isAfter: isAfter)
    }
  }
}

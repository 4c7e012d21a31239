/// A quantity that a text states.
///
/// Calendar dates, names with digits (G20, F-35), phone numbers and references are not figures.
public struct Figure: Hashable, Sendable {
  /// What sort of quantity it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A number of things.
    case count
    /// A share of a hundred.
    case percent
    /// A difference between two percentages.
    case percentagePoint
    /// An amount of money.
    case money
    /// A physical measure: length, mass, energy, data and so on.
    case measure
    /// A length of time.
    case duration
    /// A fraction or a relation of two numbers.
    case ratio
    /// A factor: twice, threefold, 1.5x.
    case multiple
    /// A temperature.
    case temperature
    /// The age of a person or thing.
    case age
    /// The result of a game or vote.
    case score
    /// A place in an order: fifth, 22nd.
    case ordinal
  }

  /// How the text hedges the number.
  public enum Qualifier: String, Hashable, Sendable, CaseIterable {
    /// The number as it stands.
    case exact
    /// About, roughly, nearly.
    case about
    /// More than, over.
    case moreThan
    /// Less than, under, fewer than.
    case lessThan
    /// At least, no fewer than, "or more".
    case atLeast
    /// At most, up to, at best.
    case atMost
    /// Between two numbers, without another hedge.
    case range
  }

  /// Which way the clause says that the number goes.
  public enum Trend: String, Hashable, Sendable, CaseIterable {
    /// It rose, gained, was up.
    case up
    /// It fell, lost, was down.
    case down
  }

  /// What was counted or measured, and how much of it.
  public enum Value: Hashable, Sendable {
    /// One number.
    case number(ExactDecimal)
    /// Everything from the first to the second number, both included.
    case range(ExactDecimal, ExactDecimal)
  }

  /// The words: hedge, number and unit, in the text that states it (`Article.body` or a comment's body).
  public var range: TextRange
  /// The number or range, magnitude words and letters already multiplied in.
  public var value: Value
  /// The unit in its canonical form: `%`, `km`, `EUR`, `year`, or the counted noun phrase ("terrorist targets").
  public var unit: String?
  /// How the text hedges the number.
  public var qualifier: Qualifier
  /// What sort of quantity it is.
  public var kind: Kind
  /// Which way the clause says that the number goes, or `nil` when it says nothing of it.
  public var trend: Trend?
  /// The quote that contains the figure, as an index into `Article.quotes`.
  public var quote: Int? {
    get { quoteIndex < 0 ? nil : Int(quoteIndex) }
    set { quoteIndex = newValue.flatMap { Int32(exactly: $0) } ?? -1 }
  }
  /// The index of the quote in as few bytes as ranges take, -1 without one.
  private var quoteIndex: Int32
  /// The rule that found the figure.
  public var evidence: Evidence

  /// Makes a figure.
  public init(
    range: TextRange, value: Value, unit: String? = nil, qualifier: Qualifier = .exact, kind: Kind,
    trend: Trend? = nil, quote: Int? = nil, evidence: Evidence
  ) {
    self.range = range
    self.value = value
    self.unit = unit
    self.qualifier = qualifier
    self.kind = kind
    self.trend = trend
    self.evidence = evidence
    quoteIndex = quote.flatMap { Int32(exactly: $0) } ?? -1
  }
}

/// A number of the text that states no quantity: a date, a name, the number of a page.
///
/// It is kept so that dates stay findable and rules can tell what was looked at, and is not shown among the figures.
public struct NumberMention: Hashable, Sendable {
  /// Why the number is no quantity.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A day of the calendar, with or without its year: 4 May, Nov. 4-9, 2012-06-06.
    case date
    /// A year, decade or span of years: 1987, the 1990s, 2006-07.
    case year
    /// A time of day: 6:15 AM, ten past six.
    case clock
    /// A place in an order that orders nothing countable: the 21st century, first.
    case ordinal
    /// A part of a name: F-35, the G20, Boeing 747.
    case name
    /// A mark, page, section or item: [12], p. 4, Game 3.
    case reference
    /// A telephone number.
    case phone
    /// A house number or the address of a machine or page.
    case address
    /// The version of a thing: 2.0.3.
    case version
    /// A fixed expression: 24/7, one another.
    case idiom
  }

  /// The words, in the text that has them.
  public var range: TextRange
  /// Why the number is no quantity.
  public var kind: Kind

  /// Makes a mention.
  public init(range: TextRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

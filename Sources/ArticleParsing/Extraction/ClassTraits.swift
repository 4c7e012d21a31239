/// What the names of an element's class and identifier can say about it.
struct ClassTraits: OptionSet {
  let rawValue: UInt32
  /// Holds what readers wrote.
  static let comments = ClassTraits(rawValue: 1 << 0)
  /// Probably holds something besides the article.
  static let junk = ClassTraits(rawValue: 1 << 1)
  /// Like `junk`, and right even of large elements.
  static let firmJunk = ClassTraits(rawValue: 1 << 2)
  /// May hold the article.
  static let good = ClassTraits(rawValue: 1 << 3)
  /// Names the body of an article.
  static let strong = ClassTraits(rawValue: 1 << 4)
  /// Holds the author's name.
  static let byline = ClassTraits(rawValue: 1 << 5)
  /// Holds the date.
  static let date = ClassTraits(rawValue: 1 << 6)
  /// Only forum software uses the name.
  static let forum = ClassTraits(rawValue: 1 << 7)
  /// One comment of several.
  static let comment = ClassTraits(rawValue: 1 << 8)
  /// A caption.
  static let caption = ClassTraits(rawValue: 1 << 9)
  /// A quotation of the article's own words.
  static let pullQuote = ClassTraits(rawValue: 1 << 10)
  /// A post of a social network.
  static let embeddedPost = ClassTraits(rawValue: 1 << 11)
  /// Not shown.
  static let hidden = ClassTraits(rawValue: 1 << 12)
  /// Names a person who takes part in a discussion.
  static let person = ClassTraits(rawValue: 1 << 13)
  /// Holds the words of a contribution.
  static let words = ClassTraits(rawValue: 1 << 14)
  /// Buttons, votes, pictures of people: parts of a contribution that are not its words.
  static let control = ClassTraits(rawValue: 1 << 15)
  /// Holds contributions to a discussion, by a word that other things bear too.
  static let contribution = ClassTraits(rawValue: 1 << 16)
}

/// How the stretches of a coloured text look: for each the parameters of the control sequence that selects it (SGR,
/// ECMA-48 8.3.117), without look when they are empty.
public struct TextPalette: Sendable {
  /// The title, headings, the head of a table.
  public var heading: String
  /// What stands beside or around the words.
  public var aside: String
  /// Who wrote a comment.
  public var author: String
  /// A quote of nobody in particular.
  public var unattributedQuote: String
  /// The quotes of speakers, and their names in tables, in turn.
  public var speakers: [String]
  /// A figure; it may stand in a quote.
  public var figure: String

  /// Makes a palette.
  public init(
    heading: String, aside: String, author: String, unattributedQuote: String, speakers: [String],
    figure: String
  ) {
    self.heading = heading
    self.aside = aside
    self.author = author
    self.unattributedQuote = unattributedQuote
    self.speakers = speakers
    self.figure = figure
  }

  /// The sixteen colours that users choose for their terminal: no background makes them unreadable.
  public static let terminal = TextPalette(
    heading: "1", aside: "2", author: "1", unattributedQuote: "3",
    // Colours that differ from one another and from that of figures.
    speakers: ["36", "35", "32", "34", "96", "95", "92", "94"], figure: "1;33")

  /// The parameters of a look.
  func parameters(of look: TextLook) -> String {
    switch look {
    case .heading: heading
    case .aside: aside
    case .author: author
    case .quote(let speaker?): speakers.isEmpty ? unattributedQuote : speakers[speaker % speakers.count]
    case .quote(speaker: nil): unattributedQuote
    case .figure: figure
    }
  }
}

/// What a stretch of exported text is, and how a terminal is told to show it.
///
/// Only the sixteen colours that users choose for their terminal are used, so that no background makes them unreadable.
enum TextLook: Equatable {
  /// The title, headings, the head of a table.
  case heading
  /// What stands beside or around the words: origin, time and score, the guides of a thread.
  case aside
  /// Who wrote a comment.
  case author
  /// A quote of the speaker at an index.
  case quote(speaker: Int?)
  /// A figure; it may stand in a quote.
  case figure

  /// The parameters of the control sequence that selects the look (SGR, ECMA-48 8.3.117).
  var parameters: String {
    switch self {
    case .heading, .author: "1"
    case .aside: "2"
    case .quote(speaker: nil): "3"
    case .quote(let speaker?): Self.speakers[speaker % Self.speakers.count]
    case .figure: "1;33"
    }
  }

  /// Colours that differ from one another and from that of figures.
  private static let speakers = ["36", "35", "32", "34", "96", "95", "92", "94"]
}

/// A stretch of a text with a look of its own.
struct TextMark {
  /// The bytes, as offsets of the text that is written.
  var range: Range<Int>
  var look: TextLook
}

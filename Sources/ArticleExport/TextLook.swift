/// What a stretch of exported text is; a palette says how it looks.
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
}

/// A stretch of a text with a look of its own.
struct TextMark {
  /// The bytes, as offsets of the text that is written.
  var range: Range<Int>
  var look: TextLook
}

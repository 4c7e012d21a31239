/// The signs that are drawn beside words, for terminals with and without UTF-8.
public struct Glyphs: Sendable {
  /// In the margin: a quote starts here.
  public var quoteMark: String
  /// In the margin: a figure is here.
  public var figureMark: String
  /// In front of a list item.
  public var bullet: String
  /// Left of a block quotation.
  public var quoteBar: String
  /// A line across.
  public var horizontal: String
  /// A line down.
  public var vertical: String
  /// A guide with a branch to the right.
  public var branch: String
  /// A guide's last branch.
  public var lastBranch: String
  /// A comment with its replies shown.
  public var unfolded: String
  /// A comment with its replies hidden.
  public var folded: String
  /// A comment without replies.
  public var leaf: String
  /// Between things on one line.
  public var separator: String
  /// In front of a score.
  public var score: String
  /// Where text was cut.
  public var ellipsis: String
  /// Between the names of a chain.
  public var arrow: String
  /// In front of a picture.
  public var picture: String
  /// Between a summary and the words it sums up.
  public var dash: String
  /// The thumb of a scrollbar.
  public var thumb: String
  /// The corners of a frame, from the top left one around with the clock.
  public var corners: [String]
  /// Beside the selected row of a list.
  public var pointer: String
  /// In front of the number of passages that a comment refers to.
  public var reference: String

  /// For terminals with UTF-8.
  public static let unicode = Glyphs(
    quoteMark: "❝", figureMark: "#", bullet: "•", quoteBar: "▌", horizontal: "─",
    vertical: "│", branch: "├", lastBranch: "└", unfolded: "▾", folded: "▸", leaf: "·",
    separator: "·", score: "▲", ellipsis: "…", arrow: "›", picture: "▣", dash: "—", thumb: "▐",
    corners: ["╭", "╮", "╯", "╰"], pointer: "›", reference: "⤴")

  /// For terminals without UTF-8.
  public static let ascii = Glyphs(
    quoteMark: "\"", figureMark: "#", bullet: "*", quoteBar: "|", horizontal: "-",
    vertical: "|", branch: "|", lastBranch: "`", unfolded: "v", folded: ">", leaf: ".",
    separator: "-", score: "+", ellipsis: "...", arrow: ">", picture: "[]", dash: "--", thumb: "#",
    corners: ["+", "+", "+", "+"], pointer: ">", reference: "^")
}

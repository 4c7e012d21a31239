/// A JSON text as a flat list of its values, in the order of the text.
///
/// A value is twelve bytes: where it stands, where its name stands, and where the value after it is in the list. What
/// kind it is, how long it is and what it says is read from the text when somebody asks. The members of an object and
/// the elements of an array follow it directly, so that looking around is counting, and nothing recurses.
///
/// Broken texts give the values before, and where it can be told around, the damage; `problem` says what was wrong.
struct JSONDocument {
  /// One value in the list.
  struct Node {
    /// The offset of the value's first byte.
    var start: UInt32
    /// The offset of the first byte of its name; 0 for elements of arrays and for the outermost values.
    var key: UInt32
    /// The index of the node after this one and all that is inside it.
    var next: UInt32
  }

  /// What keeps a text from being JSON.
  enum Problem: Hashable {
    /// There is no value in it.
    case empty
    /// It ends inside a value.
    case truncated
    /// What stands at this offset should not stand there.
    case malformed(Int)
    /// More nesting than `deepest` starts at this offset; it was left out.
    case tooDeep(Int)
    /// The values from this offset on were left out, because they were too many.
    case tooMany(Int)
  }

  /// The most containers within one another; a reply takes up to five.
  static let deepest = 65_536
  /// The most values.
  static let mostValues = 1 << 26

  /// The text, without its byte order mark; it must outlive the document.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The values.
  let nodes: [Node]
  /// The first thing that was wrong, or `nil` when the text is JSON, or several JSON texts on lines of their own.
  let problem: Problem?

  /// What was wrong, in words for the user; `nil` when nothing was.
  var diagnostic: (message: String, place: String?)? {
    switch problem {
    case nil, .empty: nil
    case .truncated: ("The file ends in the middle; the end is missing.", nil)
    case .malformed(let offset): ("The file is not valid JSON; something may be missing.", "byte \(offset)")
    case .tooDeep(let offset):
      ("The file is nested too deeply; its innermost parts were left out.", "byte \(offset)")
    case .tooMany(let offset): ("The file has too many values; its end was left out.", "byte \(offset)")
    }
  }
}

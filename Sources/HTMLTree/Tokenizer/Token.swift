/// A piece of the source, as the tokenizer hands it to the tree builder.
struct Token {
  enum Kind {
    /// Characters without NUL, in the byte range.
    case text
    /// One or more NUL characters.
    case nulls
    case startTag, endTag
    case comment
    /// The name is the byte range; the identifiers are attributes called `public` and `system`.
    case doctype
    case end
  }

  var kind = Kind.end
  /// The tag of a start or end tag.
  var tag = HTMLTag.other
  /// Whether a start tag ends in `/>`.
  var isSelfClosing = false
  /// Whether a doctype must put the document into quirks mode.
  var forcesQuirks = false
  /// The number of a tag's name.
  var name: Int32 = 0
  /// The bytes of a text, comment or doctype.
  var text = ByteRange()
  /// The attributes of a start tag, in the tokenizer's list.
  var attributes = AttributeRange()
}

/// A range of a document's bytes: of the source, or of the decoded texts that follow it.
struct ByteRange: BitwiseCopyable {
  var start: Int32 = 0
  var count: Int32 = 0

  init() {}

  @inline(__always)
  init(_ start: Int, _ count: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.count = Int32(truncatingIfNeeded: count)
  }

  /// The position after the last byte.
  @inline(__always)
  var end: Int32 { start &+ count }
}

extension HTMLDocument.Attribute {
  @inline(__always)
  init(name: Int32, value: ByteRange) {
    self.init(name: UInt16(truncatingIfNeeded: name), start: value.start, count: value.count)
  }

  @inline(__always)
  var value: ByteRange { ByteRange(Int(start), Int(count)) }
}

/// A range of a document's attributes.
struct AttributeRange: BitwiseCopyable {
  var first: Int32 = 0
  var count: Int32 = 0
}

/// Cuts a source into tokens (section "Tokenization" of the HTML standard).
///
/// Where the standard has a state for each character, this has a function for each kind of token that scans to its
/// end. Texts and values are ranges of the source; only what holds a character reference or a NUL is written anew,
/// into `decoded`, whose positions go on where those of the source end. The source must not hold carriage returns.
struct Tokenizer: ~Copyable {
  /// How the characters up to the next tag are read.
  enum Content {
    case data, rcdata, rawtext, script, plaintext, cdata
  }

  let source: UnsafeBufferPointer<UInt8>
  let knownNames: UnsafeBufferPointer<KnownNames.Slot>
  var position = 0
  var content = Content.data
  /// Whether `<![CDATA[` begins a CDATA section: inside SVG and MathML.
  var allowsCDATA = false
  /// The name of the last start tag, whose end tag ends raw text.
  var lastStartTag = PackedName()
  var token = Token()

  /// Texts and values that differ from their source.
  var decoded: Buffer<UInt8>
  /// The attributes of all start tags that were kept.
  var attributes: Buffer<HTMLDocument.Attribute>
  var names = NameTable()
  /// For each name the number of the last tag that had it as an attribute.
  var lastTagWithName: Buffer<Int32>
  var tagCount: Int32 = 0
  /// Whether a tag had more attributes than are kept.
  var droppedAttributes = false

  init(_ source: UnsafeBufferPointer<UInt8>, knownNames: UnsafeBufferPointer<KnownNames.Slot>) {
    self.source = source
    self.knownNames = knownNames
    decoded = Buffer(capacity: 256)
    attributes = Buffer(capacity: source.count / 48)
    lastTagWithName = Buffer(capacity: KnownNames.count + 64)
    for _ in 0..<KnownNames.count { lastTagWithName.append(0) }
  }

  /// Reads the next token into `token`.
  mutating func next() {
    while true {
      guard position < source.count else {
        token.kind = .end
        return
      }
      switch content {
      case .data:
        if source[position] == UInt8(ascii: "<") {
          switch markup() {
          case .token: return
          case .nothing: continue
          case .text: break
          }
        }
        return data()
      case .rcdata: rawText(decodesReferences: true)
      case .rawtext: rawText(decodesReferences: false)
      case .script: scriptData()
      case .plaintext: setText(position..<source.count, decodesReferences: false)
      case .cdata: cdata()
      }
      // Raw text may be empty; then what follows it is the token.
      if token.kind == .nulls || token.text.count > 0 { return }
    }
  }

  /// The bytes of a range, which may lie in the source or in `decoded`.
  @inline(__always)
  func bytes(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    let start = Int(range.start)
    if start < source.count {
      return UnsafeBufferPointer(rebasing: source[start..<start + Int(range.count)])
    }
    return UnsafeBufferPointer(
      rebasing: decoded.values[start - source.count..<start - source.count + Int(range.count)])
  }
}

/// Builds a tree from tokens (section "Tree construction" of the HTML standard).
///
/// The insertion modes are in files of their own. A function for a mode returns whether it has dealt with the token;
/// `false` asks for the token to be taken once more, in the mode that is then the current one ("reprocess").
///
/// All loops over open elements are bounded by `HTMLDocument.deepest`, and all those over formatting elements by
/// `FormattingElements.most`, so that the work is linear in the source, whatever it says.
struct TreeBuilder: ~Copyable {
  enum Mode: UInt8, BitwiseCopyable {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead
    case inBody, text, inTable, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate
    case afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
  }

  var tokenizer: Tokenizer
  var arena: Arena
  var open = OpenElements()
  var formatting = FormattingElements()
  var mode = Mode.initial
  /// Where the mode `text` returns to.
  var originalMode = Mode.initial
  var templateModes = Buffer<Mode>(capacity: 16)
  var headElement = Arena.none
  var formElement = Arena.none
  /// Whether a `frameset` may still replace the body.
  var allowsFrameset = true
  /// Whether what belongs into no table goes before it.
  var isFosterParenting = false
  /// Whether a line feed at the start of the next text is dropped.
  var dropsLineFeed = false
  /// The text inside a table that has not found its place yet.
  var tableText = Buffer<ByteRange>(capacity: 16)
  /// The element whose content a fragment is.
  var context: OpenElements.Entry?
  var contextNamespace = HTMLNamespace.html
  let keepsComments: Bool

  var quirks = HTMLDocument.Quirks.none
  var shortenings: HTMLDocument.Shortening = []
  /// How many more copies of formatting elements are made.
  var copiesLeft: Int
  /// How many more times the attributes of a repeated `html` or `body` tag are added.
  var attributeMergesLeft = 16
  /// How many tags with each name were ignored because of their depth, so that their end tags are ignored, too.
  var ignoredTags = Buffer<Int32>(capacity: 16)

  init(
    _ source: UnsafeBufferPointer<UInt8>, knownNames: UnsafeBufferPointer<KnownNames.Slot>,
    keepsComments: Bool
  ) {
    tokenizer = Tokenizer(source, knownNames: knownNames)
    arena = Arena(sourceCount: source.count)
    copiesLeft = 4096 + source.count / 4
    self.keepsComments = keepsComments
  }

  /// Builds the tree of a page.
  mutating func run() {
    repeat {
      tokenizer.allowsCDATA = open.count > 0 && !adjustedCurrentNode.traits.contains(.html)
      tokenizer.next()
      process()
    } while tokenizer.token.kind != .end
  }

  /// Takes the current token, as often as the modes want.
  private mutating func process() {
    switch tokenizer.token.kind {
    case .text:
      if dropsLineFeed {
        dropsLineFeed = false
        if tokenizer.bytes(tokenizer.token.text).first == 0x0A {
          tokenizer.token.text = tokenizer.token.text.dropFirst(1)
          if tokenizer.token.text.count == 0 { return }
        }
      }
    case .startTag:
      dropsLineFeed = false
      if open.count >= HTMLDocument.deepest, ignoresStartTag() { return }
    case .endTag:
      dropsLineFeed = false
      if shortenings.contains(.depth), ignoresEndTag() { return }
    default: dropsLineFeed = false
    }
    if tableText.count > 0, tokenizer.token.kind != .text, tokenizer.token.kind != .nulls { placeTableText() }
    while true {
      if isForeign {
        if inForeignContent() { return }
      } else if step() {
        return
      }
    }
  }

  /// Takes the token by the rules of the current insertion mode.
  mutating func step() -> Bool {
    switch mode {
    case .inBody: inBody()
    case .text: inText()
    case .inTable: inTable()
    case .inTableBody: inTableBody()
    case .inRow: inRow()
    case .inCell: inCell()
    case .inCaption: inCaption()
    case .inColumnGroup: inColumnGroup()
    case .inTemplate: inTemplate()
    case .initial: initial()
    case .beforeHTML: beforeHTML()
    case .beforeHead: beforeHead()
    case .inHead: inHead()
    case .inHeadNoscript: inHeadNoscript()
    case .afterHead: afterHead()
    case .afterBody: afterBody()
    case .inFrameset: inFrameset()
    case .afterFrameset: afterFrameset()
    case .afterAfterBody: afterAfterBody()
    case .afterAfterFrameset: afterAfterFrameset()
    }
  }

  // MARK: Depth

  /// Whether the start tag is ignored because of its depth.
  ///
  /// Elements that hold no others are still taken, and some more of those that end by themselves, so that a page that
  /// never closes its blocks keeps its paragraphs.
  private mutating func ignoresStartTag() -> Bool {
    let token = tokenizer.token
    if token.tag.isLeaf || token.isSelfClosing && isForeign { return false }
    if token.tag.endsBeforeItsLike, open.count < HTMLDocument.deepest + 64 { return false }
    shortenings.insert(.depth)
    while ignoredTags.count <= Int(token.name) { ignoredTags.append(0) }
    ignoredTags[token.name] += 1
    tokenizer.attributes.truncate(to: Int(token.attributes.first))
    return true
  }

  private mutating func ignoresEndTag() -> Bool {
    let name = Int(tokenizer.token.name)
    guard name < ignoredTags.count, ignoredTags[name] > 0 else { return false }
    ignoredTags[name] -= 1
    return true
  }
}

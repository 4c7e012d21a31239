import ArticleModel

/// A text cut into tokens once, for all rules.
struct TokenizedText {
  /// A stretch that rules read by itself: a block, or a cell of a table.
  struct Unit {
    var range: TextRange
    /// The indexes of its tokens.
    var tokens: Range<Int>
    /// Whether quotes are looked for in it.
    var isProse: Bool
    var isHeading: Bool
  }

  let utf8: [UInt8]
  private(set) var tokens: [Token] = []
  private(set) var units: [Unit] = []

  /// Cuts the blocks of a text; code and dividers are left out.
  ///
  /// - Complexity: O(length of the text).
  init(_ text: RichText, language: Language) {
    utf8 = text.utf8
    let tokenizer = Tokenizer(utf8: text.utf8, lexicon: language.lexicon)
    // More than there will be: what is not used costs nothing, while growing would copy all tokens of a long text.
    tokens.reserveCapacity(text.utf8.count / 3)
    for block in text.blocks {
      switch block.kind {
      case .code, .divider: continue
      case .table(let index):
        guard text.tables.indices.contains(index) else { continue }
        for row in text.tables[index].rows {
          for cell in row { append(cell, isProse: false, isHeading: false, tokenizer) }
        }
      case .heading: append(block.range, isProse: true, isHeading: true, tokenizer)
      case .paragraph, .listItem, .blockquote, .picture:
        append(block.range, isProse: true, isHeading: false, tokenizer)
      }
    }
  }

  private mutating func append(_ range: TextRange, isProse: Bool, isHeading: Bool, _ tokenizer: Tokenizer) {
    guard !range.isEmpty, Int(range.upper) <= utf8.count else { return }
    let first = tokens.count
    tokenizer.append(range.indices, to: &tokens)
    units.append(
      Unit(range: range, tokens: first..<tokens.count, isProse: isProse, isHeading: isHeading))
  }
}

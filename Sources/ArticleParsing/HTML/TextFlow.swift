import ArticleModel

/// Turns the tags and words of an article or comment into blocks.
///
/// Blocks begin with their first word, because what kind they are may depend on it: a line that starts with `>` is a
/// block quotation. A single line break is a space unless the next line is quoted or looks like an item of a list.
struct TextFlow {
  private enum Line {
    /// In the middle of a line.
    case inside
    /// At the start of a block.
    case block
    /// After one line break.
    case broken
  }

  /// A list that is open; bulleted ones have no numbers.
  private struct List {
    /// The number of the next item.
    var next: Int?
    /// The number of the open item.
    var current: Int?

    /// A number that a source states, unless it is larger than browsers take (32 bits).
    static func believed(_ number: Int?) -> Int? { number.flatMap { Int32(exactly: $0) }.map { Int($0) } }

    /// Begins an item, which may state its number.
    mutating func beginItem(number: Int?) {
      guard let following = next else { return }
      let own = List.believed(number) ?? following
      current = own
      next = own &+ 1
    }
  }

  /// More open inlines than this are ignored: every word looks at all of them.
  private static let mostInlines = 24

  /// Whether a line that starts with `>` is a block quotation.
  private let quotesMarkedLines: Bool
  private var builder = RichTextBuilder()
  private var line = Line.block
  /// The number of `>` at the start of the line.
  private var marks = 0
  private var isQuotedLine = false
  private var quotations = 0
  private var lists: [List] = []
  private var startsItem = false
  private var preformatted = 0
  private var inlines: [TextTag] = []
  private var heading = 0
  /// Pictures that stand inside a paragraph; they follow it.
  private var pictures: [PagePicture] = []

  init(quotesMarkedLines: Bool) { self.quotesMarkedLines = quotesMarkedLines }

  /// How many blocks are complete.
  var blockCount: Int { builder.text.blocks.count }

  /// Ends the text.
  mutating func finish() -> RichText {
    endBlock()
    return builder.finish()
  }

  /// Appends a picture: here, or after the open paragraph.
  mutating func append(_ picture: PagePicture) {
    pictures.append(picture)
    if line == .block { appendPictures() }
  }

  /// Appends a table of plain cells.
  mutating func appendTable(rows: [[String]], headerRows: Int) {
    endBlock()
    builder.appendTable(rows: rows, headerRows: headerRows)
  }

  private mutating func appendPictures() {
    for picture in pictures {
      builder.beginPicture(source: picture.source, alternativeText: picture.alternativeText)
      builder.append(picture.caption)
      builder.endBlock()
    }
    pictures = []
  }

  /// Appends words.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard preformatted == 0 else {
      if line != .inside {
        builder.begin(.code)
        line = .inside
      }
      return builder.append(bytes)
    }
    guard line != .inside else { return builder.append(bytes) }
    var start = 0
    while start < bytes.count,
      bytes[start] <= 0x20 || quotesMarkedLines && bytes[start] == UInt8(ascii: ">")
    {
      if bytes[start] > 0x20 { marks = min(marks + 1, 99) }
      start += 1
    }
    let rest = UnsafeBufferPointer(rebasing: bytes[start...])
    guard let first = rest.first else { return }
    beginLine(startsWith: first, next: rest.count > 1 ? rest[1] : 0)
    builder.append(rest)
  }

  /// Begins the block or line that the next word stands in.
  private mutating func beginLine(startsWith first: UInt8, next: UInt8) {
    let isItem =
      next == 0x20 && (first == UInt8(ascii: "-") || first == UInt8(ascii: "*"))
      || (0x30...0x39).contains(first) && (next == UInt8(ascii: ".") || next == UInt8(ascii: ")"))
    if line == .broken, marks == 0, !isQuotedLine, !isItem {
      append(space: 0x20)
    } else if line == .broken, marks > 0, isQuotedLine {
      append(space: 0x20)
    } else {
      builder.begin(kind())
      isQuotedLine = marks > 0
    }
    line = .inside
    marks = 0
  }

  private mutating func kind() -> Block.Kind {
    if heading > 0 { return .heading(level: heading) }
    if marks > 0 || quotations > 0 { return .blockquote(level: quotations + marks) }
    guard startsItem, let list = lists.indices.last else { return .paragraph }
    startsItem = false
    return .listItem(level: lists.count, ordinal: lists[list].current)
  }

  private mutating func append(space: UInt8) {
    withUnsafePointer(to: space) { builder.append(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  private mutating func endBlock() {
    builder.endBlock()
    if !pictures.isEmpty { appendPictures() }
    line = .block
    marks = 0
    isQuotedLine = false
  }

  /// Counts an item of the open list that is left out: those after it keep their numbers.
  mutating func skipItem(number: Int?) {
    guard let list = lists.indices.last else { return }
    lists[list].beginItem(number: number)
  }

  /// Takes a start tag.
  ///
  /// - Parameters:
  ///   - tag: What the tag means.
  ///   - target: The address of a link.
  ///   - firstNumber: Of an ordered list the number of its first item, of an item its own, where the source states it.
  mutating func open(_ tag: TextTag, target: [UInt8]?, firstNumber: Int?) {
    switch tag {
    case .p, .division: endBlock()
    case .heading(let level):
      endBlock()
      heading = level
    case .br: breakLine()
    case .hr:
      endBlock()
      builder.appendDivider()
    case .pre:
      endBlock()
      preformatted += 1
    case .blockquote:
      endBlock()
      quotations = min(quotations + 1, 99)
    case .ul, .ol:
      endBlock()
      startsItem = false
      lists.append(List(next: tag == .ol ? List.believed(firstNumber) ?? 1 : nil))
    case .li:
      endBlock()
      startsItem = true
      if lists.isEmpty { lists.append(List(next: nil)) }
      lists[lists.count - 1].beginItem(number: firstNumber)
    case .cell: if line == .inside { append(space: 0x20) }
    case .a:
      guard let target, HTMLLink.isSafe(target), inlines.count < Self.mostInlines else { return }
      inlines.append(tag)
      builder.openLink(to: String(decoding: target, as: UTF8.self))
    case .emphasis: open(tag, .emphasis)
    case .strong: open(tag, .strong)
    case .strike: open(tag, .strike)
    case .code: if preformatted == 0 { open(tag, .code) }
    case .opaque, .other: break
    }
  }

  /// Takes an end tag; one without a start tag does nothing.
  mutating func close(_ tag: TextTag) {
    switch tag {
    case .p, .division: endBlock()
    case .heading:
      endBlock()
      heading = 0
    case .pre:
      guard preformatted > 0 else { return }
      endBlock()
      preformatted -= 1
    case .blockquote:
      endBlock()
      quotations = max(0, quotations - 1)
    case .ul, .ol:
      endBlock()
      _ = lists.popLast()
      startsItem = false
    case .li:
      endBlock()
      startsItem = false
    case .a, .emphasis, .strong, .strike, .code:
      guard let index = inlines.lastIndex(of: tag) else { return }
      for _ in index..<inlines.count { builder.closeInline() }
      inlines.removeSubrange(index...)
    case .br: breakLine()
    case .cell, .hr, .opaque, .other: break
    }
  }

  private mutating func open(_ tag: TextTag, _ kind: Inline.Kind) {
    guard inlines.count < Self.mostInlines else { return }
    inlines.append(tag)
    builder.open(kind)
  }

  private mutating func breakLine() {
    if preformatted > 0 {
      if line == .inside { append(space: 0x0A) }
    } else if line == .inside {
      line = .broken
    } else if line == .broken {
      endBlock()
    }
  }
}

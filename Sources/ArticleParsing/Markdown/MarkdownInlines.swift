import ArticleModel
import HTMLTree

/// What runs inside a line of Markdown: emphasis, code, links, addresses, escapes.
///
/// The text is cut into tokens first; then marks of emphasis and brackets find their partners; then all is written.
/// Partners are looked for a bounded way back, so that the time is linear.
struct MarkdownInlines {
  private enum Token {
    case words(Range<Int>)
    case scalar(Unicode.Scalar)
    case code(Range<Int>)
    case lineBreak
    case picture(alternative: Range<Int>, target: [UInt8])
    case open(TextTag, target: [UInt8]?)
    case close(TextTag)
    /// Marks of emphasis: what they close, those that found no partner and are words, what they open, innermost first.
    case marks(closing: [TextTag], Range<Int>, opening: [TextTag])
  }

  private struct Delimiter {
    var token: Int
    var byte: UInt8
    var count: Int
    var canClose: Bool
  }

  /// How many open marks are looked at for a partner.
  private static let reach = 32

  private let bytes: UnsafeBufferPointer<UInt8>
  private let definitions: [String: [UInt8]]
  private var tokens: [Token] = []
  private var delimiters: [Delimiter] = []
  private var brackets: [(token: Int, position: Int, isPicture: Bool, delimiters: Int)] = []
  private var position = 0
  private var runStart = 0

  /// Writes a paragraph's text.
  ///
  /// - Complexity: O(number of bytes).
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, definitions: [String: [UInt8]], to flow: inout TextFlow
  ) {
    var inlines = MarkdownInlines(bytes: bytes, definitions: definitions)
    inlines.read()
    for token in inlines.tokens { inlines.write(token, to: &flow) }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, definitions: [String: [UInt8]]) {
    self.bytes = bytes
    self.definitions = definitions
  }

  /// The name of a definition as it is compared.
  static func name(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.map(ASCII.lowercased), as: UTF8.self)
  }

  private func write(_ token: Token, to flow: inout TextFlow) {
    switch token {
    case .words(let range): flow.append(UnsafeBufferPointer(rebasing: bytes[range]))
    case .marks(let closing, let range, let opening):
      for tag in closing { flow.close(tag) }
      flow.append(UnsafeBufferPointer(rebasing: bytes[range]))
      for tag in opening.reversed() { flow.open(tag, target: nil, firstNumber: nil) }
    case .scalar(let scalar):
      var text = String(scalar)
      text.withUTF8 { flow.append($0) }
    case .code(let range):
      flow.open(.code, target: nil, firstNumber: nil)
      flow.append(UnsafeBufferPointer(rebasing: bytes[range]))
      flow.close(.code)
    case .lineBreak: flow.open(.br, target: nil, firstNumber: nil)
    case .picture(let alternative, let target):
      guard HTMLLink.isSafe(target) else { return }
      flow.append(
        PagePicture(
          source: String(decoding: target, as: UTF8.self),
          alternativeText: String(decoding: bytes[alternative], as: UTF8.self)))
    case .open(let tag, let target): flow.open(tag, target: target, firstNumber: nil)
    case .close(let tag): flow.close(tag)
    }
  }

  // MARK: Tokens

  private mutating func read() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x5C: escape()
      case 0x60: codeSpan()
      case 0x26: reference()
      case 0x3C: angle()
      case 0x2A, 0x5F, 0x7E: marks()
      case 0x21 where position + 1 < bytes.count && bytes[position + 1] == 0x5B:
        flush()
        openBracket(isPicture: true)
      case 0x5B:
        flush()
        openBracket(isPicture: false)
      case 0x5D: closeBracket()
      case 0x68: address()
      case 0x0A: newline()
      default: position += 1
      }
    }
    flush()
  }

  /// Ends the run of plain words before the position.
  private mutating func flush() {
    if runStart < position { tokens.append(.words(runStart..<position)) }
    runStart = position
  }

  private mutating func skip(to end: Int) {
    position = end
    runStart = end
  }

  private mutating func escape() {
    guard position + 1 < bytes.count, Self.isPunctuation(bytes[position + 1]) else {
      if position + 1 < bytes.count, bytes[position + 1] == 0x0A {
        flush()
        tokens.append(.lineBreak)
        return skip(to: position + 2)
      }
      position += 1
      return
    }
    flush()
    tokens.append(.words(position + 1..<position + 2))
    skip(to: position + 2)
  }

  private mutating func codeSpan() {
    var open = position
    while open < bytes.count, bytes[open] == 0x60 { open += 1 }
    let count = open - position
    var cursor = open
    let limit = min(bytes.count, open + 65_536)
    while cursor < limit {
      guard bytes[cursor] == 0x60 else {
        cursor += 1
        continue
      }
      let start = cursor
      while cursor < bytes.count, bytes[cursor] == 0x60 { cursor += 1 }
      guard cursor - start == count else { continue }
      flush()
      tokens.append(.code(open..<start))
      return skip(to: cursor)
    }
    // No partner: all marks are words, and are not looked at again.
    position = open
  }

  private mutating func reference() {
    guard let reference = CharacterReference(at: position, in: bytes) else {
      position += 1
      return
    }
    flush()
    tokens.append(.scalar(reference.first))
    if let second = reference.second { tokens.append(.scalar(second)) }
    skip(to: position + reference.length)
  }

  /// An address between angle brackets, or a tag, which is dropped.
  private mutating func angle() {
    guard position + 1 < bytes.count,
      ASCII.isLetter(bytes[position + 1]) || bytes[position + 1] == 0x2F || bytes[position + 1] == 0x21
    else {
      position += 1
      return
    }
    var end = position + 1
    while end < bytes.count, end - position < 2000, bytes[end] != 0x3E, bytes[end] != 0x3C { end += 1 }
    guard end < bytes.count, bytes[end] == 0x3E else {
      position += 1
      return
    }
    flush()
    let inside = position + 1..<end
    if bytes[inside].contains(0x3A), !bytes[inside].contains(where: { $0 <= 0x20 }) {
      tokens.append(.open(.a, target: Array(bytes[inside])))
      tokens.append(.words(inside))
      tokens.append(.close(.a))
    } else if ASCII.matches("br", in: bytes, at: position + 1) {
      tokens.append(.lineBreak)
    }
    skip(to: end + 1)
  }

  private mutating func address() {
    guard position == 0 || !ASCII.isWord(bytes[position - 1]),
      // What stands in square brackets may become a link itself.
      brackets.last.map({ position - $0.position > 200 }) ?? true,
      let end = PlainLines.addressEnd(in: bytes, from: position)
    else {
      position += 1
      return
    }
    flush()
    tokens.append(.open(.a, target: Array(bytes[position..<end])))
    tokens.append(.words(position..<end))
    tokens.append(.close(.a))
    skip(to: end)
  }

  private mutating func newline() {
    flush()
    let isHard = position >= 2 && bytes[position - 1] == 0x20 && bytes[position - 2] == 0x20
    position += 1
    if isHard {
      tokens.append(.lineBreak)
      runStart = position
    }
    // Otherwise the newline is the white space between two words.
  }

  // MARK: Emphasis

  private mutating func marks() {
    let byte = bytes[position]
    flush()
    let start = position
    while position < bytes.count, bytes[position] == byte { position += 1 }
    let count = position - start
    let before = start > 0 ? bytes[start - 1] : 0x20
    let after = position < bytes.count ? bytes[position] : 0x20
    runStart = position
    tokens.append(.marks(closing: [], start..<position, opening: []))
    guard byte != 0x7E || count == 2, count <= 3 else { return }
    var canOpen = after > 0x20 && !(Self.isPunctuation(after) && ASCII.isWord(before))
    var canClose = before > 0x20 && !(Self.isPunctuation(before) && ASCII.isWord(after))
    if byte == 0x5F {
      canOpen = canOpen && !ASCII.isWord(before)
      canClose = canClose && !ASCII.isWord(after)
    }
    let token = tokens.count - 1
    let rest = canClose ? match(byte, count: count, canOpen: canOpen, at: token) : count
    if canOpen, rest > 0 {
      delimiters.append(Delimiter(token: token, byte: byte, count: rest, canClose: canClose))
    }
  }

  /// Finds the marks that these ones close, and returns how many find no partner.
  ///
  /// Marks in between become words.
  /// Two marks are strong, one is emphasis, and three are both. Marks that may open and close find partners only where
  /// the sum is no multiple of three, or both are, as CommonMark has it.
  private mutating func match(_ byte: UInt8, count: Int, canOpen: Bool, at token: Int) -> Int {
    var rest = count
    let floor = max(brackets.last?.delimiters ?? 0, delimiters.count - Self.reach)
    var index = delimiters.count - 1
    while rest > 0, index >= floor {
      let opener = delimiters[index]
      let isBarred =
        (opener.canClose || canOpen) && (opener.count + rest) % 3 == 0
        && (opener.count % 3 != 0 || rest % 3 != 0)
      guard opener.byte == byte, byte == 0x7E || !isBarred else {
        index -= 1
        continue
      }
      let used = rest >= 2 && opener.count >= 2 ? 2 : 1
      let tag: TextTag = byte == 0x7E ? .strike : used == 1 ? .emphasis : .strong
      rest -= used
      pair(opener.token, with: token, tag, used)
      delimiters.removeSubrange((index + 1)...)
      delimiters[index].count -= used
      if delimiters[index].count == 0 {
        delimiters.removeLast()
        index -= 1
      }
    }
    return rest
  }

  /// Takes marks off two tokens: from the end of the one that opens, from the beginning of the one that closes.
  private mutating func pair(_ opener: Int, with closer: Int, _ tag: TextTag, _ count: Int) {
    if case .marks(let closing, let range, let opening) = tokens[opener] {
      tokens[opener] = .marks(
        closing: closing, range.lowerBound..<range.upperBound - count, opening: opening + [tag])
    }
    if case .marks(let closing, let range, let opening) = tokens[closer] {
      tokens[closer] = .marks(
        closing: closing + [tag], range.lowerBound + count..<range.upperBound, opening: opening)
    }
  }

  // MARK: Links

  private mutating func openBracket(isPicture: Bool) {
    let length = isPicture ? 2 : 1
    tokens.append(.words(position..<position + length))
    brackets.append((tokens.count - 1, position + length, isPicture, delimiters.count))
    skip(to: position + length)
  }

  private mutating func closeBracket() {
    guard let opener = brackets.popLast() else {
      position += 1
      return
    }
    let text = opener.position..<position
    if !opener.isPicture, text.count > 1, bytes[text.lowerBound] == 0x5E, runStart == text.lowerBound {
      // The mark of a footnote is shown without its sign.
      runStart += 1
      position += 1
      return
    }
    guard let (target, end) = destination(after: position, text: text) else {
      position += 1
      return
    }
    flush()
    delimiters.removeSubrange(min(opener.delimiters, delimiters.count)...)
    if opener.isPicture {
      tokens.removeSubrange(opener.token...)
      tokens.append(.picture(alternative: text, target: target))
    } else {
      tokens[opener.token] = .open(.a, target: target)
      tokens.append(.close(.a))
    }
    skip(to: end)
  }

  /// Where a link leads whose text ends at `bracket`, and where it ends.
  private func destination(after bracket: Int, text: Range<Int>) -> (target: [UInt8], end: Int)? {
    let next = bracket + 1
    if next < bytes.count, bytes[next] == 0x28 { return inlineDestination(from: next + 1) }
    guard !definitions.isEmpty, text.count <= 200 else { return nil }
    if next < bytes.count, bytes[next] == 0x5B,
      let end = bytes[next...].prefix(200).firstIndex(of: 0x5D)
    {
      let name = end > next + 1 ? Self.name(bytes[next + 1..<end]) : Self.name(bytes[text])
      return definitions[name].map { ($0, end + 1) }
    }
    return definitions[Self.name(bytes[text])].map { ($0, next) }
  }

  /// The target in round brackets, which may hold balanced ones itself, and a title after it.
  private func inlineDestination(from start: Int) -> (target: [UInt8], end: Int)? {
    var cursor = start
    while cursor < bytes.count, bytes[cursor] <= 0x20 { cursor += 1 }
    let isAngled = cursor < bytes.count && bytes[cursor] == 0x3C
    if isAngled { cursor += 1 }
    let first = cursor
    var depth = 0
    let limit = min(bytes.count, first + 4000)
    while cursor < limit {
      let byte = bytes[cursor]
      if isAngled ? byte == 0x3E : byte <= 0x20 { break }
      if byte == 0x28 { depth += 1 }
      if byte == 0x29, !isAngled {
        if depth == 0 { break }
        depth -= 1
      }
      cursor += byte == 0x5C && cursor + 1 < limit ? 2 : 1
    }
    cursor = min(cursor, bytes.count)
    let target = CharacterReferences.resolved(UnsafeBufferPointer(rebasing: bytes[first..<cursor]))
    if isAngled { cursor += 1 }
    // A title is stepped over.
    var quote: UInt8?
    while cursor < limit {
      let byte = bytes[cursor]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x29 {
        return (target, cursor + 1)
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte > 0x20 {
        return nil
      }
      cursor += 1
    }
    return nil
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !ASCII.isDigit(byte) && !ASCII.isLetter(byte)
  }
}

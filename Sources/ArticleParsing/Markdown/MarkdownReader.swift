import ArticleModel

/// Reads Markdown straight into a `RichText`.
///
/// The part of CommonMark that people write, with the tables, footnotes, strike-throughs and bare addresses of GitHub and
/// the hidden words of Reddit: block quotations, lists, fenced and indented code, headings, rules, tables; what runs
/// inside a line is `MarkdownInlines`. Any bytes are accepted; a line is looked at once.
struct MarkdownReader {
  private struct List {
    /// The column of its marks, and the one where an item's words begin.
    var mark: Int
    var content: Int
    var isOrdered: Bool
  }

  private struct Fence {
    var byte: UInt8
    var count: Int
    var indent: Int
  }

  /// Targets of links that are longer are none, as in browsers.
  private static let longestTarget = 2048
  /// More lists or quotations within one another are not told apart.
  private static let deepest = 32

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: [Range<Int>]
  private let definitions: [String: [UInt8]]
  private var flow = TextFlow(quotesMarkedLines: false)
  private var paragraph: [UInt8] = []
  private var quotations = 0
  private var lists: [List] = []
  private var fence: Fence?
  private var isInCode = false
  /// Blank lines inside indented code, which belong to it when it goes on.
  private var blankLines = 0
  private var followsBlank = true
  /// How many hidden passages of Lemmy are open.
  private var spoilers = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, definitions: [String: [UInt8]]?) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    for position in bytes.indices where bytes[position] == 0x0A {
      lines.append(start..<(position > start && bytes[position - 1] == 0x0D ? position - 1 : position))
      start = position + 1
    }
    lines.append(start..<bytes.count)
    self.lines = lines
    self.definitions = definitions ?? Self.definitions(lines, of: bytes)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - definitions: The targets of links by name, when the text is a piece of another one.
  /// - Returns: The text in blocks.
  /// - Complexity: O(number of bytes).
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, definitions: [String: [UInt8]]? = nil
  ) -> RichText {
    var reader = MarkdownReader(bytes, definitions: definitions)
    var line = 0
    while line < reader.lines.count { line = reader.take(line) }
    reader.endBlock()
    return reader.flow.finish()
  }

  // MARK: Lines

  /// Takes a line, and those that belong to it; returns the next one.
  private mutating func take(_ index: Int) -> Int {
    var start = lines[index].lowerBound
    let end = lines[index].upperBound
    if let fence, quotations == 0 { return takeFenced(index, fence) }
    let level = quotationMarks(from: &start, to: end)
    if let fence, level == quotations { return takeFenced(index, fence) }
    let (indent, text) = indentation(from: start, to: end)
    guard text < end else {
      takeBlank(level: level)
      return index + 1
    }
    // A line without its mark goes on with the quoted paragraph.
    let isLazy = level < quotations && !paragraph.isEmpty && !beginsBlock(at: text, to: end, indent: indent)
    if !isLazy, level != quotations { setQuotations(level) }
    if !isLazy { leaveLists(indent: indent, isItem: item(at: text, to: end) != nil) }
    let inner = indent - (lists.last?.content ?? 0)
    if paragraph.isEmpty, inner >= 4, isInCode || followsBlank {
      takeCode(from: start, to: end, margin: (lists.last?.content ?? 0) + 4)
      return index + 1
    }
    endCode()
    followsBlank = false
    if let opened = fenceMark(at: text, to: end, indent: indent) {
      endBlock()
      fence = opened
      flow.open(.pre, target: nil, firstNumber: nil)
      return index + 1
    }
    if takeSpoilerMark(at: text, to: end) { return index + 1 }
    if isRule(at: text, to: end) {
      endBlock()
      flow.open(.hr, target: nil, firstNumber: nil)
      return index + 1
    }
    if let level = headingLevel(at: text, to: end) {
      endBlock()
      takeHeading(level, from: text + level, to: end)
      return index + 1
    }
    if let item = item(at: text, to: end), paragraph.isEmpty || item.interrupts {
      endBlock()
      beginItem(item, indent: indent, text: text)
      let (_, words) = indentation(from: item.content, to: end)
      if words < end { paragraph.append(contentsOf: bytes[words..<end]) }
      return index + 1
    }
    if paragraph.isEmpty, let next = takeTable(index, level: level) { return next }
    if paragraph.isEmpty, index + 1 < lines.count, let level = underline(lines[index + 1], level: level) {
      takeHeading(level, from: text, to: end)
      return index + 2
    }
    if isDefinition(text..<end), paragraph.isEmpty { return index + 1 }
    if let words = footnote(text..<end) {
      endBlock()
      paragraph.append(contentsOf: "\\[".utf8)
      paragraph.append(contentsOf: bytes[(text + 2)..<(words - 2)])
      paragraph.append(contentsOf: "\\] ".utf8)
      paragraph.append(contentsOf: bytes[words..<end])
      return index + 1
    }
    if !paragraph.isEmpty { paragraph.append(0x0A) }
    paragraph.append(contentsOf: bytes[text..<end])
    return index + 1
  }

  private mutating func takeBlank(level: Int) {
    if isInCode { blankLines += 1 }
    endParagraph()
    if level < quotations { setQuotations(level) }
    followsBlank = true
  }

  /// Counts the quotation marks a line begins with and steps over them; `>!` hides words and is none.
  private func quotationMarks(from start: inout Int, to end: Int) -> Int {
    var level = 0
    while level < Self.deepest {
      let (indent, text) = indentation(from: start, to: end)
      guard indent < 4, text < end else { break }
      var mark = text
      if bytes[text] == 0x3E {
        guard text + 1 >= end || bytes[text + 1] != 0x21 else { break }
        mark += 1
      } else if end - text >= 4, ASCII.matches("&gt;", in: bytes, at: text) {
        // Answers that are escaped for pages have the mark as a reference.
        guard text + 4 >= end || bytes[text + 4] != 0x21 else { break }
        mark += 4
      } else {
        break
      }
      level += 1
      start = mark < end && bytes[mark] == 0x20 ? mark + 1 : mark
    }
    return level
  }

  /// The columns of white space from `start`, and where it ends.
  private func indentation(from start: Int, to end: Int) -> (columns: Int, end: Int) {
    var columns = 0
    var position = start
    while position < end {
      if bytes[position] == 0x20 {
        columns += 1
      } else if bytes[position] == 0x09 {
        columns += 4 - columns % 4
      } else {
        break
      }
      position += 1
    }
    return (columns, position)
  }

  private mutating func setQuotations(_ level: Int) {
    endBlock()
    closeLists(to: 0)
    while quotations > level {
      flow.close(.blockquote)
      quotations -= 1
    }
    while quotations < level {
      flow.open(.blockquote, target: nil, firstNumber: nil)
      quotations += 1
    }
  }

  /// Whether a line begins something that ends a paragraph.
  private func beginsBlock(at text: Int, to end: Int, indent: Int) -> Bool {
    fenceMark(at: text, to: end, indent: indent) != nil || isRule(at: text, to: end)
      || headingLevel(at: text, to: end) != nil || item(at: text, to: end)?.interrupts == true
  }

  // MARK: Blocks

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    paragraph.withUnsafeBufferPointer {
      MarkdownInlines.write($0, definitions: definitions, to: &flow)
    }
    paragraph.removeAll(keepingCapacity: true)
    flow.close(.p)
  }

  private mutating func endCode() {
    guard isInCode else { return }
    isInCode = false
    blankLines = 0
    flow.close(.pre)
  }

  private mutating func endBlock() {
    endParagraph()
    endCode()
    if fence != nil { flow.close(.pre) }
    fence = nil
  }

  /// Takes a line of three colons, which hides what follows below a title, or ends that; says whether it is one.
  private mutating func takeSpoilerMark(at text: Int, to end: Int) -> Bool {
    guard ASCII.matches(":::", in: bytes, at: text) else { return false }
    let (_, word) = indentation(from: text + 3, to: end)
    if word >= end, spoilers > 0 {
      endBlock()
      spoilers -= 1
      return true
    }
    guard ASCII.matches("spoiler", in: bytes, at: word), word + 7 <= end else { return false }
    endBlock()
    spoilers += 1
    let (_, title) = indentation(from: word + 7, to: end)
    flow.open(.strong, target: nil, firstNumber: nil)
    MarkdownInlines.write(
      title < end
        ? UnsafeBufferPointer(rebasing: bytes[title..<end])
        : UnsafeBufferPointer(rebasing: bytes[word..<end]),
      definitions: definitions, to: &flow)
    flow.close(.strong)
    flow.close(.p)
    return true
  }

  private mutating func takeHeading(_ level: Int, from start: Int, to end: Int) {
    var upper = end
    while upper > start, bytes[upper - 1] == 0x23 || bytes[upper - 1] == 0x20 { upper -= 1 }
    flow.open(.heading(level), target: nil, firstNumber: nil)
    MarkdownInlines.write(
      UnsafeBufferPointer(rebasing: bytes[start..<upper]), definitions: definitions, to: &flow)
    flow.close(.heading(level))
  }

  private func headingLevel(at text: Int, to end: Int) -> Int? {
    var position = text
    while position < end, bytes[position] == 0x23 { position += 1 }
    let level = position - text
    guard (1...6).contains(level), position < end, bytes[position] <= 0x20 else { return nil }
    return level
  }

  /// The level of the heading that a line of `=` or `-` makes of the line before it.
  private func underline(_ line: Range<Int>, level: Int) -> Int? {
    var start = line.lowerBound
    guard quotationMarks(from: &start, to: line.upperBound) == level else { return nil }
    let marks = bytes[start..<line.upperBound].filter { $0 > 0x20 }
    guard marks.count >= 2, let first = marks.first, marks.allSatisfy({ $0 == first }) else { return nil }
    return first == 0x3D ? 1 : first == 0x2D ? 2 : nil
  }

  private func isRule(at text: Int, to end: Int) -> Bool {
    let mark = bytes[text]
    guard mark == 0x2D || mark == 0x2A || mark == 0x5F else { return false }
    var count = 0
    for byte in bytes[text..<end] where byte != 0x20 {
      guard byte == mark else { return false }
      count += 1
    }
    return count >= 3
  }

  // MARK: Code

  private func fenceMark(at text: Int, to end: Int, indent: Int) -> Fence? {
    let mark = bytes[text]
    guard mark == 0x60 || mark == 0x7E else { return nil }
    var position = text
    while position < end, bytes[position] == mark { position += 1 }
    guard position - text >= 3, mark == 0x7E || !bytes[position..<end].contains(0x60) else { return nil }
    return Fence(byte: mark, count: position - text, indent: indent)
  }

  private mutating func takeFenced(_ index: Int, _ fence: Fence) -> Int {
    var start = lines[index].lowerBound
    let end = lines[index].upperBound
    if quotations > 0 { _ = quotationMarks(from: &start, to: end) }
    let (indent, text) = indentation(from: start, to: end)
    if text < end, bytes[text] == fence.byte,
      let closing = fenceMark(at: text, to: end, indent: indent), closing.count >= fence.count,
      bytes[text..<end].allSatisfy({ $0 == fence.byte || $0 <= 0x20 })
    {
      self.fence = nil
      flow.close(.pre)
      followsBlank = true
    } else {
      appendCode(from: position(after: fence.indent, from: start, to: end), to: end)
    }
    return index + 1
  }

  private mutating func takeCode(from start: Int, to end: Int, margin: Int) {
    if !isInCode {
      flow.open(.pre, target: nil, firstNumber: nil)
      isInCode = true
      blankLines = 0
    }
    for _ in 0..<blankLines { appendCode(from: end, to: end) }
    blankLines = 0
    appendCode(from: position(after: margin, from: start, to: end), to: end)
    followsBlank = false
  }

  private mutating func appendCode(from start: Int, to end: Int) {
    let line = Array(bytes[start..<end]) + [0x0A]
    line.withUnsafeBufferPointer { flow.append($0) }
  }

  /// The position after at most so many columns of white space.
  private func position(after columns: Int, from start: Int, to end: Int) -> Int {
    var position = start
    var column = 0
    while position < end, column < columns, bytes[position] == 0x20 || bytes[position] == 0x09 {
      column += bytes[position] == 0x20 ? 1 : 4 - column % 4
      position += 1
    }
    return position
  }

  // MARK: Lists

  private struct Item {
    var content: Int
    var ordinal: Int?
    /// Whether it may end a paragraph: numbers other than 1 may not, they may be years at the end of a sentence.
    var interrupts: Bool
  }

  private func item(at text: Int, to end: Int) -> Item? {
    let byte = bytes[text]
    if byte == 0x2D || byte == 0x2A || byte == 0x2B {
      guard text + 1 < end, bytes[text + 1] == 0x20 || bytes[text + 1] == 0x09 else { return nil }
      return Item(content: text + 1, ordinal: nil, interrupts: true)
    }
    var position = text
    var number = 0
    while position < end, position - text < 9, ASCII.isDigit(bytes[position]) {
      number = number * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    guard position > text, position + 1 < end, bytes[position] == 0x2E || bytes[position] == 0x29,
      bytes[position + 1] == 0x20
    else { return nil }
    return Item(content: position + 1, ordinal: number, interrupts: number == 1 || !lists.isEmpty)
  }

  private mutating func beginItem(_ item: Item, indent: Int, text: Int) {
    while let last = lists.last, indent < last.mark { closeLists(to: lists.count - 1) }
    if let last = lists.last, indent < last.content {
      if last.isOrdered == (item.ordinal != nil) {
        flow.close(.li)
      } else {
        closeLists(to: lists.count - 1)
      }
    }
    let content = indent + (item.content - text) + 1
    if let last = lists.last, indent < last.content {
      lists[lists.count - 1].mark = indent
      lists[lists.count - 1].content = content
    } else if lists.count < Self.deepest {
      flow.open(item.ordinal == nil ? .ul : .ol, target: nil, firstNumber: item.ordinal)
      lists.append(List(mark: indent, content: content, isOrdered: item.ordinal != nil))
    }
    flow.open(.li, target: nil, firstNumber: nil)
  }

  /// Leaves the lists that a line after a blank one is not indented enough for.
  private mutating func leaveLists(indent: Int, isItem: Bool) {
    guard followsBlank, !lists.isEmpty, !isItem else { return }
    endParagraph()
    while let last = lists.last, indent < min(last.content, last.mark + 2) { closeLists(to: lists.count - 1) }
  }

  private mutating func closeLists(to count: Int) {
    endParagraph()
    while let last = lists.last, lists.count > count {
      flow.close(last.isOrdered ? .ol : .ul)
      lists.removeLast()
    }
  }

  // MARK: Tables

  /// Takes a table that starts at a line; returns the line after it, or `nil` when none starts here.
  private mutating func takeTable(_ index: Int, level: Int) -> Int? {
    guard index + 1 < lines.count, let head = row(lines[index], level: level), head.count > 1,
      let rule = row(lines[index + 1], level: level),
      rule.allSatisfy({ cell in
        cell.contains("-") && cell.allSatisfy { $0 == "-" || $0 == ":" || $0 == " " }
      })
    else { return nil }
    var rows = [head]
    var next = index + 2
    while next < lines.count, let cells = row(lines[next], level: level) {
      rows.append(cells)
      next += 1
    }
    endBlock()
    flow.appendTable(rows: rows, headerRows: 1)
    return next
  }

  /// The cells of a line with upright strokes, without marks; `nil` for other lines.
  private func row(_ line: Range<Int>, level: Int) -> [String]? {
    var start = line.lowerBound
    guard quotationMarks(from: &start, to: line.upperBound) == level else { return nil }
    var cells: [[UInt8]] = [[]]
    var strokes = 0
    var position = start
    while position < line.upperBound {
      if bytes[position] == 0x5C, position + 1 < line.upperBound, bytes[position + 1] == 0x7C {
        cells[cells.count - 1].append(0x7C)
        position += 2
      } else if bytes[position] == 0x7C {
        cells.append([])
        strokes += 1
        position += 1
      } else {
        cells[cells.count - 1].append(bytes[position])
        position += 1
      }
    }
    guard strokes > 0 else { return nil }
    if cells[0].allSatisfy({ $0 <= 0x20 }) { cells.removeFirst() }
    if let last = cells.last, last.allSatisfy({ $0 <= 0x20 }) { cells.removeLast() }
    return cells.map { cell in
      var flow = TextFlow(quotesMarkedLines: false)
      cell.withUnsafeBufferPointer { MarkdownInlines.write($0, definitions: definitions, to: &flow) }
      return flow.finish().string
    }
  }

  // MARK: Definitions

  /// Where the words of a footnote begin, `[^name]: words`; `nil` for other lines.
  private func footnote(_ line: Range<Int>) -> Int? {
    guard line.count > 5, bytes[line.lowerBound] == 0x5B, bytes[line.lowerBound + 1] == 0x5E,
      let end = bytes[line].prefix(100).firstIndex(of: 0x5D), end > line.lowerBound + 2,
      end + 2 < line.upperBound,
      bytes[end + 1] == 0x3A
    else { return nil }
    return end + 2
  }

  /// The targets of links that are named in a text.
  ///
  /// - Complexity: O(number of bytes).
  static func definitions(of bytes: UnsafeBufferPointer<UInt8>) -> [String: [UInt8]] {
    MarkdownReader(bytes, definitions: nil).definitions
  }

  private func isDefinition(_ line: Range<Int>) -> Bool { Self.definition(line, of: bytes) != nil }

  /// The targets of links that are named at the end of a text: `[name]: address`.
  private static func definitions(
    _ lines: [Range<Int>], of bytes: UnsafeBufferPointer<UInt8>
  ) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for line in lines {
      guard let (name, target) = definition(line, of: bytes), result[name] == nil else { continue }
      result[name] = target
    }
    return result
  }

  private static func definition(
    _ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> (name: String, target: [UInt8])? {
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
    // A name that begins with ^ is that of a footnote.
    guard start + 1 < line.upperBound, bytes[start] == 0x5B, bytes[start + 1] != 0x5E,
      let end = bytes[start..<line.upperBound].firstIndex(of: 0x5D), end + 1 < line.upperBound,
      bytes[end + 1] == 0x3A
    else { return nil }
    var target = bytes[(end + 2)..<line.upperBound].drop { $0 <= 0x20 }
    if let space = target.firstIndex(where: { $0 <= 0x20 }) { target = target[..<space] }
    if target.first == 0x3C, target.last == 0x3E { target = target.dropFirst().dropLast() }
    // A long target that many links name would make a text of many times the size.
    guard !target.isEmpty, target.count <= longestTarget else { return nil }
    return (MarkdownInlines.name(bytes[(start + 1)..<end]), Array(target))
  }
}

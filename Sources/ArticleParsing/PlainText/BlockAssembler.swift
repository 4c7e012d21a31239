import ArticleModel
import TerminalText

/// Makes blocks of lines: paragraphs, headings, list items, block quotations, code and dividers.
///
/// Every decision looks at a group of lines between blank ones and at most at the group after it, so that the
/// beginning of a text gives the same blocks as the whole.
struct BlockAssembler {
  /// Where the lines stand: headings and titles are looked for in articles only, page furniture never in mail.
  enum Place {
    case article
    case comment
    case mail
  }

  private let table: LineTable
  private let layout: TextLayout
  private let place: Place
  private var builder = RichTextBuilder()
  private var boilerplate: [Boilerplate] = []
  private var blockCount = 0
  /// Whether the block before is a list item, which an indented group may continue.
  private var isAfterListItem = false
  /// Whether lines of the run stand at the indentation of running text, so that others are indented for a reason.
  private var hasBaseLines = false

  init(_ table: LineTable, layout: TextLayout, place: Place) {
    self.table = table
    self.layout = layout
    self.place = place
  }

  private var bytes: UnsafeBufferPointer<UInt8> { table.bytes }

  /// The index of the last block so far, or `nil`.
  mutating func lastBlock() -> Int? {
    builder.endBlock()
    return builder.text.blocks.isEmpty ? nil : builder.text.blocks.count - 1
  }

  /// The text and what was set aside.
  mutating func finish() -> (text: RichText, boilerplate: [Boilerplate]) {
    (builder.finish(), boilerplate)
  }

  /// Appends a range of whole lines; lines up to `horizon` may be looked at to tell what a line is.
  ///
  /// - Complexity: O(number of bytes in the lines).
  mutating func append(lines: Range<Int>, horizon: Int? = nil) {
    var line = lines.lowerBound
    while line < lines.upperBound {
      if table[line].isBlank {
        line += 1
        continue
      }
      var end = line + 1
      while end < lines.upperBound, !table[end].isBlank { end += 1 }
      appendGroup(line..<end, limit: horizon ?? lines.upperBound)
      line = end
    }
  }

  /// Sets lines aside, by `rule` where they are no known furniture.
  mutating func setAside(_ lines: Range<Int>, rule: String) {
    for line in lines where !table[line].isBlank {
      let role = LinePhrases.role(of: table.text(line))
      setAside(line, rule: role?.rule ?? rule, confidence: role == nil ? 0.7 : 0.95)
    }
  }

  private mutating func setAside(_ line: Int, rule: String, confidence: Double) {
    let text = Sanitizer.cleanLine(String(decoding: table.text(line), as: UTF8.self))
    guard !text.isEmpty else { return }
    boilerplate.append(
      Boilerplate(text: text, afterBlock: lastBlock(), evidence: Evidence(rule: rule, confidence: confidence))
    )
  }

  // MARK: Groups

  private mutating func appendGroup(_ group: Range<Int>, limit: Int) {
    var start = group.lowerBound
    while start < group.upperBound {
      if let role = furniture(at: start, in: group) {
        setAside(start, rule: role.rule, confidence: 0.95)
        start += 1
        continue
      }
      var end = start + 1
      while end < group.upperBound, furniture(at: end, in: group) == nil { end += 1 }
      appendRun(start..<end, isWhole: start..<end == group, limit: limit)
      start = end
    }
  }

  /// The role of a line of page furniture.
  ///
  /// In an article a single word ("Search", "More") is furniture only beside other furniture: alone it is a heading.
  private func furniture(at line: Int, in group: Range<Int>) -> LineRole? {
    guard place != .mail, let role = LinePhrases.role(of: table.text(line)) else { return nil }
    if place == .comment { return role == .commentHeading ? nil : role }
    switch role {
    case .commentHeading, .image: return nil
    case .commentMenu, .commentForm, .notice: if !isSingleWord(line) { return role }
    case .newsletter, .share, .navigation: if !isSingleWord(line) { return role }
    case .commentAction: break
    }
    let isBeside = [line - 1, line + 1].contains { neighbour in
      guard group.contains(neighbour), let other = LinePhrases.role(of: table.text(neighbour)) else {
        return false
      }
      return other != .image && other != .commentHeading
    }
    return isBeside && !ASCII.isDigit(bytes[table[line].range.lowerBound]) ? role : nil
  }

  private func isSingleWord(_ line: Int) -> Bool { !table.text(line).contains(0x20) }

  /// Appends lines without blanks and furniture among them.
  private mutating func appendRun(_ run: Range<Int>, isWhole: Bool, limit: Int) {
    hasBaseLines = run.contains { Int(table[$0].indent) <= layout.baseIndent }
    if isCode(run) {
      appendCode(run)
      return
    }
    if place != .comment, let columns = columnTable(run) {
      builder.appendTable(rows: columns.rows, headerRows: columns.headerRows)
      isAfterListItem = false
      return
    }
    if isWhole, place == .article, appendHeading(run, limit: limit) { return }
    var line = run.lowerBound
    while line < run.upperBound {
      if isDivider(line) {
        builder.appendDivider()
        isAfterListItem = false
        line += 1
      } else if let level = markdownHeading(line), place == .article {
        builder.begin(.heading(level: level))
        builder.append(table.slice(table[line].range.dropFirst(level)))
        isAfterListItem = false
        line += 1
      } else if bytes[table[line].range.lowerBound] == UInt8(ascii: ">") {
        line = appendQuotation(from: line, to: run.upperBound)
      } else if let mark = LineMark(table, line) {
        line = appendListItem(mark, from: line, to: run.upperBound)
      } else {
        line = appendParagraph(from: line, in: run)
      }
    }
  }

  /// The table that lines make; lines of prose that were made equally long, lists and quotations are none.
  private func columnTable(_ run: Range<Int>) -> ColumnTable? {
    guard run.count >= 2, LineMark(table, run.lowerBound) == nil,
      bytes[table[run.lowerBound].range.lowerBound] != UInt8(ascii: ">"),
      let columns = ColumnTable(table, run)
    else { return nil }
    let full = run.dropLast().count { layout.isSoftBreak(table, after: $0) }
    return full * 2 > run.count ? nil : columns
  }

  // MARK: Paragraphs

  /// Appends one paragraph; returns the line after it.
  private mutating func appendParagraph(from line: Int, in run: Range<Int>) -> Int {
    let isContinuation =
      isAfterListItem && line == run.lowerBound && Int(table[line].indent) >= layout.baseIndent + 2
      && place == .article
    isAfterListItem = isContinuation
    builder.begin(kind(ofParagraphAt: run, isContinuation: isContinuation))
    let end = appendJoined(from: line, to: run.upperBound)
    builder.endBlock()
    return end
  }

  private func kind(ofParagraphAt run: Range<Int>, isContinuation: Bool) -> Block.Kind {
    guard place == .article, !isContinuation, run.count >= 2 || layout.wrapWidth != nil else {
      return .paragraph
    }
    let isIndented = run.allSatisfy { Int(table[$0].indent) >= layout.baseIndent + 4 }
    return isIndented ? .blockquote(level: 1) : .paragraph
  }

  /// Appends a line and those that were broken off it; returns the line after them.
  private mutating func appendJoined(from first: Int, to limit: Int) -> Int {
    var line = first
    builder.append(table.text(line))
    while line + 1 < limit, continues(after: line, first: first) {
      builder.append(Self.space)
      builder.append(table.text(line + 1))
      line += 1
    }
    return line + 1
  }

  private static let space = " "

  /// Whether the next line goes on with the paragraph.
  private func continues(after line: Int, first: Int) -> Bool {
    let next = line + 1
    if bytes[table[next].range.lowerBound] == UInt8(ascii: ">") || isDivider(next) { return false }
    if LineMark(table, next) != nil { return false }
    // A first line that is indented marks a new paragraph where no blank lines do; also after a paragraph of one line.
    if line == first, hasBaseLines, layout.wrapWidth != nil, Int(table[next].indent) > layout.baseIndent,
      Int(table[next].indent) <= layout.baseIndent + 8, table[next].indent >= table[line].indent
    {
      return false
    }
    if line > first, table[next].indent > table[line].indent, table[next].indent <= table[line].indent + 8,
      layout.wrapWidth != nil
    {
      return false
    }
    if layout.isSoftBreak(table, after: line) { return true }
    return layout.wrapWidth == nil && isBrokenOff(line, next)
  }

  /// Two lines of a text too short to measure: the first is nearly as long as lines get, ends no sentence, and the
  /// second goes on in lower case.
  private func isBrokenOff(_ line: Int, _ next: Int) -> Bool {
    guard (45...200).contains(table[line].count), let last = table.text(line).last,
      let first = table.text(next).first
    else { return false }
    let column = table.endColumn(line)
    return (45...100).contains(column) && ASCII.isLower(first)
      && (ASCII.isWord(last) || last == UInt8(ascii: ",") || last == UInt8(ascii: "-"))
  }

  // MARK: Lists, quotations, dividers

  private mutating func appendListItem(_ mark: LineMark, from line: Int, to limit: Int) -> Int {
    builder.begin(.listItem(level: mark.level(baseIndent: layout.baseIndent), ordinal: mark.ordinal))
    builder.append(table.slice(mark.textStart..<table[line].range.upperBound))
    var last = line
    while last + 1 < limit, LineMark(table, last + 1) == nil, !isDivider(last + 1),
      bytes[table[last + 1].range.lowerBound] != UInt8(ascii: ">"),
      table[last + 1].indent > table[line].indent || layout.isSoftBreak(table, after: last)
    {
      builder.append(Self.space)
      builder.append(table.text(last + 1))
      last += 1
    }
    builder.endBlock()
    isAfterListItem = true
    return last + 1
  }

  /// Appends the lines with the same number of `>`; returns the line after them.
  private mutating func appendQuotation(from line: Int, to limit: Int) -> Int {
    let (level, start) = quotation(line)
    builder.begin(.blockquote(level: level))
    builder.append(table.slice(start..<table[line].range.upperBound))
    var next = line + 1
    while next < limit, bytes[table[next].range.lowerBound] == UInt8(ascii: ">") {
      let (nextLevel, nextStart) = quotation(next)
      guard nextLevel == level, nextStart < table[next].range.upperBound else { break }
      builder.append(Self.space)
      builder.append(table.slice(nextStart..<table[next].range.upperBound))
      next += 1
    }
    builder.endBlock()
    isAfterListItem = false
    return next
  }

  /// How many `>` a line begins with, and where its words begin.
  private func quotation(_ line: Int) -> (level: Int, start: Int) {
    var level = 0
    var position = table[line].range.lowerBound
    while position < table[line].range.upperBound {
      if bytes[position] == UInt8(ascii: ">") {
        level += 1
      } else if bytes[position] != 0x20 {
        break
      }
      position += 1
    }
    return (min(level, 64), position)
  }

  /// Whether the line is a row of at least three like marks, perhaps with spaces between them.
  private func isDivider(_ line: Int) -> Bool {
    guard (3...200).contains(table[line].count) else { return false }
    let text = table.text(line)
    let mark = text[0]
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "~"),
      UInt8(ascii: "#"):
      var marks = 0
      for byte in text {
        if byte == mark { marks += 1 } else if byte != 0x20 { return false }
      }
      return marks >= 3
    default: return false
    }
  }

  // MARK: Headings

  /// Appends a group if it is a heading; returns whether it was one.
  ///
  /// A heading is underlined, or a short line without the end of a sentence before a longer group.
  private mutating func appendHeading(_ run: Range<Int>, limit: Int) -> Bool {
    let first = run.lowerBound
    if run.count == 2, isDivider(first + 1), !isDivider(first), table.text(first + 1).count >= 3,
      table[first].count <= 200, table.text(first + 1)[0] != UInt8(ascii: "*")
    {
      let isDouble = table.text(first + 1)[0] == UInt8(ascii: "=")
      appendHeading(first, level: isDouble ? 1 : 2)
      return true
    }
    guard run.count == 1, isTitle(first, before: run.upperBound, limit: limit) else { return false }
    appendHeading(first, level: 2)
    return true
  }

  private mutating func appendHeading(_ line: Int, level: Int) {
    builder.begin(.heading(level: level))
    builder.append(table.text(line))
    builder.endBlock()
    isAfterListItem = false
  }

  /// Whether a line that stands alone is a title: short, in no sentence, and followed by longer text.
  func isTitle(_ line: Int, before end: Int, limit: Int) -> Bool {
    let text = table.text(line)
    guard text.count <= 200, table.width(table[line].range) <= 100, let first = text.first,
      let last = text.last
    else { return false }
    guard !ASCII.isLower(first), first != UInt8(ascii: "\""), first != UInt8(ascii: "("),
      first != UInt8(ascii: ">"),
      first != UInt8(ascii: "["), first != UInt8(ascii: "'"), first != UInt8(ascii: "-"),
      LineMark(table, line) == nil, !isDivider(line),
      text.contains(where: { ASCII.isWord($0) })
    else { return false }
    // Opening quotation marks and dialogue dashes begin speech.
    if first == 0xE2, text.count > 2, text[1] == 0x80 { return false }
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "]"):
      return false
    // A short question may be a heading; a long one is somebody asking.
    case UInt8(ascii: "?"):
      if text.count(where: { $0 == 0x20 }) > 7 { return false }
    default: break
    }
    // An ellipsis or a closing quotation mark at the end.
    if text.count >= 3, text[text.count - 3] == 0xE2, text[text.count - 2] == 0x80 { return false }
    if Int(table[line].indent) >= layout.baseIndent + 8 { return false }
    var next = end
    while next < limit, table[next].isBlank { next += 1 }
    guard next < limit, next > end else { return false }
    if next + 1 < limit, !table[next + 1].isBlank, LineMark(table, next) == nil {
      return layout.wrapWidth == nil
        ? table[next].count * 2 >= table[line].count * 3 : table[next].count >= table[line].count
    }
    return table[next].count * 2 >= table[line].count * 3 && table[next].count >= 40
  }

  private func markdownHeading(_ line: Int) -> Int? {
    let text = table.text(line)
    var level = 0
    while level < text.count, text[level] == UInt8(ascii: "#") { level += 1 }
    return (1...6).contains(level) && level < text.count && text[level] == 0x20 ? level : nil
  }

  // MARK: Code

  /// Whether the lines are code: all indented by four or more, in another shape than prose.
  private func isCode(_ run: Range<Int>) -> Bool {
    let least = layout.baseIndent + 4
    guard place != .comment, !isAfterListItem, Int(table[run.lowerBound].indent) >= least else {
      return false
    }
    var symbols = 0
    var letters = 0
    for line in run {
      guard Int(table[line].indent) >= least else { return false }
      if LineMark(table, line) != nil { return false }
      for byte in table.text(line).prefix(200) {
        if ASCII.isLetter(byte) || byte >= 0x80 { letters += 1 }
        if Self.isCodeMark(byte) { symbols += 1 }
      }
    }
    return symbols * 25 >= letters && symbols >= 2
  }

  private static func isCodeMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "$"),
      UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "*"),
      UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: ";"):
      true
    default: false
    }
  }

  /// Appends whole lines as they stand, blank ones among them.
  mutating func appendVerbatim(lines: Range<Int>) {
    builder.begin(.code)
    for line in lines {
      if line > lines.lowerBound { builder.append("\n") }
      builder.append(String(repeating: " ", count: min(200, Int(table[line].indent))))
      builder.append(table.text(line))
    }
    builder.endBlock()
    isAfterListItem = false
  }

  /// Appends a divider.
  mutating func appendDivider() {
    builder.appendDivider()
    isAfterListItem = false
  }

  private mutating func appendCode(_ run: Range<Int>) {
    let least = run.map { Int(table[$0].indent) }.min() ?? 0
    builder.begin(.code)
    for line in run {
      if line > run.lowerBound { builder.append("\n") }
      builder.append(String(repeating: " ", count: min(200, Int(table[line].indent) - least)))
      builder.append(table.text(line))
    }
    builder.endBlock()
  }
}

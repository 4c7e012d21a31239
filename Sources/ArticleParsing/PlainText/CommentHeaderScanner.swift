/// A line that stands at the head (or foot) of a comment and carries its date.
struct CommentHeader {
  /// The line.
  var line: Int
  /// The printed date; `nil` where name and points are all that a page prints.
  var date: PrintedDate?
  /// The name on the same line, if there is one.
  var name: Range<Int>?
  /// Whom the line says the comment answers.
  var replyTo: Range<Int>?
  /// The points on the same line.
  var score: Int?
  /// Whether the line says that the comment was changed.
  var isEdited = false
  /// What Hacker News prints behind the date: which neighbours the comment has in the tree.
  var links: Links = []

  /// Navigation words behind the date.
  struct Links: OptionSet {
    let rawValue: UInt8
    static let parent = Links(rawValue: 1)
    static let root = Links(rawValue: 2)
    static let previous = Links(rawValue: 4)
    static let next = Links(rawValue: 8)
  }

  /// Headers of one thread agree in this.
  var style: Int {
    guard let date else { return Self.styles - 1 }
    return (name == nil ? 0 : 1) + (date.isRelative ? 0 : 2)
  }

  /// The number of styles.
  static let styles = 5
}

/// Recognises comment headers, names and "reply to" lines.
struct CommentHeaderScanner {
  let table: LineTable
  private var dates = DateScanner()

  init(_ table: LineTable) { self.table = table }

  private var bytes: UnsafeBufferPointer<UInt8> { table.bytes }

  /// The header on a line, or `nil`: the line must be a date and at most a name, marks and menu words around it.
  mutating func header(at index: Int) -> CommentHeader? {
    let line = table[index]
    guard line.count >= 5, line.count <= 160, mayHoldDate(line.range) else { return nil }
    guard let date = dates.firstDate(in: bytes, line.range) else { return undatedHeader(at: index) }
    var header = CommentHeader(line: index, date: date)
    guard readTail(date.range.upperBound..<line.range.upperBound, &header) else { return nil }
    guard readLead(line.range.lowerBound..<date.range.lowerBound, &header) else { return nil }
    header.isEdited = ASCII.find("edited", in: table.text(index)) != nil
    return header
  }

  /// The header of a page that prints a name and points only: "ann_lee 5pts", "Ann Lee 12 points 1 Like".
  private func undatedHeader(at index: Int) -> CommentHeader? {
    let range = table[index].range
    let text = table.slice(range)
    guard range.count <= 80, let found = ASCII.find("pts", in: text) ?? ASCII.find(" points", in: text) else {
      return nil
    }
    var header = CommentHeader(line: index)
    let before = takingScore(range, &header)
    guard header.score != nil, before.lowerBound == range.lowerBound,
      before.upperBound < range.lowerBound + found
    else { return nil }
    var tail = range.lowerBound + found + 1
    while tail < range.upperBound, ASCII.isLetter(bytes[tail]) { tail += 1 }
    guard readTail(tail..<range.upperBound, &header), let name = name(in: before) else { return nil }
    header.name = name
    return header
  }

  /// The name that a line consists of, perhaps with a verb ("Ann Lee says:"), or `nil` when the line is no name.
  func name(at index: Int) -> Range<Int>? { name(in: table[index].range) }

  /// The name in a line that says whom a comment answers ("Reply to  Ann Lee"), or `nil`.
  func replyTarget(at index: Int) -> Range<Int>? {
    let range = table[index].range
    guard range.count <= 120 else { return nil }
    for opening in Self.replyOpenings where ASCII.matches(opening, in: bytes, at: range.lowerBound) {
      var start = range.lowerBound + opening.utf8CodeUnitCount
      guard start < range.upperBound, !ASCII.isWord(bytes[start]) || bytes[start] == 0xC2 else { continue }
      start = skippingSpace(start, range.upperBound)
      // "Antwort auf #2.1 von NAME"
      if start < range.upperBound, bytes[start] == UInt8(ascii: "#") {
        while start < range.upperBound, bytes[start] != 0x20 { start += 1 }
        start = skippingSpace(start, range.upperBound)
        for word in ["von ", "by ", "de "] as [StaticString] where ASCII.matches(word, in: bytes, at: start) {
          start += word.utf8CodeUnitCount
        }
      }
      if start < range.upperBound, let name = name(in: start..<range.upperBound) { return name }
    }
    return nil
  }

  private static let replyOpenings: [StaticString] = [
    "reply to", "in reply to", "replying to", "replied to", "antwort auf", "antwort an", "en respuesta a",
    "en réponse à", "in risposta a",
  ]

  /// The first place that is neither a space nor a no-break space.
  private func skippingSpace(_ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end {
      if bytes[position] == 0x20 {
        position += 1
      } else if bytes[position] == 0xC2, position + 1 < end, bytes[position + 1] == 0xA0 {
        position += 2
      } else {
        break
      }
    }
    return position
  }

  // MARK: Around the date

  /// Reads what follows the date; `false` when it is words of somebody.
  private func readTail(_ range: Range<Int>, _ header: inout CommentHeader) -> Bool {
    var position = range.lowerBound
    var strange = 0
    // "I began a month ago." is a sentence.
    if range.count == 1, bytes[position] == UInt8(ascii: ".") { return false }
    while position < range.upperBound {
      guard ASCII.isLetter(bytes[position]) || bytes[position] >= 0x80 else {
        if bytes[position] == UInt8(ascii: "?") || bytes[position] == UInt8(ascii: "!") { return false }
        position += 1
        continue
      }
      let start = position
      while position < range.upperBound, ASCII.isWord(bytes[position]) { position += 1 }
      switch Self.tailWords[WordHash.word(bytes, start..<position)] {
      case 0: break
      case 1: header.links.insert(.parent)
      case 2: header.links.insert(.root)
      case 3: header.links.insert(.previous)
      case 4: header.links.insert(.next)
      default:
        if bytes[start] == 0xE2 || bytes[start] == 0xC2 { continue }
        strange += 1
      }
    }
    return strange == 0 || (strange == 1 && endsWithEditor(range))
  }

  /// "edited by NAME" ends with a word that no table knows.
  private func endsWithEditor(_ range: Range<Int>) -> Bool {
    ASCII.find("edited by ", in: table.slice(range)) != nil
  }

  /// Reads what stands before the date; `false` when it is neither a name nor nothing.
  private func readLead(_ range: Range<Int>, _ header: inout CommentHeader) -> Bool {
    var range = trimmed(range)
    let original = range
    range = droppingConnector(range)
    // GitHub and Hacker News say "on" before a bare day; it is part of what is printed.
    if original.upperBound - range.upperBound >= 2, let date = header.date, !date.isRelative,
      ASCII.matches("on", in: bytes, at: original.upperBound - 2),
      date.range.count <= 13
    {
      header.date?.range = original.upperBound - 2..<date.range.upperBound
    }
    range = trimmed(range)
    // "#1.1 — vor 8 Stunden", "1. 3 years ago"
    if isNumbering(range) { return true }
    if let (name, target) = repliedTo(range) {
      header.name = name
      header.replyTo = target
      return name != nil
    }
    range = takingScore(range, &header)
    if range.isEmpty { return true }
    // "48 points by NAME" heads the story itself on a discussion site.
    for word in [
      "authored by", "posted by", "submitted by", "published", "posted on", "veröffentlicht", "par ",
    ]
      as [StaticString]
    where ASCII.matches(word, in: bytes, at: range.lowerBound) { return false }
    guard let name = name(in: range) else { return false }
    header.name = name
    return true
  }

  /// "NAME replied to this comment from OTHER", "NAME replied to OTHER", "NAME > OTHER".
  private func repliedTo(_ range: Range<Int>) -> (name: Range<Int>?, target: Range<Int>?)? {
    let slice = table.slice(range)
    for phrase in [
      " replied to this comment from ", " replied to a comment from ", " replied to ", " in reply to ",
      " reply to ", " antwortet auf ",
    ] as [StaticString] {
      guard let found = ASCII.find(phrase, in: slice) else { continue }
      let middle = range.lowerBound + found
      return (
        name(in: range.lowerBound..<middle), name(in: middle + phrase.utf8CodeUnitCount..<range.upperBound)
      )
    }
    return nil
  }

  /// Cuts "12 points by" or "NAME 12 points" and keeps the points.
  private func takingScore(_ range: Range<Int>, _ header: inout CommentHeader) -> Range<Int> {
    guard
      let found = ASCII.find(" point", in: table.slice(range)) ?? ASCII.find("pts", in: table.slice(range))
    else { return range }
    let unit = range.lowerBound + found
    var digits = unit
    while digits > range.lowerBound, ASCII.isDigit(bytes[digits - 1]) { digits -= 1 }
    guard digits < unit, unit - digits < 7 else { return range }
    var value = 0
    for byte in bytes[digits..<unit] { value = value * 10 + Int(byte - 0x30) }
    var rest = unit
    while rest < range.upperBound, bytes[rest] == 0x20 { rest += 1 }
    while rest < range.upperBound, ASCII.isLetter(bytes[rest]) { rest += 1 }
    let isNegative = digits > table[header.line].range.lowerBound && bytes[digits - 1] == UInt8(ascii: "-")
    header.score = isNegative ? -value : value
    let before = trimmed(range.lowerBound..<max(range.lowerBound, isNegative ? digits - 1 : digits))
    if !before.isEmpty { return before }
    var after = trimmed(rest..<range.upperBound)
    if ASCII.matches("by ", in: bytes, at: after.lowerBound) {
      after = after.lowerBound + 3..<after.upperBound
    }
    return trimmed(after)
  }

  private func isNumbering(_ range: Range<Int>) -> Bool {
    for byte in bytes[range] where !ASCII.isDigit(byte) && byte != 0x23 && byte != 0x2E && byte != 0x20 {
      return false
    }
    return true
  }

  /// Cuts "on", "am", "at", "um", "Le", "says:" and the like off the end.
  private func droppingConnector(_ range: Range<Int>) -> Range<Int> {
    var range = range
    for _ in 0..<3 {
      range = trimmed(range)
      var start = range.upperBound
      while start > range.lowerBound, ASCII.isWord(bytes[start - 1]) { start -= 1 }
      guard start < range.upperBound, Self.connectors[WordHash.word(bytes, start..<range.upperBound)] != nil
      else { break }
      range = range.lowerBound..<start
    }
    return range
  }

  // MARK: Names

  /// The name that fills `range`, without list marks, image names and "says:"; `nil` when it is no name.
  ///
  /// A name is one to six words without the marks of a sentence.
  func name(in whole: Range<Int>) -> Range<Int>? {
    guard whole.count <= 90 else { return nil }
    var range = droppingMarks(whole)
    let saying = trimmedSaying(range)
    if let saying { range = saying }
    range = withoutEcho(trimmed(range))
    guard range.count >= 1, range.count <= 60 else { return nil }
    var words = 1
    var letters = 0
    for position in range {
      let byte = bytes[position]
      if ASCII.isWord(byte) { letters += 1 }
      switch byte {
      case 0x20:
        words += 1
        if endsSentence(at: position, in: range) { return nil }
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "\""),
        UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "{"):
        return nil
      default: break
      }
    }
    guard words <= 6, letters > 0 else { return nil }
    // "Dr. No" and "Ann L." are names; "I agree." is a sentence.
    if bytes[range.upperBound - 1] == UInt8(ascii: "."), words > 3 || range.count > 20 { return nil }
    if bytes[range.upperBound - 1] == UInt8(ascii: ",") { return nil }
    if ASCII.matches("http", in: bytes, at: range.lowerBound) { return nil }
    return saying != nil || LinePhrases.role(of: table.slice(range)) == nil ? range : nil
  }

  /// One half of a name that is there twice, as when an avatar's words are glued to it: "Ann LeeAnn Lee",
  /// "Ann avatar Ann".
  private func withoutEcho(_ range: Range<Int>) -> Range<Int> {
    for glue in [" avatar ", " ", ""] as [StaticString] {
      let rest = range.count - glue.utf8CodeUnitCount
      guard rest >= 6, rest % 2 == 0 else { continue }
      // Nicknames may be doubled words; names with a capital are not.
      if glue.utf8CodeUnitCount == 0, !ASCII.isUpper(bytes[range.lowerBound]) { continue }
      let first = range.lowerBound..<range.lowerBound + rest / 2
      let second = range.upperBound - rest / 2..<range.upperBound
      if ASCII.matches(glue, in: bytes, at: first.upperBound) || glue.utf8CodeUnitCount == 0,
        table.slice(first).elementsEqual(table.slice(second))
      {
        return second
      }
    }
    return range
  }

  /// Whether the words before a space end with a full stop and are more than an initial or a title.
  private func endsSentence(at space: Int, in range: Range<Int>) -> Bool {
    guard space - 5 >= range.lowerBound, bytes[space - 1] == UInt8(ascii: ".") else { return false }
    return bytes[space - 5..<space - 1].allSatisfy(ASCII.isLetter)
  }

  private func trimmedSaying(_ range: Range<Int>) -> Range<Int>? {
    let range = trimmed(range)
    var start = range.upperBound
    while start > range.lowerBound, ASCII.isWord(bytes[start - 1]) { start -= 1 }
    guard start < range.upperBound, start > range.lowerBound,
      Self.verbs[WordHash.word(bytes, start..<range.upperBound)] != nil
    else { return nil }
    return trimmed(range.lowerBound..<start)
  }

  /// Without bullets, numbering and bracketed image names in front.
  private func droppingMarks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    let end = range.upperBound
    while start < end {
      let byte = bytes[start]
      if byte == UInt8(ascii: "["), let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "]")) {
        start = close + 1
      } else if byte == 0xE2, start + 3 < end, bytes[start + 3] == 0x20 {
        start += 3
      } else if byte == 0x20 || byte == 0x2A || byte == 0x2B || byte == 0x2D || byte == 0x7C {
        start += 1
      } else if ASCII.isDigit(byte) {
        var after = start
        while after < end, ASCII.isDigit(bytes[after]) { after += 1 }
        guard after + 1 < end, bytes[after] == UInt8(ascii: "."), bytes[after + 1] == 0x20 else { break }
        start = after + 1
      } else if ASCII.matches("by ", in: bytes, at: start), end - start > 3 {
        start += 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// Without white space and separating marks at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSeparator(bytes[start]) { start += 1 }
    while end > start {
      if isSeparator(bytes[end - 1]) {
        end -= 1
      } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 || bytes[end - 1] == 0xB7 {
        end -= 2
      } else if end - 3 >= start, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: "("),
      UInt8(ascii: "*"):
      true
    default: false
    }
  }

  /// Whether a date is possible: a digit, or the "ago" of "an hour ago", or the only word.
  private func mayHoldDate(_ range: Range<Int>) -> Bool {
    for position in range {
      let byte = bytes[position]
      if ASCII.isDigit(byte) { return true }
      if byte == UInt8(ascii: "g"), position > range.lowerBound, bytes[position - 1] == UInt8(ascii: "a"),
        position + 1 < range.upperBound, bytes[position + 1] == UInt8(ascii: "o")
      {
        return true
      }
    }
    return range.count <= 30
  }

  private static let verbs = WordTable([
    "says|said|sagt|sagte|schreibt|schrieb|wrote|writes|commented|dice|dijo|dit|meint|posted"
  ])

  private static let connectors = WordTable([
    "on|at|am|um|le|el|says|said|sagt|schreibt|wrote|commented|posted|edited|dice|dijo|dit|den|the|op|il|du"
  ])

  /// Words of menus behind a date, and after them those that lead to neighbours: the numbers are `readTail`'s.
  private static let tailWords = WordTable([
    "link|reply|permalink|permanenter|permalien|edited|edit|bearbeitet|report|flag|share|more|uhr|said|says|sagt|"
      + "schreibt|wrote|at|um|antworten|melden|favorite|hide|quote|by|est|edt|pst|pdt|utc|gmt|cet|cest|am|pm|"
      + "context|save|unread|vote|votes|like|likes|new|author|op|mod|modified|zitieren|répondre|responder",
    "parent", "root", "prev", "next",
  ])
}

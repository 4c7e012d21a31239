import ArticleModel

/// Reads the comments of a page by the names of a system.
struct MarkupReader {
  private let markup: CommentMarkup
  private let page: PageNodes
  private let units: [CommentUnit]
  private let reader: UnitReader
  private let body: ElementMatcher
  private let residue: ElementMatcher
  private let flags: [(sign: ElementMatcher, flags: Comment.Flags)]
  private let levelElements: ElementMatcher
  /// The name of whom started the discussion, where the page says it apart from the comments.
  let submitter: String?
  private let values: Values

  /// The places of facts, made ready for the page.
  private struct Values {
    var identifier, parent, level, replyTo, author, date, score: [MarkupPlace]

    init(_ markup: CommentMarkup, _ document: HTMLDocument) {
      func ready(_ values: [MarkupValue]) -> [MarkupPlace] {
        values.compactMap { MarkupPlace($0, in: document) }
      }
      identifier = ready(markup.identifier)
      parent = ready(markup.parent)
      level = ready(markup.level)
      replyTo = ready(markup.replyTo)
      author = ready(markup.author)
      date = ready(markup.date)
      score = ready(markup.score)
    }
  }

  /// What is read of one comment before its place is known.
  private struct Entry {
    var comment: Comment
    var author: String?
    var body: RichText
    var parentIdentifier: String?
    var level: Int?
    /// The comment around it in the document.
    var container: Int
    var missing: Int?
  }

  init(_ markup: CommentMarkup, page: CommentPage, units: [CommentUnit]) {
    self.markup = markup
    self.units = units
    self.page = page.nodes(for: units)
    let document = page.document
    reader = UnitReader(self.page, base: page.base, units: units)
    body = ElementMatcher(markup.body, in: document)
    residue = ElementMatcher(markup.residue, in: document)
    flags = markup.flags.compactMap { entry in
      let sign = ElementMatcher([entry.sign], in: document)
      return sign.isEmpty ? nil : (sign, entry.flags)
    }
    levelElements = ElementMatcher(markup.levelElements, in: document)
    let starter = ElementMatcher(markup.submitter, in: document)
    submitter =
      starter.isEmpty
      ? nil
      : document.nodes.indices.first(where: starter.matches)
        .flatMap { ContributorName.clean(document.text(of: $0)) }
    values = Values(markup, document)
  }

  /// The thread.
  ///
  /// - Complexity: O(size of the comments).
  func thread() -> CommentThread {
    var entries: [Entry] = []
    entries.reserveCapacity(units.count)
    var open: [(index: Int, end: Int)] = []
    for (index, unit) in units.enumerated() {
      while let last = open.last, last.end <= unit.element { open.removeLast() }
      entries.append(read(unit, container: open.last?.index ?? -1))
      open.append((index, unit.end))
    }
    let parents = parents(of: &entries)
    var builder = CommentThread.Builder(capacity: entries.count)
    let arrangement = ThreadArrangement(parents: parents)
    var missing = 0
    for (index, depth) in arrangement.order {
      let entry = entries[index]
      if units[index].isStub {
        guard entry.missing != 0 else { continue }
        builder.appendStub(missing: entry.missing, depth: depth, id: entry.comment.id)
        missing += entry.missing ?? 0
        continue
      }
      // An element without words and name that nobody answers is a form or a frame.
      guard
        !entry.body.blocks.isEmpty || arrangement.hasReplies[index] || entry.author != nil
          || !entry.comment.flags.isDisjoint(with: [.deleted, .removed, .flagged])
      else { continue }
      var comment = entry.comment
      if let author = entry.author { comment.author = builder.author(author) }
      builder.append(comment, depth: depth, body: entry.body)
    }
    var thread = builder.finish()
    thread.note = note(missing: missing, hasStubs: thread.hasStubs)
    return thread
  }

  private func note(missing: Int, hasStubs: Bool) -> ThreadNote? {
    let document = page.document
    for gap in markup.gaps {
      let sign = ElementMatcher([gap.sign], in: document)
      guard !sign.isEmpty, let node = document.nodes.indices.first(where: sign.matches) else { continue }
      return ThreadNote(missing: Self.count(document.text(of: node)), reason: gap.reason)
    }
    guard hasStubs else { return nil }
    return ThreadNote(
      missing: missing > 0 ? missing : nil, reason: "The page shows only some of the replies.")
  }

  // MARK: One comment

  private func read(_ unit: CommentUnit, container: Int) -> Entry {
    let document = page.document
    let own = reader.ownNodes(of: unit)
    let nodes = [unit.element] + own
    var entry = Entry(comment: Comment(), body: RichText(), container: container)
    entry.comment.id = first(values.identifier, unit, own).flatMap { Self.identifier($0.text) } ?? ""
    entry.parentIdentifier = first(values.parent, unit, own).flatMap { Self.identifier($0.text) }
    if markup.identifierNamesParent, let value = document.attribute("id", of: unit.element) {
      let numbers = value.split(separator: "_").suffix(2).map { String($0) }
      if numbers.count == 2 {
        entry.comment.id = Self.identifier(numbers[0]) ?? entry.comment.id
        entry.parentIdentifier = Self.identifier(numbers[1]) ?? entry.parentIdentifier
      }
    }
    entry.level = level(of: unit, own)
    if unit.isStub {
      let text = document.text(of: unit.element)
      // One without words waits for a script.
      entry.missing = text.isEmpty ? 0 : Self.count(text)
      return entry
    }
    for (sign, flags) in flags where nodes.contains(where: sign.matches) {
      entry.comment.flags.formUnion(flags)
    }
    entry.comment.score = first(values.score, unit, own).flatMap { Self.score($0.text) }
    if let name = first(values.replyTo, unit, own) {
      entry.comment.replyTo = ContributorName.clean(name.text)
    }
    let header = header(of: unit, own)
    entry.author = header.author
    entry.comment.posted = header.time?.posted
    entry.comment.postedText = header.time?.text
    if let author = header.author, author == submitter { entry.comment.flags.insert(.originalPoster) }
    readBody(of: unit, own, header, into: &entry)
    return entry
  }

  private func header(of unit: CommentUnit, _ own: [Int]) -> UnitReader.Header {
    let document = page.document
    var header = UnitReader.Header()
    for place in values.author {
      guard let found = place.value(of: unit, own, in: document, text: reader.nameText),
        let name = ContributorName.clean(found.text)
      else { continue }
      header.author = name
      header.authorNode = found.node
      break
    }
    for place in values.date {
      guard let (time, node) = place.time(of: unit, own, in: document) else { continue }
      header.time = time
      header.dateNode = node
      break
    }
    guard markup.guesses else { return header }
    if header.time == nil { reader.readTime(own, into: &header) }
    if header.author == nil { reader.readAuthor(own, into: &header) }
    return header
  }

  private func readBody(
    of unit: CommentUnit, _ own: [Int], _ header: UnitReader.Header, into entry: inout Entry
  ) {
    let holder = body.first(in: own) {
      page.textLength(of: $0) > 0 || page.document.subtree(of: $0).count > 1
    }
    if holder == nil, markup.guesses {
      entry.body = reader.body(of: unit, own: own, header: header)
    } else if holder != nil || markup.body.isEmpty {
      entry.body = reader.write(holder, of: unit, header: header, isResidue: residue.matches)
    }
    if entry.body.blocks.isEmpty, markup.guesses {
      // Broken markup may put the words into the header.
      entry.body = reader.write(nil, of: unit, header: header, isResidue: residue.matches)
    }
    entry.comment.flags.formUnion(RemovalNotice.flags(of: entry.body))
  }

  private func first(_ places: [MarkupPlace], _ unit: CommentUnit, _ own: [Int]) -> MarkupPlace.Found? {
    for place in places {
      if let found = place.value(of: unit, own, in: page.document, text: page.document.text) { return found }
    }
    return nil
  }

  private func level(of unit: CommentUnit, _ own: [Int]) -> Int? {
    if !levelElements.isEmpty {
      var level = 0
      var ancestor = page.document.parent(of: unit.element)
      while let current = ancestor {
        if levelElements.matches(current) { level += 1 }
        ancestor = page.document.parent(of: current)
      }
      return level
    }
    if let word = markup.levelClass {
      var node: Int? = unit.element
      for _ in 0..<3 {
        guard let current = node else { break }
        for name in (page.document.attribute("class", of: current) ?? "").split(separator: " ") {
          if name.hasPrefix(word), let number = Int(name.dropFirst(word.count)) { return number }
        }
        node = page.document.parent(of: current)
      }
    }
    for place in values.level {
      if let found = place.value(of: unit, own, in: page.document, text: page.document.text),
        let number = Self.count(found.text)
      {
        return number
      }
    }
    return nil
  }

  // MARK: Places in the thread

  /// The comment that each one answers: by its identifier, else by its level, else by what it is nested in.
  private func parents(of entries: inout [Entry]) -> [Int] {
    var indices: [String: Int] = [:]
    for index in entries.indices where !entries[index].comment.id.isEmpty {
      if indices[entries[index].comment.id] == nil { indices[entries[index].comment.id] = index }
    }
    // What the first comment answers is the article.
    let story = entries.first?.parentIdentifier
    var parents = [Int](repeating: -1, count: entries.count)
    var open: [(index: Int, level: Int)] = []
    for index in entries.indices {
      let entry = entries[index]
      if let level = entry.level {
        while let last = open.last, last.level >= level { open.removeLast() }
      }
      if let identifier = entry.parentIdentifier, let parent = indices[identifier], parent != index {
        parents[index] = parent
      } else if entry.container >= 0 {
        parents[index] = entry.container
      } else if entry.level != nil, let last = open.last {
        parents[index] = last.index
      } else if let identifier = entry.parentIdentifier, entry.level == nil, identifier != story,
        identifier != entry.comment.id
      {
        entries[index].comment.flags.insert(.unplaced)
      }
      if let level = entry.level { open.append((index, level)) }
    }
    return parents
  }

  // MARK: Values

  /// The bare identifier in an attribute or address: "123" of "comment-123", "/item?id=123" or "#c123"; `nil` for none.
  static func identifier(_ text: String) -> String? {
    var value = text[...]
    if let mark = value.lastIndex(of: "#") { value = value[value.index(after: mark)...] }
    for separators in ["/=?&", "-_:. "] {
      let parts = value.split { separators.contains($0) }
      let last = parts.last ?? value
      let numbered = parts.last { $0.utf8.contains(where: ASCII.isDigit) } ?? last
      // "t1_abcdef" is "abcdef".
      value = numbered.utf8.count < 3 ? last : numbered
    }
    // "c123" and "comment123" are numbers.
    let digits = value.drop { $0.isLetter }
    let kind = value[..<digits.startIndex].lowercased()
    if !digits.isEmpty, digits.utf8.allSatisfy(ASCII.isDigit), kind.utf8.count == 1 || kinds.contains(kind) {
      value = digits
    }
    return value.isEmpty || value.utf8.count > 80 || nothing.contains(value.lowercased())
      ? nil : String(value)
  }

  private static let kinds: Set<String> = [
    "comment", "comm", "cmt", "cid", "com", "post", "pid", "reply", "answer", "msg", "message", "kommentar",
    "note",
  ]
  private static let nothing: Set<String> = ["0", "null", "none", "undefined", "false", "root", "nil"]

  /// The first number in a text.
  static func count(_ text: String) -> Int? {
    guard let start = text.utf8.firstIndex(where: ASCII.isDigit) else { return nil }
    let digits = text.utf8[start...].prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ",") }
    return Int(String(decoding: digits.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self))
  }

  /// Points as printed: "12 points", "+3", "−2", "1,204", "1.2k"; `nil` for words without a number.
  static func score(_ text: String) -> Int32? {
    var isNegative = false
    var value = 0.0
    var fraction = 0.0
    var digits = 0
    for character in text.unicodeScalars {
      switch character {
      case "0"..."9":
        let digit = Double(character.value - 48)
        if fraction > 0 {
          value += digit * fraction
          fraction /= 10
        } else {
          value = value * 10 + digit
        }
        digits += 1
      case "-", "−", "–":
        if digits > 0 { return nil }
        isNegative = true
      case ".": if digits > 0, fraction == 0 { fraction = 0.1 } else { return nil }
      case ",", "'", "+": continue
      case "k", "K":
        if digits > 0 {
          value *= 1000
          return Int32(exactly: (isNegative ? -value : value).rounded())
        }
      default:
        if digits > 0 { return Int32(exactly: (isNegative ? -value : value).rounded()) }
      }
    }
    return digits > 0 ? Int32(exactly: (isNegative ? -value : value).rounded()) : nil
  }
}

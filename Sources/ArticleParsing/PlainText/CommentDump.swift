/// A comment found in a text dump, as lines of it.
struct DumpedComment {
  /// The line with the date.
  var header: CommentHeader
  /// The lines of the head: names, date, points.
  var head: Range<Int>
  /// The lines of the body, page furniture among them.
  var body: Range<Int>
  /// Lines of page furniture between this comment and the one before, where dates stand below the words.
  var gap: Range<Int> = 0..<0
  /// The author's name.
  var author: Range<Int>?
  /// Lines of the head that repeat the author's name or name whom the comment answers.
  var nameLines: [Int] = []
  /// Whom the text says the comment answers.
  var replyTo: Range<Int>?
}

/// The comment thread in a text dump, as lines of it.
struct CommentDump {
  /// The lines from the first comment to the end of the last.
  var lines: Range<Int>
  /// The comments in the order of the page.
  var comments: [DumpedComment]
}

/// Finds the comment thread in a text dump.
///
/// A dump has lost the elements, but not the rhythm: every comment has a line that is hardly more than a date, with
/// the writer's name on it or above it. Such lines in one style, below a line that announces comments or with menu
/// words ("Reply") between them, are a thread; anything less is left alone.
struct CommentDumpFinder {
  private let table: LineTable
  private var scanner: CommentHeaderScanner
  private var roles: [LineRole?] = []
  private var rolesStart = 0

  /// How many lines may lie between the line that announces comments and the first of them.
  private static let cueDistance = 60

  init(_ table: LineTable) {
    self.table = table
    scanner = CommentHeaderScanner(table)
  }

  /// The first line that may belong to a thread: a header, or a line that announces comments.
  ///
  /// Used when only the beginning of a text is known; what stands before it cannot become part of a thread later.
  ///
  /// - Parameter head: A single header within this many lines of the start is a byline, when no other follows.
  /// - Returns: The line, or `nil` when there is none.
  mutating func firstSuspect(butNot head: Int) -> Int? {
    guard let first = firstSuspect(from: 0) else { return nil }
    if first.isHeader, first.line < head, firstSuspect(from: first.header + 1) == nil { return nil }
    return first.line
  }

  /// The first suspect from a line on: where its group begins, and the line that makes it one.
  private mutating func firstSuspect(from start: Int) -> (line: Int, header: Int, isHeader: Bool)? {
    for index in start..<max(start, table.count) where !table[index].isBlank {
      if scanner.header(at: index) != nil {
        var first = index
        while first > start, index - first < 6, !table[first - 1].isBlank { first -= 1 }
        return (first, index, true)
      }
      if table[index].count <= 110, let role = LinePhrases.role(of: table.text(index)),
        role == .commentHeading || role == .commentMenu
      {
        return (index, index, false)
      }
    }
    return nil
  }

  /// The thread, or `nil` when the text has none.
  ///
  /// - Complexity: O(number of bytes).
  mutating func find() -> CommentDump? {
    var headers: [CommentHeader] = []
    for index in 0..<table.count where !table[index].isBlank {
      if let header = scanner.header(at: index) { headers.append(header) }
    }
    guard let first = headers.first else { return nil }
    findRoles(from: max(0, first.line - Self.cueDistance))
    var best: (dump: CommentDump, merit: Int)?
    for style in 0..<CommentHeader.styles {
      let group = headers.filter { $0.style == style }
      guard let candidate = thread(of: group), candidate.merit > best?.merit ?? 0 else { continue }
      best = candidate
    }
    return best?.dump
  }

  // MARK: Judging a group of headers

  private mutating func thread(of group: [CommentHeader]) -> (dump: CommentDump, merit: Int)? {
    guard !group.isEmpty else { return nil }
    let (headers, cue) = bounded(group)
    guard !headers.isEmpty else { return nil }
    let isFooted = headersStandLast(headers, cue: cue)
    var comments = isFooted ? footed(headers, cue: cue) : headed(headers, overBlanks: false)
    if !isFooted, comments.count(where: { $0.author != nil }) * 4 <= comments.count {
      // A text browser may have put an empty line between name and date, at every comment.
      let apart = headed(headers, overBlanks: true)
      if apart.count(where: { $0.author != nil }) * 10 >= apart.count * 8 { comments = apart }
    }
    guard let last = comments.indices.last, let opening = comments.first else { return nil }
    if !isFooted { comments[last].body = comments[last].body.lowerBound..<endOfThread(after: comments) }
    let named = comments.count { $0.author != nil }
    let worded = comments.count { hasWords($0.body) }
    let actions = comments.count { comment in comment.body.contains { isAction($0) } }
    let count = comments.count
    let isSure = cue != nil && worded * 2 >= count
    let hasMenus = count >= 2 && actions * 2 >= count && worded * 2 >= count
    let hasRhythm =
      count >= 3 && named * 10 >= count * 8 && worded * 10 >= count * 8
      && (opening.header.date?.isRelative == true || opening.header.name != nil)
    guard isSure || hasMenus || hasRhythm, !isLabelled(comments) else { return nil }
    let start = min(opening.head.lowerBound, opening.body.lowerBound)
    let end = max(comments[last].head.upperBound, comments[last].body.upperBound)
    return (CommentDump(lines: start..<end, comments: comments), worded * (cue != nil ? 16 : 1) + named)
  }

  /// Whether all the names are one and the same word: "Release: 3 May", "Updated: 4 May" are labels, no writers.
  private func isLabelled(_ comments: [DumpedComment]) -> Bool {
    guard comments.count >= 4, let first = comments[0].author else { return false }
    return comments.allSatisfy { comment in
      comment.author.map { table.slice($0).elementsEqual(table.slice(first)) } ?? false
    }
  }

  /// The headers that belong to one thread: those after the line that announces comments, if there is one, and
  /// before the form that ends them.
  private func bounded(_ group: [CommentHeader]) -> (headers: [CommentHeader], cue: Int?) {
    var headers = group[...]
    var cue: Int?
    var previous = -1
    for (index, header) in group.enumerated() {
      var line = header.line - 1
      while line > previous, line >= rolesStart, header.line - line <= Self.cueDistance {
        if role(line) == .commentHeading || (role(line) == .commentMenu && cue == nil) { break }
        line -= 1
      }
      let found = line > previous && line >= rolesStart && header.line - line <= Self.cueDistance
      // The last announcement counts that still has most of the headers below it.
      if found, (group.count - index) * 2 >= group.count, cue == nil || role(line) == .commentHeading {
        cue = line
        headers = group[index...]
      }
      previous = header.line
    }
    for (index, header) in headers.enumerated().dropFirst() {
      let before = headers[headers.startIndex + index - 1].line
      guard let form = (before..<header.line).first(where: { role($0) == .commentForm && isStrong($0) })
      else {
        continue
      }
      if (headers.count - index) * 4 <= headers.count, form > before {
        headers = headers.prefix(index)
        break
      }
    }
    return (Array(headers), cue)
  }

  /// Whether the date stands below the words: then words stand between the announcement and the first header.
  private func headersStandLast(_ headers: [CommentHeader], cue: Int?) -> Bool {
    guard let cue, let first = headers.first else { return false }
    var words = 0
    var names = 0
    for line in cue + 1..<first.line where !table[line].isBlank && role(line) == nil {
      if table[line].count > 60 || scanner.name(at: line) == nil { words += 1 } else { names += 1 }
    }
    guard words > 0 else { return false }
    // A comment below the last header speaks against it.
    guard let last = headers.last else { return false }
    var after = last.line + 1
    var wordsAfter = 0
    while after < table.count, after < last.line + 6 {
      if !table[after].isBlank, role(after) == .commentForm { break }
      if !table[after].isBlank, role(after) == nil, table[after].count > 40 { wordsAfter += 1 }
      after += 1
    }
    return words + names <= 40 && wordsAfter <= 2
  }

  // MARK: Headers above the words

  private func headed(_ headers: [CommentHeader], overBlanks: Bool) -> [DumpedComment] {
    var comments: [DumpedComment] = []
    comments.reserveCapacity(headers.count)
    for header in headers {
      let floor = (comments.last?.header.line ?? -1) + 1
      var comment = DumpedComment(
        header: header, head: header.line..<header.line + 1, body: header.line + 1..<table.count,
        author: header.name, replyTo: header.replyTo)
      readNames(above: header.line, floor: floor, overBlanks: overBlanks, into: &comment)
      if let last = comments.indices.last {
        let start = comments[last].body.lowerBound
        comments[last].body = start..<max(start, comment.head.lowerBound)
      }
      comments.append(comment)
    }
    return comments
  }

  /// Reads the lines right above a header: the name, the name again (an avatar's words), "Reply to NAME", points.
  private func readNames(above line: Int, floor: Int, overBlanks: Bool, into comment: inout DumpedComment) {
    var index = line - 1
    var first = line
    if comment.author != nil || overBlanks {
      while index > floor, table[index].isBlank, line - index <= 2 { index -= 1 }
    }
    while index >= floor, !table[index].isBlank, line - index <= 5 {
      if let target = scanner.replyTarget(at: index) {
        comment.replyTo = target
        comment.nameLines.append(index)
      } else if isSmallMark(index) {
        guard comment.author != nil || index == line - 1 else { break }
      } else if let author = comment.author, isAnnouncement(index, of: author, comment.header) {
        // "NAME commented on DATE" above "NAME" and "on DATE".
        comment.nameLines.append(index)
      } else if let name = scanner.name(at: index) {
        if let author = comment.author {
          guard repeats(name, author) else { break }
        } else {
          // Between a reply line and the date there is no room for a name: it names the parent, not the writer.
          guard comment.replyTo == nil || comment.nameLines.isEmpty else { break }
          comment.author = name
        }
        comment.nameLines.append(index)
      } else {
        break
      }
      first = index
      index -= 1
    }
    comment.head = first..<comment.head.upperBound
  }

  /// Whether one name is the other.
  private func repeats(_ name: Range<Int>, _ author: Range<Int>) -> Bool {
    table.slice(name).elementsEqual(table.slice(author))
  }

  /// Whether a line begins with the author and ends with the date of the header below it.
  private func isAnnouncement(_ line: Int, of author: Range<Int>, _ header: CommentHeader) -> Bool {
    guard let date = header.date?.range, table[line].count > author.count + date.count else { return false }
    return table.text(line).starts(with: table.slice(author))
      && table.text(line).suffix(date.count).elementsEqual(table.slice(date))
  }

  /// Whether the line is only a number or a badge ("7", "Guest", "[ ]").
  private func isSmallMark(_ line: Int) -> Bool {
    guard table[line].count <= 20, let role = role(line) else { return false }
    return role == .commentAction || role == .image
  }

  // MARK: Headers below the words

  private func footed(_ headers: [CommentHeader], cue: Int?) -> [DumpedComment] {
    var comments: [DumpedComment] = []
    comments.reserveCapacity(headers.count)
    var start = (cue ?? headers[0].line - 1) + 1
    for header in headers {
      let gapStart = start
      while start < header.line, table[start].isBlank || role(start) != nil { start += 1 }
      var comment = DumpedComment(
        header: header, head: header.line..<header.line + 1, body: start..<header.line, author: header.name,
        replyTo: header.replyTo)
      // What stands before the first comment belongs to the announcement.
      if !comments.isEmpty { comment.gap = gapStart..<start }
      readNames(above: header.line, floor: start + 1, overBlanks: false, into: &comment)
      if comment.author == nil, start < header.line, let name = scanner.name(at: start),
        start + 1 < header.line,
        table[start + 1].isBlank || role(start + 1) != nil
      {
        // The name at the top of the comment, the date at its foot.
        comment.author = name
        comment.nameLines.append(start)
        comment.head = header.line..<header.line + 1
        comment.body = start + 1..<header.line
      } else {
        comment.body = start..<max(start, comment.head.lowerBound)
      }
      comments.append(comment)
      start = header.line + 1
    }
    return comments
  }

  // MARK: The end of the thread

  /// The line after the last comment's words: at a form, at the page's own furniture, or after the menu that ends
  /// every other comment.
  private func endOfThread(after comments: [DumpedComment]) -> Int {
    guard let last = comments.last else { return table.count }
    let ending = comments.dropLast().count { comment in
      comment.body.last { !table[$0].isBlank }.map { isAction($0) } ?? false
    }
    let endsWithMenu = comments.count == 1 || ending * 2 >= comments.count - 1
    var seenWords = false
    var seenMenu = false
    for line in last.body where !table[line].isBlank {
      switch role(line) {
      case .commentForm, .navigation, .newsletter, .commentHeading, .notice, .commentMenu:
        if seenWords || seenMenu { return line }
      case .commentAction, .share:
        if seenWords { seenMenu = true }
      case .image: break
      case nil:
        if seenMenu && endsWithMenu { return line }
        seenWords = true
      }
    }
    return last.body.upperBound
  }

  // MARK: Roles

  private mutating func findRoles(from start: Int) {
    rolesStart = start
    roles = []
    roles.reserveCapacity(table.count - start)
    for line in start..<table.count {
      roles.append(table[line].isBlank ? nil : LinePhrases.role(of: table.text(line)))
    }
  }

  private func role(_ line: Int) -> LineRole? { line >= rolesStart ? roles[line - rolesStart] : nil }

  private func isAction(_ line: Int) -> Bool { role(line) == .commentAction || isRule(line) }

  private func isStrong(_ line: Int) -> Bool { table[line].count > 8 }

  /// Whether the line is a row of hyphens, which old pages print after each comment.
  private func isRule(_ line: Int) -> Bool {
    table[line].count >= 3 && table.text(line).allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private func hasWords(_ lines: Range<Int>) -> Bool {
    lines.contains { !table[$0].isBlank && role($0) == nil }
  }
}

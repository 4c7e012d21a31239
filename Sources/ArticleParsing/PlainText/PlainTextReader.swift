import ArticleModel
import TerminalText

/// Reads plain text: text dumps of pages, text written by hand, and what comes through pipes.
struct PlainTextReader: ArticleReader {
  static let format = InputFormat.text

  /// A word that a dump's thread carries in `ArticleSource.commentSystem`.
  private static let commentSystem = "text-dump"

  /// Every word ends up in the title, the body, the thread or the boilerplate.
  ///
  /// - Complexity: O(number of bytes).
  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    decoder.withUTF8(bytes) { utf8 in
      let table = LineTable(utf8)
      let layout = TextLayout(sampleOf: utf8)
      var finder = CommentDumpFinder(table)
      let dump = finder.find()
      return article(table, layout, dump, request)
    }
  }

  /// The first blocks of a text, the same as in the whole; `nil` when no block of the beginning is sure.
  ///
  /// - Complexity: O(`limit`).
  func readBeginning(_ request: ParseRequest, limit: Int) -> Article? {
    guard request.bytes.count > limit else {
      return read(request.bytes, decoder: TextDecoder(declaredType: request.declaredType), request: request)
    }
    return request.bytes.withBytes { raw in
      let (encoding, markLength) = TextDecoder(declaredType: request.declaredType).encoding(
        of: UnsafeBufferPointer(rebasing: raw[..<min(raw.count, Self.encodingWindow)]))
      guard encoding == .utf8 else { return nil }
      let utf8 = UnsafeBufferPointer(rebasing: raw[markLength...])
      let layout = TextLayout(sampleOf: utf8)
      let end = Self.paragraphEnd(in: utf8, near: max(0, limit))
      let table = LineTable(UnsafeBufferPointer(rebasing: utf8[..<end]))
      var finder = CommentDumpFinder(table)
      // A thread may begin at the first line that looks like it, and the last groups may depend on what follows.
      // A byline can look like the head of a comment; a thread that begins there would go on with more of them.
      let horizon = finder.firstSuspect(butNot: Self.bylineLines) ?? table.count
      let sure = Self.sureLines(table, before: horizon)
      guard sure > 0 else { return nil }
      var assembler = BlockAssembler(table, layout: layout, place: .article)
      var article = Article(source: ArticleSource(location: request.location, format: .text))
      let start = takeTitle(table, assembler, limit: horizon, into: &article)
      if start < sure { assembler.append(lines: start..<sure, horizon: horizon) }
      (article.body, article.boilerplate) = assembler.finish()
      return article.body.blocks.isEmpty ? nil : article
    }
  }

  /// The lines in which a byline stands.
  private static let bylineLines = 8

  /// How much of a text is looked at to find its encoding when only the beginning is read.
  private static let encodingWindow = 32_768

  // MARK: The whole

  private func article(
    _ table: LineTable, _ layout: TextLayout, _ dump: CommentDump?, _ request: ParseRequest
  ) -> Article {
    var article = Article(source: ArticleSource(location: request.location, format: .text))
    var assembler = BlockAssembler(table, layout: layout, place: .article)
    let articleEnd = dump?.lines.lowerBound ?? table.count
    let start = takeTitle(table, assembler, limit: articleEnd, into: &article)
    guard let dump else {
      assembler.append(lines: start..<articleEnd)
      (article.body, article.boilerplate) = assembler.finish()
      return article
    }
    let announcement = Self.announcement(table, before: articleEnd, after: start)
    assembler.append(lines: start..<announcement)
    assembler.setAside(announcement..<articleEnd, rule: LineRole.commentHeading.rule)
    var reader = CommentDumpReader(dump, table: table, layout: layout, afterBlock: assembler.lastBlock())
    let (thread, furniture) = reader.read()
    var rest = BlockAssembler(table, layout: layout, place: .article)
    rest.setAside(dump.lines.upperBound..<table.count, rule: "boilerplate.after-thread")
    (article.body, article.boilerplate) = assembler.finish()
    let last = article.body.blocks.isEmpty ? nil : article.body.blocks.count - 1
    article.boilerplate += furniture
    article.boilerplate += rest.finish().boilerplate.map {
      Boilerplate(text: $0.text, afterBlock: last, evidence: $0.evidence)
    }
    article.thread = thread
    article.source.commentSystem = Self.commentSystem
    return article
  }

  /// The first of the furniture lines that lead to the thread ("12 Comments", "Newest", "Log in to reply").
  private static func announcement(_ table: LineTable, before end: Int, after start: Int) -> Int {
    var line = end
    var first = end
    while line > start, end - line < 40 {
      line -= 1
      if table[line].isBlank { continue }
      guard let role = LinePhrases.role(of: table.text(line)) else { break }
      if role == .commentHeading { first = line }
    }
    return first
  }

  /// Takes the first line as title when it stands alone before longer text; returns the line to go on with.
  private func takeTitle(
    _ table: LineTable, _ assembler: BlockAssembler, limit: Int, into article: inout Article
  ) -> Int {
    guard let first = (0..<limit).first(where: { !table[$0].isBlank }) else { return 0 }
    var range = table[first].range
    var next = first + 1
    let text = table.text(first)
    if text.count > 2, text[0] == UInt8(ascii: "#"), text[1] == 0x20 {
      range = range.dropFirst(2)
    } else if next < limit, Self.isUnderline(table.text(next)), text.count <= 200 {
      next += 1
    } else {
      guard next < limit, table[next].isBlank, LinePhrases.role(of: text) == nil,
        assembler.isTitle(first, before: next, limit: limit)
      else { return 0 }
    }
    let title = Sanitizer.cleanLine(String(decoding: table.slice(range), as: UTF8.self))
    guard !title.isEmpty else { return 0 }
    article.title = title
    return next
  }

  private static func isUnderline(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= 3 && text.allSatisfy { $0 == UInt8(ascii: "=") }
  }

  // MARK: The beginning

  /// A place near `limit` where a paragraph ends: after a blank line, else after a line.
  private static func paragraphEnd(in utf8: UnsafeBufferPointer<UInt8>, near limit: Int) -> Int {
    var end = min(utf8.count, limit)
    let floor = end / 2
    while end > floor {
      if isLineEnd(utf8[end - 1]), end >= 2, isLineEnd(utf8[end - 2]) { return end }
      end -= 1
    }
    end = min(utf8.count, limit)
    while end > 0, !isLineEnd(utf8[end - 1]) { end -= 1 }
    return end
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// The lines whose blocks cannot change when more text follows: all but the last two groups.
  private static func sureLines(_ table: LineTable, before end: Int) -> Int {
    var line = end
    for _ in 0..<2 {
      while line > 0, table[line - 1].isBlank { line -= 1 }
      while line > 0, !table[line - 1].isBlank { line -= 1 }
    }
    return line
  }
}

import ArticleModel

/// Reads the plain text of a message: paragraphs that were broken to a width, quotations of several levels, patches
/// whose lines count, and the signature.
enum MailText {
  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The text as UTF-8.
  ///   - isFlowed: Whether a space at the end of a line says that the paragraph goes on (RFC 3676).
  ///   - deletesSpace: Whether that space is no part of the text.
  /// - Returns: The text in blocks.
  /// - Complexity: O(number of bytes).
  static func read(_ text: [UInt8], isFlowed: Bool, deletesSpace: Bool) -> RichText {
    let lines = isFlowed ? unflowed(text, deletesSpace: deletesSpace) : text
    return lines.withUnsafeBufferPointer { bytes in
      let table = LineTable(bytes)
      let signature = signatureStart(in: table)
      var assembler = BlockAssembler(table, layout: TextLayout(sampleOf: bytes), place: .mail)
      var line = 0
      while line < signature {
        let patch = patchStart(in: table, from: line, to: signature)
        if patch > line { assembler.append(lines: line..<patch) }
        let end = patchEnd(in: table, from: patch, to: signature)
        if patch < end { assembler.appendVerbatim(lines: patch..<end) }
        line = max(end, patch)
      }
      if signature < table.count {
        assembler.appendDivider()
        assembler.appendVerbatim(lines: signature + 1..<table.count)
      }
      return assembler.finish().text
    }
  }

  /// A text whose lines all count, as one block.
  static func verbatim(_ text: [UInt8]) -> RichText {
    var builder = RichTextBuilder()
    builder.begin(.code)
    text.withUnsafeBufferPointer { builder.append($0) }
    return builder.finish()
  }

  // MARK: Signatures

  /// The last line that is two hyphens and a space, or the number of lines; quotations after it mean it is none.
  private static func signatureStart(in table: LineTable) -> Int {
    var line = table.count
    var steps = 0
    while line > 0, steps < 60 {
      line -= 1
      if !table[line].isBlank {
        steps += 1
        if table.bytes[table[line].range.lowerBound] == UInt8(ascii: ">") { break }
      }
      if isSignatureMark(table, line) { return line }
    }
    return table.count
  }

  private static func isSignatureMark(_ table: LineTable, _ line: Int) -> Bool {
    table[line].count == 2 && table[line].indent == 0 && table.text(line).allSatisfy { $0 == 0x2D }
  }

  // MARK: Patches

  /// The first line of the next patch, or `end`.
  private static func patchStart(in table: LineTable, from start: Int, to end: Int) -> Int {
    var line = start
    while line < end {
      if beginsPatch(table, line, end) { return line }
      line += 1
    }
    return end
  }

  private static func beginsPatch(_ table: LineTable, _ line: Int, _ end: Int) -> Bool {
    guard table[line].count >= 4, table[line].indent == 0 else { return false }
    let text = table.text(line)
    switch text[0] {
    case UInt8(ascii: "d"): return text.starts(with: "diff -".utf8)
    case UInt8(ascii: "I"): return text.starts(with: "Index: ".utf8)
    case UInt8(ascii: "@"): return text.starts(with: "@@ -".utf8)
    case UInt8(ascii: "-"):
      return text.starts(with: "--- ".utf8) && line + 1 < end
        && table.text(line + 1).starts(with: "+++ ".utf8)
    default: return false
    }
  }

  /// The line after a patch: after its last line that looks like one.
  private static func patchEnd(in table: LineTable, from start: Int, to end: Int) -> Int {
    var line = start
    var last = start
    var blanks = 0
    while line < end {
      if table[line].isBlank {
        blanks += 1
        if blanks > 1 { break }
      } else {
        guard isPatchLine(table, line) else { break }
        blanks = 0
        last = line + 1
      }
      line += 1
    }
    return last
  }

  private static func isPatchLine(_ table: LineTable, _ line: Int) -> Bool {
    // Unchanged lines are indented by a column at least.
    if table[line].indent > 0 { return true }
    let text = table.text(line)
    switch text[0] {
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\\"): return true
    default:
      return patchWords.contains { text.starts(with: $0.utf8) }
    }
  }

  private static let patchWords = [
    "diff ", "index ", "Index: ", "new file mode", "deleted file mode", "old mode", "new mode",
    "similarity index",
    "rename ", "copy ", "Binary files", "GIT binary", "====",
  ]

  // MARK: Flowed text

  /// A flowed text with each paragraph on one line.
  private static func unflowed(_ text: [UInt8], deletesSpace: Bool) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var openDepth: Int?
      var position = 0
      while position < bytes.count {
        let end = MailLines.end(in: bytes, from: position, limit: bytes.count)
        var start = position
        while start < end, bytes[start] == UInt8(ascii: ">") { start += 1 }
        let depth = start - position
        if start < end, bytes[start] == 0x20 { start += 1 }
        let line = bytes[start..<end]
        let isSignature = line.elementsEqual("-- ".utf8)
        if let open = openDepth, open == depth, !isSignature {
          result.append(contentsOf: line)
        } else {
          if openDepth != nil { result.append(0x0A) }
          if depth > 0 {
            result.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: min(depth, 64)))
            result.append(0x20)
          }
          result.append(contentsOf: line)
        }
        // Levels with spaces between them are no flowed text.
        if line.last == 0x20, !isSignature, depth == 0 || line.first != UInt8(ascii: ">") {
          if deletesSpace { result.removeLast() }
          openDepth = depth
        } else {
          openDepth = nil
          result.append(0x0A)
        }
        position = MailLines.next(after: end, in: bytes, limit: bytes.count)
      }
      return result
    }
  }
}

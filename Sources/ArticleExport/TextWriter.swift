import ArticleModel
import TerminalText

/// Writes wrapped lines of plain text, each behind a prefix, and where it is wanted in colours.
struct TextWriter {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// The columns of a line.
  let width: Int
  /// The colours; `nil` for none.
  private let palette: TextPalette?
  private var lines: [TextLine] = []
  /// The prefix measured last; a deep thread repeats one long prefix on every line.
  private var measured = (prefix: "", columns: 0)

  init(width: Int, palette: TextPalette? = nil) {
    self.width = width
    self.palette = palette
  }

  /// Makes room for that many lines at once; what is not used costs nothing, while growing copies all that is there.
  mutating func makeRoom(lines: Int) { bytes.reserveCapacity(bytes.count + lines * (width + 1)) }

  /// Writes a line that is known to fit; spaces at its end are left out.
  mutating func line(_ text: String, look: TextLook? = nil) {
    var copy = text
    copy.withUTF8 { utf8 in
      let end = utf8.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
      append(UnsafeBufferPointer(rebasing: utf8[..<end]), look.map { [$0] } ?? [])
    }
    bytes.append(0x0A)
  }

  /// Writes the beginning of a line; `line` ends it.
  mutating func begin(_ text: String, look: TextLook) {
    var copy = text
    copy.withUTF8 { append($0, [look]) }
  }

  /// Writes a text wrapped, behind `prefix`; its first line behind `first` when that is given.
  mutating func wrapped(_ text: String, prefix: String, first: String? = nil, look: TextLook? = nil) {
    wrapped(Array(text.utf8)[...], prefix: prefix, first: first, look: look)
  }

  /// Writes UTF-8 wrapped, behind `prefix`.
  ///
  /// - Parameters:
  ///   - utf8: The text; the marks' offsets are its indices.
  ///   - prefix: What stands before every line.
  ///   - first: What stands before the first line instead.
  ///   - look: What all of the text is.
  ///   - marks: What parts of the text are.
  mutating func wrapped(
    _ utf8: ArraySlice<UInt8>, prefix: String, first: String? = nil, look: TextLook? = nil,
    marks: TextMarks = TextMarks()
  ) {
    lines.removeAll(keepingCapacity: true)
    let head = first ?? prefix
    let prefixColumns = columns(of: prefix)
    let headColumns = first.map { ColumnWidth.of($0) } ?? prefixColumns
    utf8.withUnsafeBufferPointer { buffer in
      LineBreaker.wrap(
        buffer, lower: 0, upper: buffer.count, firstWidth: max(1, width - headColumns),
        width: max(1, width - prefixColumns), into: &lines)
      if lines.isEmpty { lines.append(TextLine(lower: 0, upper: 0, columns: 0)) }
      for (index, line) in lines.enumerated() {
        guard palette != nil else {
          bytes.append(utf8: index == 0 ? head : prefix)
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[Int(line.lower)..<Int(line.upper)]))
          endLine()
          continue
        }
        appendPrefix(index == 0 ? head : prefix, isAlone: line.lower == line.upper)
        let start = utf8.startIndex
        marks.forEachPiece(of: start + Int(line.lower)..<start + Int(line.upper)) { piece, looks in
          append(
            UnsafeBufferPointer(rebasing: buffer[piece.lowerBound - start..<piece.upperBound - start]),
            look.map { [$0] + looks } ?? looks)
        }
        bytes.append(0x0A)
      }
    }
  }

  /// Writes a text wrapped and a rule of its width below it.
  mutating func underlined(_ text: String, prefix: String, rule: Character) {
    wrapped(text, prefix: prefix, look: .heading)
    let columns = lines.map { Int($0.columns) }.max() ?? 0
    line(prefix + String(repeating: rule, count: columns), look: .aside)
  }

  /// Writes what stands before a line, without the spaces at its end when nothing follows.
  private mutating func appendPrefix(_ prefix: String, isAlone: Bool) {
    var copy = prefix
    copy.withUTF8 { utf8 in
      let end = isAlone ? utf8.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0 : utf8.count
      let isBlank = utf8.allSatisfy { $0 == 0x20 }
      append(UnsafeBufferPointer(rebasing: utf8[..<end]), isBlank ? [] : [.aside])
    }
  }

  /// Appends bytes that look like something, when colours are wanted.
  private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>, _ looks: [TextLook]) {
    let parameters = palette.map { palette in looks.map(palette.parameters).filter { !$0.isEmpty } } ?? []
    guard !parameters.isEmpty, !utf8.isEmpty else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(utf8: "\u{1B}[")
    for (index, parameter) in parameters.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes.append(utf8: parameter)
    }
    bytes.append(UInt8(ascii: "m"))
    bytes.append(contentsOf: utf8)
    bytes.append(utf8: "\u{1B}[0m")
  }

  private mutating func columns(of prefix: String) -> Int {
    if measured.prefix != prefix { measured = (prefix, ColumnWidth.of(prefix)) }
    return measured.columns
  }

  /// Ends the line without the spaces before its end.
  private mutating func endLine() {
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
  }
}

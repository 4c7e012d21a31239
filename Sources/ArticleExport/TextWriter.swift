import ArticleModel
import TerminalText

/// Writes wrapped lines of plain text, each behind a prefix.
struct TextWriter {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// The columns of a line.
  let width: Int
  private var lines: [TextLine] = []
  /// The prefix measured last; a deep thread repeats one long prefix on every line.
  private var measured = (prefix: "", columns: 0)

  init(width: Int) { self.width = width }

  /// Makes room for that many lines at once; what is not used costs nothing, while growing copies all that is there.
  mutating func makeRoom(lines: Int) { bytes.reserveCapacity(bytes.count + lines * (width + 1)) }

  /// Writes a line that is known to fit; spaces at its end are left out.
  mutating func line(_ text: String) {
    bytes.append(utf8: text)
    endLine()
  }

  /// Writes a text wrapped, behind `prefix`; its first line behind `first` when that is given.
  mutating func wrapped(_ text: String, prefix: String, first: String? = nil) {
    wrapped(Array(text.utf8)[...], prefix: prefix, first: first)
  }

  /// Writes UTF-8 wrapped, behind `prefix`; its first line behind `first` when that is given.
  mutating func wrapped(_ utf8: ArraySlice<UInt8>, prefix: String, first: String? = nil) {
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
        bytes.append(utf8: index == 0 ? head : prefix)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[Int(line.lower)..<Int(line.upper)]))
        endLine()
      }
    }
  }

  /// Writes a text wrapped and a rule of its width below it.
  mutating func underlined(_ text: String, prefix: String, rule: Character) {
    wrapped(text, prefix: prefix)
    let columns = lines.map { Int($0.columns) }.max() ?? 0
    line(prefix + String(repeating: rule, count: columns))
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

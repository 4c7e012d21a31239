/// How a text is laid out: whether its lines were broken to a width, and how far it is indented.
///
/// Measured on the first 16 KiB, so that the beginning of a text and the whole of it are read by the same rules.
struct TextLayout {
  /// The width to which paragraphs were broken, or `nil` when every line is a paragraph.
  var wrapWidth: Int?
  /// The indentation of running text.
  var baseIndent: Int

  /// How many bytes are looked at.
  private static let sampleSize = 16_384
  /// A width that no one breaks lines to.
  private static let widest = 160

  /// Measures the beginning of `bytes`.
  ///
  /// Lines were broken to a width when most lines that are followed by another one of their paragraph are so full
  /// that the other's first word had no room. Lists, verse and headings seldom are.
  init(sampleOf bytes: UnsafeBufferPointer<UInt8>) {
    var size = min(bytes.count, Self.sampleSize)
    // Half a line would be measured as a short one.
    if size < bytes.count {
      while size > 0, bytes[size - 1] != 0x0A, bytes[size - 1] != 0x0D { size -= 1 }
    }
    let table = LineTable(UnsafeBufferPointer(rebasing: bytes[..<size]))
    var histogram = [Int](repeating: 0, count: Self.widest + 1)
    var indents = [Int](repeating: 0, count: 64)
    var inner = 0
    var longBytes = 0
    var allBytes = 0
    for index in 0..<table.count where !table[index].isBlank {
      let line = table[index]
      allBytes += line.count
      indents[min(63, Int(line.indent))] += line.count
      if line.count > 3 * Self.widest {
        longBytes += line.count
        continue
      }
      let column = table.endColumn(index)
      if column > Self.widest { longBytes += line.count }
      guard column >= 40, index + 1 < table.count, !table[index + 1].isBlank else { continue }
      histogram[min(column, Self.widest)] += 1
      inner += 1
    }
    wrapWidth = nil
    baseIndent = Self.base(of: indents, total: allBytes)
    guard inner >= 2, longBytes * 4 < allBytes else { return }
    let width = Self.dominantWidth(histogram, inner: inner)
    var full = 0
    var tested = 0
    for index in 0..<table.count - 1 where !table[index].isBlank && !table[index + 1].isBlank {
      guard table[index].count <= 3 * Self.widest, table.endColumn(index) >= 40 else { continue }
      tested += 1
      if Self.isFull(table, index, width: width) { full += 1 }
    }
    if full >= 2, full * 10 >= tested * 6 { wrapWidth = width }
  }

  /// Whether the break after a line was made because the next line's first word had no room.
  ///
  /// Six columns are allowed for people and editors that break a little early.
  func isSoftBreak(_ table: LineTable, after index: Int) -> Bool {
    if let wrapWidth { return Self.isFull(table, index, width: wrapWidth) }
    return false
  }

  private static func isFull(_ table: LineTable, _ index: Int, width: Int) -> Bool {
    guard table[index].count <= 4 * widest else { return false }
    let next = table[index + 1].range
    var end = next.lowerBound
    while end < next.upperBound, table.bytes[end] != 0x20, table.bytes[end] != 0x09 { end += 1 }
    let column = table.endColumn(index)
    return column + 1 + min(widest, table.width(next.lowerBound..<end)) > width - 6 && column <= width + 8
  }

  /// The indentation of at least half of the words, else none.
  private static func base(of indents: [Int], total: Int) -> Int {
    for (indent, bytes) in indents.enumerated() where bytes * 2 > total { return min(indent, 62) }
    return 0
  }

  /// The width that nearly all inner lines keep within; the few beyond it are tables and addresses.
  private static func dominantWidth(_ histogram: [Int], inner: Int) -> Int {
    var beyond = 0
    var width = histogram.count - 1
    while width > 40 {
      beyond += histogram[width]
      if beyond * 50 > inner { break }
      width -= 1
    }
    return width
  }
}

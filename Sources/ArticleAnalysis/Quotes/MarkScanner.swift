/// Finds the outermost stretches between quotation marks in a block.
///
/// Each mark is tested for its direction: a mark after white space or an opening bracket and before a word opens, a mark
/// after a word and before white space or punctuation closes, and what is left goes by its shape, or toggles. So
/// straight, curly, low-high, reversed and mistyped marks need no rules of their own. Styles that are open only end
/// with a mark of their own family, therefore nested marks of another family are content.
struct MarkScanner {
  /// The families of marks that can close one another.
  private enum Family {
    case double, guillemet, singleGuillemet, corner, whiteCorner
  }

  /// One mark with what its shape says.
  private struct Mark {
    var family: Family
    var length: Int
    /// 1 opens, -1 closes, 0 says nothing.
    var direction: Int
    /// A low mark, which always opens.
    var isLow = false
    /// A high mark, which always closes what a low one opened.
    var closesLow = false
  }

  /// A single mark outside double ones, with its possible directions.
  private struct SingleMark {
    var position: Int
    var length: Int
    var canOpen: Bool
    /// Closes for sure: punctuation stands before it.
    var closes: Bool
    /// May close, or be an apostrophe.
    var mayClose: Bool
    /// Stands after an s, as the apostrophe of a plural does.
    var followsS: Bool
    var isCurlyOpen: Bool
  }

  let utf8: [UInt8]

  /// The outermost stretches of the block `range`, in order.
  ///
  /// - Complexity: O(length of the block).
  ///
  /// - Parameters:
  ///   - range: The bytes of the block.
  ///   - goesOn: Whether the next block opens with a mark, so that a single mark left open may be one of several.
  /// - Returns: Stretches that do not overlap.
  func stretches(in range: Range<Int>, goesOn: Bool = false) -> [MarkedStretch] {
    var doubles: [MarkedStretch] = []
    var singles: [SingleMark] = []
    var open: (family: Family, start: Int, content: Int, isLow: Bool)?
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = utf8[position]
      guard byte == 0x22 || byte == 0x27 || byte == 0x60 || byte >= 0xC2 else {
        position += 1
        continue
      }
      if let mark = mark(at: position, in: range) {
        let end = position + mark.length
        let opens =
          mark.closesLow && open?.isLow == true
          ? -1 : direction(of: mark, from: position, to: end, in: range, open: open?.family)
        if opens > 0 {
          if let current = open, current.family == mark.family {
            append(current.start, current.content, position, position, .interrupted, false, to: &doubles)
            open = (mark.family, position, end, mark.isLow)
          } else if open == nil {
            open = (mark.family, position, end, mark.isLow)
          }
        } else if opens < 0, let current = open, current.family == mark.family {
          append(current.start, current.content, position, end, .closed, false, to: &doubles)
          open = nil
        }
        position = end
        continue
      }
      if open == nil, let single = singleMark(at: position, in: range) {
        singles.append(single)
        position += single.length
      } else {
        position += byte < 0x80 ? 1 : UTF8Text.scalar(utf8, at: position, end: range.upperBound).length
      }
    }
    if let current = open {
      append(
        current.start, current.content, range.upperBound, range.upperBound, .blockEnd, false, to: &doubles)
    }
    return merge(doubles, pair(singles, in: range, goesOn: goesOn))
  }

  /// The double mark that starts at `position`, if one does.
  private func mark(at position: Int, in range: Range<Int>) -> Mark? {
    let byte = utf8[position]
    switch byte {
    case 0x22: return Mark(family: .double, length: 1, direction: 0)
    case 0x27, 0x60:
      guard position + 1 < range.upperBound, utf8[position + 1] == byte else { return nil }
      return Mark(family: .double, length: 2, direction: byte == 0x60 ? 1 : 0)
    default:
      let (scalar, length) = UTF8Text.scalar(utf8, at: position, end: range.upperBound)
      switch scalar {
      case 0x201C, 0x201F: return Mark(family: .double, length: length, direction: 1, closesLow: true)
      case 0x201D: return Mark(family: .double, length: length, direction: -1, closesLow: true)
      case 0x201E: return Mark(family: .double, length: length, direction: 1, isLow: true)
      case 0xFF02: return Mark(family: .double, length: length, direction: 0)
      case 0xAB: return Mark(family: .guillemet, length: length, direction: 1)
      case 0xBB: return Mark(family: .guillemet, length: length, direction: -1)
      case 0x2039: return Mark(family: .singleGuillemet, length: length, direction: 1)
      case 0x203A: return Mark(family: .singleGuillemet, length: length, direction: -1)
      case 0x300C: return Mark(family: .corner, length: length, direction: 1)
      case 0x300D: return Mark(family: .corner, length: length, direction: -1)
      case 0x300E: return Mark(family: .whiteCorner, length: length, direction: 1)
      case 0x300F: return Mark(family: .whiteCorner, length: length, direction: -1)
      default: return nil
      }
    }
  }

  /// Whether the block starts with a mark that can open.
  func startsWithMark(_ range: Range<Int>) -> Bool {
    guard range.lowerBound < range.upperBound else { return false }
    if let mark = mark(at: range.lowerBound, in: range) { return mark.direction >= 0 }
    return singleMark(at: range.lowerBound, in: range)?.canOpen ?? false
  }

  /// 1 when the mark opens, -1 when it closes, 0 when it does neither.
  private func direction(
    of mark: Mark, from start: Int, to end: Int, in range: Range<Int>, open: Family?
  ) -> Int {
    let before = UTF8Text.scalar(utf8, before: start, start: range.lowerBound)?.scalar ?? 0x20
    let after = end < range.upperBound ? UTF8Text.scalar(utf8, at: end, end: range.upperBound).scalar : 0x20
    // Inside a word a mark is a slip of the pen.
    if mark.direction > 0, before < 0x80, after < 0x80, UTF8Text.isLetter(before), UTF8Text.isLetter(after) {
      return 0
    }
    if mark.family == .corner || mark.family == .whiteCorner { return mark.direction }
    let isOpen = open == mark.family
    let looksOpening = Self.isOpeningContext(before) && !UTF8Text.isSpace(after)
    let looksClosing = !UTF8Text.isSpace(before) && Self.isClosingContext(after)
    if mark.direction > 0 { return looksClosing && !looksOpening && isOpen ? -1 : 1 }
    if mark.direction < 0 { return looksOpening && !looksClosing && !isOpen ? 1 : -1 }
    if looksOpening && !looksClosing { return isOpen && !UTF8Text.isSpace(before) ? -1 : 1 }
    if looksClosing && !looksOpening { return -1 }
    return isOpen ? -1 : 1
  }

  private func singleMark(at position: Int, in range: Range<Int>) -> SingleMark? {
    let byte = utf8[position]
    var length = 1
    var shape = 0
    if byte == 0x60 {
      shape = 1
    } else if byte != 0x27 {
      let (scalar, size) = UTF8Text.scalar(utf8, at: position, end: range.upperBound)
      guard (0x2018...0x201B).contains(scalar) else { return nil }
      length = size
      shape = scalar == 0x2019 ? -1 : 1
    }
    let end = position + length
    let before = UTF8Text.scalar(utf8, before: position, start: range.lowerBound)?.scalar ?? 0x20
    let after = end < range.upperBound ? UTF8Text.scalar(utf8, at: end, end: range.upperBound).scalar : 0x20
    let startsWord =
      UTF8Text.isLetter(after) || after == 0x5B || after == 0x28 || after == 0x2026 || after == 0x24
      || after == 0x22
      || after == 0x201C || (0x30...0x39).contains(after)
    var canOpen = Self.isOpeningContext(before) && startsWord && shape >= 0
    // '90s and ’em are elisions.
    if canOpen, shape == 0, (0x30...0x39).contains(after), isDecade(at: end, in: range) { canOpen = false }
    // A wrong-way mark closes, too, and ‘ closes what ‚ opened.
    let mayClose = !UTF8Text.isSpace(before) && Self.isClosingContext(after) && !canOpen
    let punctuation = before == 0x2C || before == 0x2E || before == 0x21 || before == 0x3F || before == 0x2026
    return SingleMark(
      position: position, length: length, canOpen: canOpen, closes: mayClose && punctuation,
      mayClose: mayClose,
      followsS: before == 0x73 || before == 0x53, isCurlyOpen: shape > 0 && byte != 0x60)
  }

  private func isDecade(at position: Int, in range: Range<Int>) -> Bool {
    position + 2 < range.upperBound && Tokenizer.isDigit(utf8[position + 1]) && utf8[position + 2] == 0x73
  }

  /// Pairs single marks; a mark after an s is an apostrophe when a better close comes before the next opening.
  private func pair(_ marks: [SingleMark], in range: Range<Int>, goesOn: Bool) -> [MarkedStretch] {
    guard !marks.isEmpty else { return [] }
    var closeFollows = Array(repeating: false, count: marks.count + 1)
    for index in marks.indices.reversed() {
      let mark = marks[index]
      if mark.closes || (mark.mayClose && !mark.followsS) {
        closeFollows[index] = true
      } else {
        closeFollows[index] = mark.canOpen ? false : closeFollows[index + 1]
      }
    }
    var found: [MarkedStretch] = []
    var open: SingleMark?
    for index in marks.indices {
      let mark = marks[index]
      if let current = open {
        guard mark.mayClose else { continue }
        if mark.closes || !mark.followsS || !closeFollows[index + 1] {
          append(
            current.position, current.position + current.length, mark.position, mark.position + mark.length,
            .closed, true, to: &found)
          open = nil
        }
      } else if mark.canOpen {
        open = mark
      }
    }
    // Speech of several paragraphs opens each and closes the last.
    if let current = open, current.isCurlyOpen, goesOn || current.position == range.lowerBound {
      append(
        current.position, current.position + current.length, range.upperBound, range.upperBound, .blockEnd,
        true, to: &found)
    }
    return found
  }

  /// Both lists in order, without stretches inside others.
  private func merge(_ first: [MarkedStretch], _ second: [MarkedStretch]) -> [MarkedStretch] {
    if second.isEmpty { return first }
    var result: [MarkedStretch] = []
    for stretch in (first + second).sorted(by: { ($0.open, -$0.close) < ($1.open, -$1.close) }) {
      if let last = result.last, stretch.open < last.close { continue }
      result.append(stretch)
    }
    return result
  }

  /// Adds a stretch that has at least one letter or digit.
  private func append(
    _ open: Int, _ lower: Int, _ upper: Int, _ close: Int, _ ending: MarkedStretch.Ending, _ isSingle: Bool,
    to stretches: inout [MarkedStretch]
  ) {
    var lower = lower
    var upper = upper
    while lower < upper {
      let (scalar, length) = UTF8Text.scalar(utf8, at: lower, end: upper)
      guard UTF8Text.isSpace(scalar) else { break }
      lower += length
    }
    while let (scalar, length) = UTF8Text.scalar(utf8, before: upper, start: lower), UTF8Text.isSpace(scalar)
    {
      upper -= length
    }
    guard
      utf8[lower..<upper].contains(where: {
        Tokenizer.isASCIILetter($0) || Tokenizer.isDigit($0) || $0 >= 0xC3
      })
    else { return }
    stretches.append(
      MarkedStretch(
        open: open, lower: lower, upper: upper, close: ending == .closed ? close : upper, ending: ending,
        isSingle: isSingle))
  }

  private static func isOpeningContext(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0x3C, 0x2D, 0x2F, 0x27, 0x22, 0x2013...0x2015, 0x2018, 0x201A, 0x201C, 0x201E,
      0xAB, 0xBB,
      0x2039, 0x203A, 0x300C, 0x300E:
      return true
    default: return UTF8Text.isSpace(scalar)
    }
  }

  private static func isClosingContext(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x7D, 0x3E, 0x2D, 0x2F, 0x27, 0x22, 0x2013...0x2015,
      0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xAB, 0xBB, 0x2039, 0x203A, 0x300D, 0x300F, 0x3001, 0x3002:
      return true
    default: return UTF8Text.isSpace(scalar)
    }
  }
}

/// The mark that begins a list item: a bullet or a number.
struct LineMark {
  /// The number, or `nil` for a bullet.
  var ordinal: Int?
  /// Where the item's words begin.
  var textStart: Int
  /// The columns before the mark.
  var indent: Int

  /// Reads the mark of a line; `nil` when there is none or no words follow.
  init?(_ table: LineTable, _ line: Int) {
    let range = table[line].range
    let bytes = table.bytes
    guard range.count >= 3 else { return nil }
    let first = bytes[range.lowerBound]
    var position = range.lowerBound
    indent = Int(table[line].indent)
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      position += 1
    } else if ASCII.isDigit(first) {
      var value = 0
      while position < range.upperBound, ASCII.isDigit(bytes[position]), position - range.lowerBound < 4 {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      guard position - range.lowerBound <= 3, position < range.upperBound,
        bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ")")
      else { return nil }
      position += 1
      ordinal = value
    } else if first == 0xE2, Self.isBullet(bytes[range.lowerBound + 1], bytes[range.lowerBound + 2]) {
      position += 3
    } else {
      return nil
    }
    guard position < range.upperBound, bytes[position] == 0x20 || bytes[position] == 0x09 else { return nil }
    while position < range.upperBound, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    guard position < range.upperBound else { return nil }
    textStart = position
  }

  /// The level of the list, guessed from the indentation; text browsers indent by four or five columns a level.
  func level(baseIndent: Int) -> Int { 1 + min(15, max(0, indent - baseIndent) / 4) }

  /// Whether two bytes after 0xE2 make one of • ‣ ◦ ● ○ ■ □ ▪ ☆ ★ ⁃.
  private static func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third == 0xA2 || third == 0xA3
    case 0x81: third == 0x83
    case 0x96: third == 0xA0 || third == 0xA1 || third == 0xAA || third == 0xAB
    case 0x97: third == 0x8F || third == 0x8B || third == 0xA6
    case 0x98: third == 0x85 || third == 0x86
    default: false
    }
  }
}

import TerminalText
import TerminalUI

/// A picture as character cells, read from the output of a program that draws with SGR sequences.
///
/// Only letters, line ends and SGR are taken over; every other sequence is passed over, and size is limited, so that the
/// output of a program that misbehaves is a bad picture and nothing else.
public struct PictureCells: Sendable {
  /// The rows of cells.
  public let rows: [[Cell]]

  /// The most rows and columns that are taken.
  static let mostRows = 300
  static let mostColumns = 400

  /// Reads the output of such a program.
  ///
  /// - Complexity: O(bytes).
  public init(_ output: [UInt8]) {
    var rows: [[Cell]] = []
    var row: [Cell] = []
    var style = Style()
    var position = 0
    while position < output.count, rows.count < Self.mostRows {
      let byte = output[position]
      switch byte {
      case 0x1B: position = Self.skipSequence(output, from: position, &style)
      case 0x0A:
        rows.append(row)
        row = []
        position += 1
      case 0x00..<0x20, 0x7F: position += 1
      default:
        var length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        length = min(length, output.count - position)
        for scalar in String(decoding: output[position..<position + length], as: UTF8.self).unicodeScalars
        where row.count < Self.mostColumns && ColumnWidth.of(scalar.value) == 1
          && !(0x7F..<0xA0).contains(scalar.value)
        {
          row.append(Cell(base: scalar.value, style: style))
        }
        position += length
      }
    }
    if !row.isEmpty, rows.count < Self.mostRows { rows.append(row) }
    self.rows = rows
  }

  /// Passes over an escape sequence, and follows it when it is SGR.
  private static func skipSequence(_ output: [UInt8], from start: Int, _ style: inout Style) -> Int {
    guard start + 1 < output.count, output[start + 1] == UInt8(ascii: "[") else { return start + 2 }
    var numbers: [Int] = []
    var number = 0
    var position = start + 2
    while position < output.count, position < start + 128 {
      let byte = output[position]
      position += 1
      switch byte {
      case 0x30...0x39: number = min(number * 10 + Int(byte - 0x30), 99_999)
      case UInt8(ascii: ";"), UInt8(ascii: ":"):
        numbers.append(number)
        number = 0
      case UInt8(ascii: "m"):
        change(&style, numbers + [number])
        return position
      case 0x40...0x7E: return position
      default: break
      }
    }
    return position
  }

  private static func change(_ style: inout Style, _ numbers: [Int]) {
    var index = 0
    while index < numbers.count {
      let number = numbers[index]
      index += 1
      switch number {
      case 0: style = Style()
      case 1: style.attributes.insert(.bold)
      case 7: style.attributes.insert(.reverse)
      case 27: style.attributes.remove(.reverse)
      case 30...37: style.foreground = .palette(UInt8(number - 30))
      case 90...97: style.foreground = .palette(UInt8(number - 82))
      case 39: style.foreground = .terminalDefault
      case 40...47: style.background = .palette(UInt8(number - 40))
      case 100...107: style.background = .palette(UInt8(number - 92))
      case 49: style.background = .terminalDefault
      case 38, 48:
        guard let color = color(numbers, &index) else { return }
        if number == 38 { style.foreground = color } else { style.background = color }
      default: break
      }
    }
  }

  private static func color(_ numbers: [Int], _ index: inout Int) -> Color? {
    guard index < numbers.count else { return nil }
    switch numbers[index] {
    case 5 where index + 1 < numbers.count:
      index += 2
      return .palette(UInt8(clamping: numbers[index - 1]))
    case 2 where index + 3 < numbers.count:
      let parts = numbers[index + 1...index + 3].map { UInt32(UInt8(clamping: $0)) }
      index += 4
      return .rgb(parts[0] << 16 | parts[1] << 8 | parts[2])
    default: return nil
    }
  }
}

import ArticleModel

/// A number in digits: `87,500`, `2.5`, `.275`, `12,34,567`, `1.411.000`.
struct Numeral {
  var value: ExactDecimal
  /// Whether the digits are grouped or have a decimal point.
  var isFormatted: Bool
  /// How many digits stand before the point.
  var digits: Int

  /// Reads the bytes `lower..<upper`; `nil` when points and commas make no number (addresses, versions, lists).
  init?(_ utf8: [UInt8], _ lower: Int, _ upper: Int) {
    var commas = 0
    var points = 0
    for position in lower..<upper {
      if utf8[position] == 0x2C { commas += 1 }
      if utf8[position] == 0x2E { points += 1 }
    }
    let pointGroups = points > 1
    // 0,025 groups nothing: its comma is the decimal sign of other languages.
    let isDecimalComma = commas == 1 && points == 0 && utf8[lower] == 0x30 && utf8[lower + 1] == 0x2C
    if pointGroups {
      guard commas == 0, Self.isGrouped(utf8, lower, upper, separator: 0x2E),
        !Self.isMachineAddress(utf8, lower, upper)
      else { return nil }
    } else if commas > 0, !isDecimalComma {
      let end = utf8[lower..<upper].firstIndex(of: 0x2E) ?? upper
      guard Self.isGrouped(utf8, lower, end, separator: 0x2C) else { return nil }
      for position in end..<upper where utf8[position] == 0x2C { return nil }
    }
    var significand: Int64 = 0
    var exponent = 0
    var digits = 0
    var isFraction = false
    var kept = 0
    for position in lower..<upper {
      let byte = utf8[position]
      if byte == 0x2E && !pointGroups || byte == 0x2C && isDecimalComma {
        isFraction = true
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { continue }
      if !isFraction { digits += 1 }
      if kept < 18 {
        significand = significand * 10 + Int64(byte - 0x30)
        if significand > 0 { kept += 1 }
        if isFraction { exponent -= 1 }
      } else if !isFraction {
        exponent += 1
      }
    }
    value = ExactDecimal(significand: significand, exponent: exponent)
    isFormatted = commas > 0 || points > 0
    self.digits = digits
  }

  /// Four numbers below 256 between points: 255.255.255.255.
  private static func isMachineAddress(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Bool {
    let parts = utf8[lower..<upper].split(separator: 0x2E, maxSplits: 4)
    return parts.count == 4
      && parts.allSatisfy { $0.count < 4 && $0.reduce(0) { $0 * 10 + Int($1 & 0xF) } < 256 }
  }

  /// Whether groups have three digits (the first may have fewer), or two and at last three as in India.
  private static func isGrouped(_ utf8: [UInt8], _ lower: Int, _ upper: Int, separator: UInt8) -> Bool {
    var groups: [Int] = [0]
    for position in lower..<upper {
      if utf8[position] == separator { groups.append(0) } else { groups[groups.count - 1] += 1 }
    }
    guard groups.count > 1, let first = groups.first, let last = groups.last, (1...3).contains(first),
      last == 3
    else {
      return false
    }
    let middle = groups.dropFirst().dropLast()
    return middle.allSatisfy { $0 == 3 } || (middle.allSatisfy { $0 == 2 } && first <= 2)
  }
}

/// A unit of measure or money.
struct FigureUnit: Sendable {
  /// The canonical name: `km`, `EUR`, `year`.
  var name: String
  /// What sort of figure has it.
  var kind: Kind

  /// What sort of figure has the unit.
  enum Kind: Sendable {
    case money, percent, percentagePoint, measure, temperature, duration
    /// A factor: times, x.
    case multiple
    /// Years of age in one word: yo.
    case age
    /// A letter that multiplies and is no unit: bn, k.
    case magnitude(Int)

    var isMeasure: Bool {
      if case .measure = self { return true }
      return false
    }
  }
}

/// The units of a language by their spellings.
///
/// A spelling is looked up as written first (`MB` is not `Mb`), then in small letters.
struct UnitTable: Sendable {
  /// One unit with its spellings.
  struct Row: Sendable {
    var unit: FigureUnit
    /// Spellings of one or more words, in small letters unless case decides.
    var spellings: [String]
  }

  private let units: [FigureUnit]
  private let table: ByteTable
  /// The first letters or sign of all spellings; 1 where some spelling goes on behind them.
  private let starts: ByteTable
  /// The most tokens that a spelling has.
  private static let mostTokens = 5

  /// The canonical names of all units, magnitude letters left out.
  var names: [String] { units.map(\.name).filter { !$0.isEmpty } }

  /// Makes the table.
  init(_ rows: [Row]) {
    units = rows.map(\.unit)
    var table = ByteTable(room: 4 * rows.count)
    var starts = ByteTable(room: 2 * rows.count)
    for (index, row) in rows.enumerated() {
      for spelling in row.spellings {
        var letters = Array(spelling.utf8)
        letters.withUnsafeBufferPointer { table.insert($0, Int32(index)) }
        let start = Self.startEnd(letters, 0, letters.count)
        let isLonger = start < letters.count
        for place in 0..<start { letters[place] = ByteTable.lowercased(letters[place]) }
        letters.withUnsafeBufferPointer { letters in
          let key = UnsafeBufferPointer(rebasing: letters[..<start])
          if isLonger || starts.value(key) == nil { starts.insert(key, isLonger ? 1 : 0) }
        }
      }
    }
    self.table = table
    self.starts = starts
  }

  /// How many tokens a unit that starts with the bytes `lower..<upper` can have; 0 when there is none.
  func longest(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Int {
    let end = Self.startEnd(utf8, lower, upper)
    guard let isLonger = starts.value(utf8, lower, end, foldingCase: true) else { return 0 }
    return isLonger == 0 ? 1 : Self.mostTokens
  }

  /// The end of the letters that a spelling starts with, or of its first sign.
  private static func startEnd(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> Int {
    var end = lower
    while end < upper, utf8[end] | 0x20 >= 0x61, utf8[end] | 0x20 <= 0x7A { end += 1 }
    if end > lower { return end }
    return lower + UTF8Text.scalar(utf8, at: lower, end: upper).length
  }

  /// Rows from lines of the form `name: spelling | spelling`.
  ///
  /// Byte by byte, because the first article waits for it.
  static func rows(_ kind: FigureUnit.Kind, _ lines: String) -> [Row] {
    var rows: [Row] = []
    var lines = lines
    lines.withUTF8 { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "\n") {
        let line = bytes[start..<end]
        start = end + 1
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
        let name = String(decoding: UnsafeBufferPointer(rebasing: line[..<colon]), as: UTF8.self)
        rows.append(Row(unit: FigureUnit(name: name, kind: kind), spellings: spellings(line[(colon + 1)...])))
      }
    }
    return rows
  }

  /// The spellings of a line, without the spaces around them.
  private static func spellings(_ list: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    var spellings: [String] = []
    var start = list.startIndex
    for end in list.startIndex...list.endIndex where end == list.endIndex || list[end] == UInt8(ascii: "|") {
      var lower = start
      var upper = end
      while lower < upper, list[lower] == 0x20 { lower += 1 }
      while upper > lower, list[upper - 1] == 0x20 { upper -= 1 }
      if lower < upper {
        spellings.append(
          String(decoding: UnsafeBufferPointer(rebasing: list[lower..<upper]), as: UTF8.self))
      }
      start = end + 1
    }
    return spellings
  }

  /// The unit that is written in the bytes `lower..<upper`, or `nil`.
  func unit(_ utf8: [UInt8], _ lower: Int, _ upper: Int) -> FigureUnit? {
    if let index = table.value(utf8, lower, upper, foldingCase: false) { return units[Int(index)] }
    // One letter means different units in different case, so its case must be right.
    guard upper - lower > 1 else { return nil }
    return table.value(utf8, lower, upper, foldingCase: true).map { units[Int($0)] }
  }
}

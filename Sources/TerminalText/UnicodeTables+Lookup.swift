extension UnicodeTables {
  /// What cluster segmentation and width need to know of a scalar.
  struct ClusterProperties {
    /// The grapheme class.
    var graphemeClass: GraphemeClass
    /// The columns of the scalar alone: 0, 1 or 2.
    var columns: Int
  }

  /// What line breaking needs to know of a scalar.
  struct LineBreakProperties {
    /// The line break class after rule LB1.
    var lineBreakClass: LineBreakClass
    /// Whether the East Asian Width is wide, full or half.
    var isEastAsian: Bool
  }

  /// The cluster properties of a scalar value; out of range is taken as an ordinary character.
  ///
  /// - Complexity: O(1); three loads.
  @inline(__always)
  static func clusterProperties(_ scalar: UInt32) -> ClusterProperties {
    guard scalar <= 0x10FFFF else { return ClusterProperties(graphemeClass: .other, columns: 1) }
    let value = entry(scalar, index: clusterIndex, blocks: clusterBlocks)
    return ClusterProperties(graphemeClass: GraphemeClass(rawValue: value >> 2), columns: Int(value & 3))
  }

  /// The columns of a scalar value: 0, 1 or 2.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  static func columns(_ scalar: UInt32) -> Int {
    if scalar < 0x7F { return scalar >= 0x20 || scalar == 0x09 ? 1 : 0 }
    return clusterProperties(scalar).columns
  }

  /// The line break properties of a scalar value; out of range is taken as a letter.
  ///
  /// - Complexity: O(1); three loads.
  @inline(__always)
  static func lineBreakProperties(_ scalar: UInt32) -> LineBreakProperties {
    guard scalar <= 0x10FFFF else { return LineBreakProperties(lineBreakClass: .al, isEastAsian: false) }
    let value = entry(scalar, index: lineBreakIndex, blocks: lineBreakBlocks)
    return LineBreakProperties(
      lineBreakClass: LineBreakClass(rawValue: value & ~eastAsianBit), isEastAsian: value & eastAsianBit != 0)
  }

  /// Looks a scalar value up; it must not be above U+10FFFF, because the tables end there.
  @inline(__always)
  private static func entry(
    _ scalar: UInt32, index: UnsafePointer<UInt8>, blocks: UnsafePointer<UInt8>
  ) -> UInt8 {
    let place = Int(scalar / blockLength) * 2
    let block = (Int(index[place]) - 0x30) * 64 + Int(index[place + 1]) - 0x30
    return blocks[block * Int(blockLength) + Int(scalar % blockLength)] ^ flippedBit
  }
}

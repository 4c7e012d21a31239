/// Cuts and pads text to a number of columns.
public enum Truncation {
  /// The text, or as many of its clusters as leave room for `ellipsis` when it is wider than `columns`.
  ///
  /// - Parameters:
  ///   - text: Text on one line.
  ///   - columns: The columns that the result may take.
  ///   - ellipsis: What shows that something was cut; left out when it does not fit itself.
  /// - Returns: A text of at most `columns` columns.
  /// - Complexity: O(length of the text).
  public static func fit(_ text: String, columns: Int, ellipsis: String = "…") -> String {
    var copy = text
    return copy.withUTF8 { utf8 in
      if utf8.count <= columns, !utf8.contains(where: { $0 >= 0x80 }) { return text }
      if ColumnWidth.of(utf8) <= columns { return text }
      let ellipsisColumns = ColumnWidth.of(ellipsis)
      let fitsEllipsis = ellipsisColumns <= columns
      let upper = prefix(utf8, columns: fitsEllipsis ? columns - ellipsisColumns : columns).upper
      let kept = String(decoding: UnsafeBufferPointer(rebasing: utf8[..<upper]), as: UTF8.self)
      return fitsEllipsis ? kept + ellipsis : kept
    }
  }

  /// The longest beginning of a UTF-8 text, in whole clusters, that takes at most `columns` columns.
  ///
  /// - Parameters:
  ///   - utf8: Text on one line.
  ///   - columns: The columns that the beginning may take.
  /// - Returns: The byte after the beginning, and its columns.
  /// - Complexity: O(length of the beginning).
  public static func prefix(
    _ utf8: UnsafeBufferPointer<UInt8>, columns: Int
  ) -> (upper: Int, columns: Int) {
    var clusters = ClusterIterator(utf8, lower: 0, upper: utf8.count)
    var upper = 0
    var taken = 0
    while let cluster = clusters.next(), taken + cluster.columns <= columns {
      taken += cluster.columns
      upper = cluster.upper
    }
    return (upper, taken)
  }

  /// The text with spaces after it up to `columns` columns; a wider text is unchanged.
  ///
  /// - Complexity: O(length of the result).
  public static func padded(_ text: String, to columns: Int) -> String {
    let missing = columns - ColumnWidth.of(text)
    return missing > 0 ? text + String(repeating: " ", count: missing) : text
  }
}

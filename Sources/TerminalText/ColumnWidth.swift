/// How many columns text takes on a terminal.
///
/// Scalars: East Asian wide and full characters and emoji take two columns; non-spacing marks, format characters and
/// Hangul vowel and final jamo none; everything else one, spacing marks included (so do glibc, xterm and VTE). A tab
/// counts one column, because it is drawn as a space; other controls count none. Ambiguous characters are narrow.
/// Clusters: see ``ClusterIterator``. The same table is `wcwidth` for ncurses, so that both agree.
public enum ColumnWidth {
  /// The columns of one scalar value: 0, 1 or 2.
  ///
  /// - Complexity: O(1).
  public static func of(_ scalar: UInt32) -> Int { UnicodeTables.columns(scalar) }

  /// The columns of a UTF-8 text on one line: the sum over its clusters.
  ///
  /// Bytes that are not valid UTF-8 count one column each.
  ///
  /// - Complexity: O(number of bytes); ASCII runs without looking anything up.
  public static func of(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
    var columns = 0
    var position = 0
    while position < utf8.count {
      let byte = utf8[position]
      if byte < 0x80 {
        columns &+= byte >= 0x20 && byte != 0x7F || byte == 0x09 ? 1 : 0
        position += 1
        continue
      }
      // An ASCII character before it may belong to the cluster, but changes nothing about its columns.
      var clusters = ClusterIterator(utf8, lower: position, upper: utf8.count)
      guard let cluster = clusters.next() else { break }
      columns &+= cluster.columns
      position = cluster.upper
    }
    return columns
  }

  /// The columns of a string on one line: the sum over its clusters.
  ///
  /// - Complexity: O(number of UTF-8 bytes).
  public static func of(_ string: String) -> Int {
    var copy = string
    return copy.withUTF8 { of($0) }
  }
}

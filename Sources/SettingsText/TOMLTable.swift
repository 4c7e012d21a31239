/// A table of a TOML file: keys with values, in the order of the file, each with its place.
///
/// Places are kept because settings are checked strictly: "unknown key" without a line is no help.
public struct TOMLTable: Hashable, Sendable {
  /// A key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value; a table's own entries may still grow while the file is read.
    public internal(set) var value: TOMLValue
    /// The line of the key, from 1.
    public let line: Int
  }

  /// The entries in the order of the file.
  public internal(set) var entries: [Entry] = []

  /// The entry of a key, or `nil`.
  ///
  /// - Complexity: O(number of entries).
  public subscript(key: String) -> Entry? { index(of: key).map { entries[$0] } }

  /// The place of a key, or `nil`.
  ///
  /// Lengths are compared first, because most keys differ in them.
  func index(of key: String) -> Int? {
    let length = key.utf8.count
    return entries.firstIndex { $0.key.utf8.count == length && $0.key == key }
  }

  /// The table under a path of keys; an empty one when there is none.
  func table(at path: [String]) -> TOMLTable {
    var table = self
    for key in path { table = table[key]?.value.table ?? TOMLTable() }
    return table
  }

  /// Puts a table in place of the one under a path of keys, all of which are there.
  mutating func replaceTable(at path: [String], by table: TOMLTable) {
    guard let key = path.first else {
      self = table
      return
    }
    guard let index = index(of: key) else { return }
    var inner = entries[index].value.table ?? TOMLTable()
    inner.replaceTable(at: Array(path.dropFirst()), by: table)
    entries[index].value = .table(inner)
  }
}

/// A value of a TOML file.
public enum TOMLValue: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([TOMLValue])
  case table(TOMLTable)

  /// The text, when the value is one.
  public var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The truth value, when the value is one.
  public var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The table, when the value is one.
  public var table: TOMLTable? {
    if case .table(let value) = self { value } else { nil }
  }
}

/// Why a text is no TOML.
public struct TOMLError: Error, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// What is wrong there.
  public let message: String
}

import CSQLite

/// A connection to a database: statements in, rows out, errors as `DatabaseProblem`.
///
/// Used by one thread at a time. Statements are prepared once and kept.
final class Connection {
  private let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = [:]

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file; it is created when it is missing and may be.
  ///   - isReadOnly: Whether nothing is to be written.
  ///   - isFrozen: Whether nobody writes: SQLite then makes no files beside this one, which a folder that cannot be
  ///     written to does not let it. What stands in a write-ahead log is not seen.
  /// - Throws: Why it cannot be opened.
  init(path: String, isReadOnly: Bool, isFrozen: Bool = false) throws(DatabaseProblem) {
    var handle: OpaquePointer?
    var flags =
      isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    var name = path
    if isFrozen {
      flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      let signs = [("%", "%25"), ("?", "%3f"), ("#", "%23")]
      name = "file:" + signs.reduce(path) { $0.replacing($1.0, with: $1.1) } + "?immutable=1"
    }
    let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle else {
      let words = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(handle)
      throw DatabaseProblem(code: code, words: words)
    }
    self.handle = handle
    sqlite3_busy_timeout(handle, 5000)
    guard pq_add_functions(handle) == SQLITE_OK else {
      throw DatabaseProblem(code: SQLITE_NOMEM, words: "no memory")
    }
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// The row of the last insertion.
  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  /// How many rows the last statement changed.
  var changes: Int { Int(sqlite3_changes(handle)) }

  /// How many rows this connection has changed so far.
  var totalChanges: Int { Int(sqlite3_total_changes(handle)) }

  /// Runs statements that take no values.
  func execute(_ sql: String) throws(DatabaseProblem) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw problem(code) }
  }

  /// Runs a statement that gives no rows.
  func run(_ sql: String, _ values: DatabaseValue...) throws(DatabaseProblem) {
    try run(sql, values)
  }

  /// Runs a statement that gives no rows.
  func run(_ sql: String, _ values: [DatabaseValue]) throws(DatabaseProblem) {
    try rows(sql, values) { _ in }
  }

  /// Runs a statement and hands over its rows one by one.
  func rows(
    _ sql: String, _ values: [DatabaseValue] = [], _ body: (Row) throws(DatabaseProblem) -> Void
  ) throws(DatabaseProblem) {
    let statement = try prepared(sql)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      let code = Self.bind(value, to: statement, at: Int32(index + 1))
      guard code == SQLITE_OK else { throw problem(code) }
    }
    while true {
      let code = sqlite3_step(statement)
      switch code {
      case SQLITE_ROW: try body(Row(statement: statement))
      case SQLITE_DONE: return
      default: throw problem(code)
      }
    }
  }

  /// The first row of a query, made into something; `nil` without rows.
  func first<T>(_ sql: String, _ values: [DatabaseValue] = [], _ make: (Row) -> T) throws(DatabaseProblem)
    -> T?
  {
    var result: T?
    try rows(sql, values) { row throws(DatabaseProblem) in if result == nil { result = make(row) } }
    return result
  }

  /// The first column of the first row, as a number.
  func number(_ sql: String, _ values: DatabaseValue...) throws(DatabaseProblem) -> Int64? {
    try first(sql, values) { $0.integer(0) }
  }

  /// All rows of a query, each made into something.
  func all<T>(_ sql: String, _ values: [DatabaseValue] = [], _ make: (Row) -> T) throws(DatabaseProblem)
    -> [T]
  {
    var result: [T] = []
    try rows(sql, values) { row throws(DatabaseProblem) in result.append(make(row)) }
    return result
  }

  /// Does several things at once or none of them; transactions inside transactions are one.
  func transaction<T>(_ body: () throws(DatabaseProblem) -> T) throws(DatabaseProblem) -> T {
    guard sqlite3_get_autocommit(handle) != 0 else { return try body() }
    try execute("BEGIN IMMEDIATE")
    do throws(DatabaseProblem) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // After some errors SQLite has rolled back by itself.
      if sqlite3_get_autocommit(handle) == 0 { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
      throw error
    }
  }

  private func prepared(_ sql: String) throws(DatabaseProblem) -> OpaquePointer {
    if let statement = statements[sql] { return statement }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw problem(code) }
    statements[sql] = statement
    return statement
  }

  private static func bind(_ value: DatabaseValue, to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          pq_bind_text(statement, index, $0.baseAddress, UInt64($0.count))
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes { pq_bind_blob(statement, index, $0.baseAddress, UInt64($0.count)) }
    }
  }

  private func problem(_ code: Int32) -> DatabaseProblem {
    DatabaseProblem(code: code, words: String(cString: sqlite3_errmsg(handle)))
  }
}

/// A row of a query; valid until the next one is asked for.
struct Row {
  fileprivate let statement: OpaquePointer

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  func flag(_ column: Int32) -> Bool { integer(column) != 0 }

  func text(_ column: Int32) -> String { optionalText(column) ?? "" }

  func optionalText(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(statement, column) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func blob(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
  }
}

import ArticleModel

/// A list of things in an article or its discussion, as rows that can be filtered and sorted.
///
/// Rows are made when they are looked at, so that a list of 100,000 comments opens as fast as a short one. A reference
/// type because it keeps the rows of the last filter. Owned by the main thread.
public final class IndexList {
  /// Where a row leads.
  public enum Destination: Hashable, Sendable {
    /// Something in the article.
    case article(ArticleSelection)
    /// A comment, by its number in the source.
    case comment(Int)
    /// The comments of an author, by the thread's number of the name.
    case author(Int32)
  }

  /// A row.
  public struct Entry: Hashable, Sendable {
    /// The words on the left.
    public var text: String
    /// The words on the right: a position, a unit, a hedge.
    public var detail = ""
    /// Where the row leads; `nil` for the heading of a group.
    public var destination: Destination?
    /// How far the row is indented.
    public var indent = 0
    /// What stands in the columns of a table; empty in a plain list.
    public var cells: [String] = []
  }

  /// A column of a table.
  public struct Column: Hashable, Sendable {
    /// The heading.
    public var title: String
    /// The columns of the screen that it wants.
    public var width: Int
    /// Whether the words stand at its right edge.
    public var isNumber = false
  }

  /// What a list is made of.
  struct Source {
    /// The number of rows.
    var count: Int
    /// The columns of a table.
    var columns: [Column] = []
    /// Makes a row.
    var entry: (Int) -> Entry
    /// Finds the row of something in the article, for a quote in a list of speakers that of who said it; `nil` looks through what `entry` makes.
    var rowOf: ((ArticleSelection) -> Int?)?
    /// Tells whether a row, which is no heading, has some words; `nil` looks into what `entry` makes.
    ///
    /// What the words are in, apart from rows, is found out once, before the first row is asked about.
    var matcher: ((TextSearch) -> (Int) -> Bool)?
    /// Whether a row is the heading of a group, which no filter keeps.
    var isHeading: (Int) -> Bool = { _ in false }
    /// Rows in the order of a column, ascending.
    var sorted: (Int) -> [Int32] = { _ in [] }
  }

  private let source: Source
  /// The order that was asked for last; turning it round makes none anew.
  private var order: (column: Int, rows: [Int32])?
  private var chosen: (filter: String, sort: ListState.Sort?, rows: [Int32]?)?

  init(_ source: Source) { self.source = source }

  /// The columns of a table; none for a plain list.
  public var columns: [Column] { source.columns }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { source.count == 0 }

  /// How many rows a list shows.
  ///
  /// - Complexity: O(rows) when the filter or the order is another than the last time.
  public func count(_ list: ListState) -> Int { rows(list)?.count ?? source.count }

  /// A row of a list.
  public func entry(_ row: Int, _ list: ListState) -> Entry {
    source.entry(rows(list).map { Int($0[row]) } ?? row)
  }

  /// The row of something in the article; `nil` when none stands for it.
  ///
  /// - Complexity: O(1) or O(log rows) while all rows are shown as they are, else O(rows).
  func row(of selection: ArticleSelection, _ list: ListState) -> Int? {
    guard let rowOf = source.rowOf else {
      return (0..<count(list)).first { entry($0, list).destination == .article(selection) }
    }
    guard let row = rowOf(selection), let rows = rows(list) else { return rowOf(selection) }
    return rows.firstIndex(of: Int32(row))
  }

  /// The first row that leads somewhere, below headings.
  var firstRow: Int { (0..<source.count).first { !source.isHeading($0) } ?? 0 }

  /// Which rows a list shows; `nil` when it shows all as they are.
  private func rows(_ list: ListState) -> [Int32]? {
    if let chosen, chosen.filter == list.filter, chosen.sort == list.sort { return chosen.rows }
    var rows: [Int32]?
    if let sort = list.sort {
      if order?.column != sort.column { order = (sort.column, source.sorted(sort.column)) }
      rows = sort.isDescending ? order?.rows.reversed() : order?.rows
    }
    if let search = TextSearch(list.filter) {
      // A longer filter finds less: what the shorter one left is enough to look at.
      if let chosen, chosen.sort == list.sort, !chosen.filter.isEmpty, list.filter.hasPrefix(chosen.filter),
        !chosen.filter.contains(where: \.isUppercase) == !list.filter.contains(where: \.isUppercase)
      {
        rows = chosen.rows
      }
      let holds = matcher(search)
      rows = (rows ?? (0..<source.count).map { Int32($0) }).filter { row in
        !source.isHeading(Int(row)) && holds(Int(row))
      }
    }
    chosen = (list.filter, list.sort, rows)
    return rows
  }

  private func matcher(_ search: TextSearch) -> (Int) -> Bool {
    if let matcher = source.matcher { return matcher(search) }
    return { [source] row in
      let entry = source.entry(row)
      return search.isFound(in: entry.text + " " + entry.detail)
    }
  }
}

extension TextSearch {
  /// Whether a text has the words.
  func isFound(in text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { first(in: $0, from: 0, to: $0.count) != nil }
  }

  /// Whether a stretch of a text has the words.
  func isFound(in range: TextRange, of text: RichText) -> Bool {
    text.utf8.withUnsafeBufferPointer { first(in: $0, from: Int(range.lower), to: Int(range.upper)) != nil }
  }
}

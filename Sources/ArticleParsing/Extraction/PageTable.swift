/// A table of data, as opposed to one that only arranges a page.
struct PageTable {
  private(set) var rows: [[String]] = []
  private(set) var headerRows = 0

  private init() {}

  /// Reads a table; `nil` when it is there for the layout.
  ///
  /// Tables with tables, pictures, headings, lists or several paragraphs in a cell, with one column or one row are
  /// taken for layout: what they hold is written as if the table were not there.
  init?(_ table: Int, in document: HTMLDocument, isHidden: [Bool]) {
    if let role = document.attribute("role", of: table), role == "presentation" || role == "none" {
      return nil
    }
    var row: [String] = []
    var headings = 0
    var hasBody = false
    func endRow(_ reader: inout PageTable) {
      guard !row.isEmpty else { return }
      if !hasBody, headings == row.count { reader.headerRows += 1 } else { hasBody = true }
      reader.rows.append(row)
      row = []
      headings = 0
    }
    var reader = PageTable()
    var next = table + 1
    let end = document.subtree(of: table).upperBound
    while next < end {
      let tag = document.tag(next)
      switch tag {
      case .table: return nil
      case .tr: endRow(&reader)
      case .td, .th:
        guard !Self.isLayout(next, in: document) else { return nil }
        if !isHidden[next] {
          row.append(document.text(of: next))
          if tag == .th { headings += 1 }
        }
        next = document.subtree(of: next).upperBound
        continue
      default: break
      }
      next += 1
    }
    endRow(&reader)
    guard reader.rows.count > 1, reader.rows.contains(where: { $0.count > 1 }) else { return nil }
    self = reader
  }

  private static func isLayout(_ cell: Int, in document: HTMLDocument) -> Bool {
    var paragraphs = 0
    for node in document.descendants(of: cell) {
      switch document.tag(node) {
      case .table, .form, .ul, .ol, .blockquote, .pre, .figure, .h1, .h2, .h3, .article, .section: return true
      case .p, .div: paragraphs += 1
      default: break
      }
      if paragraphs > 2 { return true }
    }
    return false
  }
}

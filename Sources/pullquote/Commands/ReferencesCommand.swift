import ArgumentParser
import ArticleExport
import ArticleModel

/// `pullquote references`: passages of comments with what they refer to.
struct ReferencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "references",
    abstract: "Put out which passages of comments refer to which words of the article.")

  @OptionGroup var options: ArticleOptions
  @Option(help: "table, csv, json or markdown.") var format = TableFormat.table

  func run() throws {
    if options.batch {
      try Batch(options, hasReferences: true) {
        Batch.object(id: $1, "references", JSONExport(isPretty: false).references($0))
      }.run()
      return
    }
    let text = try options.textExport()
    try options.forEachArticle(hasReferences: true) { article in
      switch format {
      case .table: text.references(article)
      case .csv: CSVExport().references(article)
      case .json: JSONExport(isPretty: true).references(article)
      case .markdown: MarkdownExport().references(article)
      }
    }
  }
}

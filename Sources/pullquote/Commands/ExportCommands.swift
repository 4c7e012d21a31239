import ArgumentParser
import ArticleExport
import ArticleModel

/// The formats of whole articles.
enum ArticleFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, json
}

/// The formats of lists of quotes and figures.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, markdown
}

/// The formats of threads.
enum TreeFormat: String, ExpressibleByArgument, CaseIterable {
  case tree, csv, json, markdown
}

/// `pullquote export`: the whole article and thread.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Put out the whole article and its discussion.")

  @OptionGroup var options: ArticleOptions
  @Option(help: "text, markdown or json.") var format = ArticleFormat.text

  func run() throws {
    if options.batch {
      try Batch(options, hasReferences: true) { article, id in
        JSONExport(isPretty: false).article(article, id: id)
      }.run()
      return
    }
    let text = try options.textExport()
    try options.forEachArticle(hasReferences: format == .json) { article in
      switch format {
      case .text: text.article(article)
      case .markdown: MarkdownExport().article(article)
      case .json: JSONExport(isPretty: true).article(article)
      }
    }
  }
}

/// `pullquote quotes`: quotes with speakers.
struct QuotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes", abstract: "Put out the quotes with their speakers.")

  @OptionGroup var options: ArticleOptions
  @Option(help: "table, csv, json or markdown.") var format = TableFormat.table
  @Option(help: ArgumentHelp("Only quotes of this speaker; a surname will do.", valueName: "name"))
  var speaker: String?
  @Option(help: ArgumentHelp("Only quotes at least this sure, from 0 to 1.", valueName: "share"))
  var minConfidence = 0.0

  func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence is a number from 0 to 1")
    }
  }

  func run() throws {
    let selection = QuoteSelection(speaker: speaker, minimumConfidence: minConfidence)
    if options.batch {
      try Batch(options) {
        Batch.object(id: $1, "quotes", JSONExport(isPretty: false).quotes($0, selection: selection))
      }
      .run()
      return
    }
    let text = try options.textExport()
    try options.forEachArticle { article in
      switch format {
      case .table:
        text.quotes(article, selection: selection)
      case .csv: CSVExport().quotes(article, selection: selection)
      case .json: JSONExport(isPretty: true).quotes(article, selection: selection)
      case .markdown: MarkdownExport().quotes(article, selection: selection)
      }
    }
  }
}

/// `pullquote comments`: the thread.
struct CommentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comments", abstract: "Put out the discussion.")

  @OptionGroup var options: ArticleOptions
  @Option(help: "tree, csv, json or markdown.") var format = TreeFormat.tree

  func run() throws {
    if options.batch {
      try Batch(options) {
        Batch.object(id: $1, "comments", JSONExport(isPretty: false).comments($0))
      }.run()
      return
    }
    let text = try options.textExport()
    try options.forEachArticle { article in
      switch format {
      case .tree: text.comments(article)
      case .csv: CSVExport().comments(article)
      case .json: JSONExport(isPretty: true).comments(article)
      case .markdown: MarkdownExport().comments(article)
      }
    }
  }
}

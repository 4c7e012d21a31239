import ArgumentParser
import ArticleAnalysis
import ArticleExport
import ArticleModel

/// `pullquote figures`: figures with values and units.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Put out the figures with their values and units.")

  @OptionGroup var options: ArticleOptions
  @Option(help: "table, csv, json or markdown.") var format = TableFormat.table
  @Option(
    help: ArgumentHelp(
      "Only these kinds, separated by commas: \(Figure.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kinds"))
  var kind: KindList?
  @Option(
    name: .customLong("min"), parsing: .unconditional,
    help: ArgumentHelp("Only numbers from this one on: 1000, 2.5e6, 40k, 3m or 1bn.", valueName: "number"))
  var minimum: Minimum?
  @Option(help: "Only this unit and what measures the same (km finds miles), or a counted noun.")
  var unit: String?
  @Option(help: "The order: text, value (largest first), kind or unit.") var sort = FigureSelection.Order.text

  func run() throws {
    let selection = FigureSelection(
      kinds: kind?.kinds ?? [], minimum: minimum?.number,
      unit: unit.map { AnalysisPipeline.unitName($0) ?? $0 },
      order: sort)
    if options.batch {
      try Batch(options) {
        Batch.object(id: $1, "figures", JSONExport(isPretty: false).figures($0, selection))
      }.run()
      return
    }
    let text = try options.textExport()
    try options.forEachArticle { article in
      switch format {
      case .table:
        text.figures(article, selection)
      case .csv: CSVExport().figures(article, selection)
      case .json: JSONExport(isPretty: true).figures(article, selection)
      case .markdown: MarkdownExport().figures(article, selection)
      }
    }
  }
}

extension FigureSelection.Order: ExpressibleByArgument {}

/// Kinds of figures as the user lists them.
struct KindList: ExpressibleByArgument {
  let kinds: Set<Figure.Kind>

  init?(argument: String) {
    var kinds: Set<Figure.Kind> = []
    for name in argument.split(separator: ",") {
      guard let kind = Figure.Kind(rawValue: String(name)) else { return nil }
      kinds.insert(kind)
    }
    guard !kinds.isEmpty else { return nil }
    self.kinds = kinds
  }
}

/// A number with a magnitude letter, as the user gives it.
struct Minimum: ExpressibleByArgument {
  let number: ExactDecimal

  private static let magnitudes = [("bn", 9), ("k", 3), ("m", 6), ("b", 9), ("t", 12)]

  init?(argument: String) {
    let text = argument.lowercased()
    for (letters, power) in Self.magnitudes where text.hasSuffix(letters) {
      guard let number = ExactDecimal(text.dropLast(letters.utf8.count)) else { return nil }
      self.number = number.scaled(byPowerOfTen: power)
      return
    }
    guard let number = ExactDecimal(text) else { return nil }
    self.number = number
  }
}

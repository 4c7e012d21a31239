import ArgumentParser

/// `--thread`: discussions of an article in other places.
struct FurtherOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A further discussion of the article, such as the JSON of another site; may be given again.",
      valueName: "source")) var thread: [String] = []

  /// More sections cannot be told apart.
  private static let most = 60

  /// What is wrong with further discussions of several articles.
  static let severalArticles =
    "it holds several articles, and --thread belongs to one of them; choose it with --article"

  /// Checks the sources against that of the article.
  ///
  /// - Parameter article: The source of the article.
  /// - Throws: What is wrong with them.
  func validate(besides article: String) throws {
    guard thread.count <= Self.most else {
      throw ValidationError("--thread can be given \(Self.most) times; join the files first")
    }
    guard thread.count(where: { $0 == "-" }) + (article == "-" ? 1 : 0) < 2 else {
      throw ValidationError(
        "standard input is read once: it is the article or one --thread; name a file for the other")
    }
  }
}

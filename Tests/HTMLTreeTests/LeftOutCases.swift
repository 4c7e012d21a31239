/// The cases of the html5lib tests that do not apply to this parser, each with its reason.
enum LeftOutCases {
  /// Why a tree-construction case is left out, or `nil` when it must pass.
  static func reason(for test: TreeConstructionCase) -> String? {
    test.needsScripts ? "pages are read as by a browser without scripts" : trees[test.name]
  }

  /// Why a tokenizer case is left out, or `nil` when it must pass.
  static func reason(for test: TokenizerCase) -> String? {
    test.holdsSurrogates ? "a lone surrogate cannot be written in UTF-8" : tokenizerFiles[test.file]
  }

  private static let selectedContent = "the element shows what is selected, which the parser does not do"

  private static let trees = [
    "webkit02.dat:45": selectedContent, "webkit02.dat:46": selectedContent,
    "webkit02.dat:47": selectedContent,
    "webkit02.dat:48": selectedContent,
  ]

  private static let tokenizerFiles = [
    "xmlViolation.test": "an option to make names and texts fit for XML, which this parser does not have"
  ]
}

/// The cases of the html5lib tests that do not apply to this parser, each with its reason.
enum LeftOutCases {
  /// Why a case is left out, or `nil` when it must pass.
  static func reason(for test: TreeConstructionCase) -> String? {
    test.needsScripts ? "pages are read as by a browser without scripts" : nil
  }
}

import ArticleModel
import HTMLTree

/// Parses pages with `HTMLTree`, and says what of a page could not be taken as it is.
enum HTMLParser {
  /// Parses a page; comments and the content of scripts (JSON-LD excepted), styles, templates and drawings are left out.
  ///
  /// - Parameters:
  ///   - utf8: The page.
  ///   - diagnostics: Told when the page was too large, too deep or too tangled to be taken as it is.
  /// - Returns: The tree; never fails.
  static func parse(_ utf8: UnsafeBufferPointer<UInt8>, diagnostics: inout [Diagnostic]) -> HTMLDocument {
    let document = HTMLDocument(parsing: utf8, omitting: .unseen)
    if document.shortenings.contains(.source) {
      let megabytes = HTMLDocument.largestSource >> 20
      diagnostics.append(
        Diagnostic(
          severity: .warning, message: "The page is larger than \(megabytes) MB; its end was left out."))
    }
    if !document.shortenings.isDisjoint(with: [.depth, .attributes, .formatting]) {
      diagnostics.append(
        Diagnostic(
          severity: .warning,
          message: "The page is nested or formatted too deeply; its innermost tags were taken out."))
    }
    return document
  }
}

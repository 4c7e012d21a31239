import ArticleModel
import XMLTree

/// Reads XML as feeds and exports come: in any encoding, with names of characters that only HTML knows, with signs that
/// should have been escaped, with tags that were never closed.
enum XMLSource {
  /// Parses a source; what is malformed is mended and parsed again.
  ///
  /// - Parameters:
  ///   - source: The source, decoded.
  ///   - diagnostics: Told when something was mended or could not be read.
  /// - Returns: The document as far as it could be read.
  static func document(
    _ source: UnsafeBufferPointer<UInt8>, diagnostics: inout [Diagnostic]
  ) -> XMLDocument {
    // Nothing may stand before a declaration, and often an empty line does.
    let start = source.firstIndex { $0 > 0x20 } ?? source.count
    let utf8 = UnsafeBufferPointer(rebasing: source[start...])
    let document = XMLDocument(parsing: utf8, namespaces: namespaces)
    switch document.ending {
    case .complete: return document
    case .entities(let line):
      diagnostics.append(
        Diagnostic(
          severity: .warning,
          message: "The file declares entities that could grow without bound; it is not read on.",
          place: "line \(line)"))
      return document
    case .malformed(let line, let reason):
      let mended = XMLMending.mended(utf8).withUnsafeBufferPointer {
        XMLDocument(parsing: $0, namespaces: namespaces)
      }
      guard mended.nodes.count >= document.nodes.count else {
        diagnostics.append(
          Diagnostic(
            severity: .warning,
            message: "The file is not well-formed XML (\(reason)); what follows is missing.",
            place: "line \(line)"))
        return document
      }
      let isWhole = mended.ending == .complete
      diagnostics.append(
        Diagnostic(
          severity: isWhole ? .note : .warning,
          message: isWhole
            ? "The file is not well-formed XML (\(reason)); it was mended."
            : "The file is not well-formed XML (\(reason)); a part may be missing.",
          place: "line \(line)"))
      return mended
    }
  }

  /// The vocabularies of feeds and exports; longer addresses before those that they begin with.
  private static let namespaces: [XMLNamespace] = [
    XMLNamespace("http://www.w3.org/2005/atom", "atom"), XMLNamespace("http://purl.org/atom/ns", "atom"),
    XMLNamespace("http://purl.org/rss/1.0/modules/content/", "content"),
    XMLNamespace("http://purl.org/rss/1.0/modules/slash/", "slash"),
    XMLNamespace("http://purl.org/rss/1.0/", ""),
    XMLNamespace("http://my.netscape.com/rdf/simple/0.9/", ""),
    XMLNamespace("http://channel.netscape.com/rdf/", ""),
    XMLNamespace("http://backend.userland.com/", ""),
    XMLNamespace("http://blogs.law.harvard.edu/tech/rss", ""),
    XMLNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
    XMLNamespace("http://purl.org/dc/elements/1.", "dc"),
    XMLNamespace("http://purl.org/dc/terms/", "dcterms"),
    XMLNamespace("http://purl.org/syndication/thread/1.0", "thr"),
    XMLNamespace("http://wordpress.org/export/1.0/excerpt/", "excerpt"),
    XMLNamespace("http://wordpress.org/export/1.1/excerpt/", "excerpt"),
    XMLNamespace("http://wordpress.org/export/1.2/excerpt/", "excerpt"),
    XMLNamespace("http://wordpress.org/export/", "wp"),
    XMLNamespace("http://schemas.google.com/blogger/", "blogger"),
    XMLNamespace("http://schemas.google.com/g/", "gd"),
    XMLNamespace("http://disqus.com/disqus-internals", "dsq"), XMLNamespace("http://disqus.com", ""),
    XMLNamespace("http://www.w3.org/1999/xhtml", "xhtml"),
  ]
}

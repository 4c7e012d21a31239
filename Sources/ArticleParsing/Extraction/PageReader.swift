import ArticleModel

/// Reads a web page: the comments first, because what finds articles would throw them away; then the article.
struct PageReader: ArticleReader {
  static var format: InputFormat { .html }

  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    decoder.withUTF8(bytes, isMarkup: true) { read(utf8: $0, location: request.location) }
  }

  /// Reads a page as an article; what is neither article nor comment becomes boilerplate.
  ///
  /// - Parameters:
  ///   - utf8: The page, decoded to UTF-8.
  ///   - location: Where it came from; an address makes links complete.
  /// - Returns: The best article that can be had; never fails.
  func read(utf8: UnsafeBufferPointer<UInt8>, location: ArticleSource.Location) -> Article {
    var article = Article(source: ArticleSource(location: location, format: .html))
    let document = HTMLParser.parse(utf8, diagnostics: &article.diagnostics)
    let classifier = PageClassifier(document: document)
    var isHidden = document.nodes.indices.map {
      document.tag($0) != .text && (document.tag($0) == .noscript || classifier.isHidden($0))
    }
    let base = Self.base(of: document, location: location)
    if let system = CommentSystemRegistry.systems.first(where: { $0.matches(document) }) {
      let found = system.thread(from: document, base: base)
      article.source.commentSystem = system.name
      article.thread = found.thread
      for container in found.containers { isHidden[container] = true }
    }
    let rules = Self.boilerplateRules(document, classifier: classifier, isHidden: isHidden)
    let isCut = document.nodes.indices.map {
      isHidden[$0] || rules[$0] != nil || document.tag($0).isInvisible
    }
    let content = MainContent(document, isCut: isCut)
    let isOutside = Self.spread(isHidden, document)
    let metadata = PageMetadata(document, article: content.root, isCut: isOutside)
    article.title = metadata.title
    article.byline = metadata.byline
    article.site = metadata.site
    article.published = metadata.published
    article.publishedText = metadata.publishedText
    article.language = metadata.language
    write(document, content: content, rules: rules, isHidden: isHidden, base: base, to: &article)
    return article
  }

  /// The text of a fragment of HTML, such as a comment body from an API.
  ///
  /// - Complexity: O(number of bytes).
  static func bodyText(ofHTMLFragment utf8: UnsafeBufferPointer<UInt8>) -> RichText {
    HTMLFragmentReader.read(utf8)
  }

  private func write(
    _ document: HTMLDocument, content: MainContent, rules: [String?], isHidden: [Bool], base: String?,
    to article: inout Article
  ) {
    var boilerplate: [Boilerplate] = []
    func setAside(_ node: Int, rule: String, after blocks: Int) {
      let text = document.text(of: node)
      guard !text.isEmpty else { return }
      boilerplate.append(
        Boilerplate(
          text: text, afterBlock: blocks > 0 ? blocks - 1 : nil,
          evidence: Evidence(rule: rule, confidence: 0.9)))
    }
    let title = article.title.map { PageMetadata.folded($0) }
    var outside = Self.around(content.root, in: document).filter { !isHidden[$0] }
    for node in outside where node < content.root {
      setAside(node, rule: rules[node] ?? "boilerplate.outside-article", after: 0)
    }
    outside.removeAll { $0 < content.root }
    var titleIsShown = false
    let body = withoutActuallyEscaping({ (node: Int, blocks: Int) -> Bool in
      if let rule = rules[node] {
        setAside(node, rule: rule, after: blocks)
        return true
      }
      // The headline is the article's title; its words need not stand twice.
      if !titleIsShown, let title, document.tag(node).headingLevel ?? 9 <= 2,
        PageMetadata.folded(document.text(of: node)) == title
      {
        titleIsShown = true
        return true
      }
      return false
    }) { setAside -> RichText in
      var writer = PageWriter(document, base: base, isHidden: isHidden, setAside: setAside)
      return writer.write(content.root)
    }
    article.body = body
    for node in outside {
      setAside(node, rule: rules[node] ?? "boilerplate.outside-article", after: body.blocks.count)
    }
    article.boilerplate = boilerplate
  }

  /// For each node the rule that takes it out of the article, or `nil`.
  ///
  /// What holds much of the page's words stays, whatever it is called.
  private static func boilerplateRules(
    _ document: HTMLDocument, classifier: PageClassifier, isHidden: [Bool]
  ) -> [String?] {
    let everything = MainContent.masses(
      document, isCut: document.nodes.indices.map { isHidden[$0] || document.tag($0).isInvisible })
    let total = Int(everything[0])
    return document.nodes.indices.map { node in
      guard document.tag(node) != .text else { return nil }
      if let rule = classifier.boilerplateRule(node) {
        return Int(everything[node]) * 100 >= total * 35 ? nil : rule
      }
      guard document.nodes[node].attributeCount > 0, everything[node] < 200,
        document.tag(node).headingLevel == nil,
        !PageClassifier.words(of: node, in: document).isDisjoint(with: PageClassifier.bylineWords)
      else { return nil }
      return "boilerplate.byline"
    }
  }

  /// Marks the descendants of marked nodes too.
  private static func spread(_ marks: [Bool], _ document: HTMLDocument) -> [Bool] {
    var result = marks
    var end = 0
    for node in marks.indices {
      if marks[node] { end = max(end, document.subtree(of: node).upperBound) }
      result[node] = node < end
    }
    return result
  }

  /// The largest subtrees of the body that do not contain `root`, in document order.
  private static func around(_ root: Int, in document: HTMLDocument) -> [Int] {
    guard let body = document.firstDescendant(of: 0, where: { document.tag($0) == .body }) else { return [] }
    var nodes: [Int] = []
    var current = root
    while current != body, let parent = document.parent(of: current) {
      nodes.append(contentsOf: document.children(of: parent).filter { $0 != current })
      current = parent
    }
    return nodes.sorted().filter { document.tag($0) != .text && !document.tag($0).isInvisible }
  }

  /// The address that the page's links are relative to.
  private static func base(of document: HTMLDocument, location: ArticleSource.Location) -> String? {
    var address: String?
    if case .url(let url) = location { address = url }
    let element = document.nodes.indices.first { document.tag($0) == .base }
    guard let element, let stated = document.attribute("href", of: element), !stated.isEmpty else {
      return address
    }
    let resolved = HTMLLink.resolve(stated, base: address)
    return HTMLLink.isSafe(Array(resolved.utf8)) ? resolved : address
  }
}

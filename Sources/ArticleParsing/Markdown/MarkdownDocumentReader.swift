import ArticleModel

/// Reads a text in Markdown: front matter, Markdown, and the HTML that stands between its paragraphs.
struct MarkdownDocumentReader: ArticleReader {
  static let format = InputFormat.markdown

  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    decoder.withUTF8(bytes) { utf8 in
      let matter = FrontMatter(utf8)
      let text = UnsafeBufferPointer(rebasing: utf8[matter.end...])
      var article = Article(source: ArticleSource(location: request.location, format: Self.format))
      var base: String?
      if case .url(let url) = request.location { base = url }
      article.body = MarkdownPieces.text(of: text, base: base)
      article.title = matter.title
      if !matter.authors.isEmpty { article.byline = matter.authors.joined(separator: ", ") }
      article.publishedText = matter.date
      article.published = matter.date.flatMap { InternetDate.read($0) }
      article.language = matter.language
      takeTitle(into: &article)
      return article
    }
  }

  /// Makes the first heading the title, or leaves it out where it repeats the title.
  private func takeTitle(into article: inout Article) {
    guard let first = article.body.blocks.first, case .heading(let level) = first.kind else { return }
    let heading = article.body.string(first.range)
    let isTitle = article.title.map { PageTitle.folded($0) == PageTitle.folded(heading) } ?? (level == 1)
    guard isTitle else { return }
    article.title = article.title ?? heading
    article.body = article.body.extract(blocks: 1..<article.body.blocks.count)
  }
}

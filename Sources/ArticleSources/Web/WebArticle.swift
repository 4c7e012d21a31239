import ArticleModel
import ArticleParsing

/// What was fetched of an article and its discussion.
public struct WebArticle: Sendable {
  /// The address that the article is known by: the canonical one, or where the redirects led to.
  public var address: WebAddress
  /// The bytes: the page first, then the answers that carry its thread.
  public var parts: [SourcePart]
  /// What went wrong on the way, for the user.
  public var diagnostics: [Diagnostic] = []
  /// Whether all of the article came; its discussion may have come in part.
  public var isWhole = true
  /// Discussions elsewhere that the page links to.
  public var linked: [FoundDiscussion] = []
}

/// Makes an article from the bytes of a page and of its discussion.
public enum ArticleAssembly {
  /// Parses the parts and puts them together.
  ///
  /// A thread that was asked for whole takes the place of the page's own when it has as many comments; further
  /// discussions stand below it.
  ///
  /// - Parameters:
  ///   - parts: The article first.
  ///   - location: Where the article came from, when no part says so.
  ///   - diagnostics: What was noticed while fetching.
  ///   - commentSystem: The system to read the page's own discussion with; `nil` detects it.
  /// - Returns: The article, without the marks of the analysis.
  /// - Throws: When the first part is no text.
  public static func article(
    from parts: [SourcePart], location: ArticleSource.Location = .stream, diagnostics: [Diagnostic] = [],
    commentSystem: String? = nil
  ) throws(ParseError) -> Article {
    guard let first = parts.first else { throw .empty }
    var article = try ArticleParser().parse(request(first, location, commentSystem))
    complete(&article, with: parts, at: location, diagnostics)
    return article
  }

  /// Parses the parts, and gives all articles of a source that holds several: a feed, an export, a mailbox.
  ///
  /// - Parameters:
  ///   - parts: The articles' source first.
  ///   - location: Where it came from, when no part says so.
  ///   - diagnostics: What was noticed while fetching.
  ///   - commentSystem: The system to read the pages' own discussions with; `nil` detects it.
  /// - Returns: The articles, at least one, without the marks of the analysis; a discussion belongs to the first.
  /// - Throws: When the first part is no text.
  public static func articles(
    from parts: [SourcePart], location: ArticleSource.Location = .stream, diagnostics: [Diagnostic] = [],
    commentSystem: String? = nil
  ) throws(ParseError) -> [Article] {
    guard let first = parts.first else { throw .empty }
    var articles = try ArticleParser().parseAll(request(first, location, commentSystem))
    complete(&articles[0], with: parts, at: location, diagnostics)
    return articles
  }

  private static func complete(
    _ article: inout Article, with parts: [SourcePart], at location: ArticleSource.Location,
    _ diagnostics: [Diagnostic]
  ) {
    article.diagnostics = diagnostics + article.diagnostics
    for part in parts.dropFirst() where part.role == .thread {
      do throws(ParseError) {
        let other = try ArticleParser().parse(request(part, location))
        guard let thread = other.thread, thread.commentCount >= article.thread?.commentCount ?? 0 else {
          continue
        }
        article.thread = thread
        article.source.commentSystem = other.source.commentSystem
        article.diagnostics += other.diagnostics
      } catch {
        article.diagnostics.append(
          Diagnostic(severity: .warning, message: "The whole discussion could not be read: \(error.message)"))
      }
    }
    var others: [Article] = []
    for part in parts.dropFirst() where part.role == .discussion {
      do throws(ParseError) {
        others.append(try ArticleParser().parse(request(part, location)))
      } catch {
        article.diagnostics.append(
          Diagnostic(
            severity: .warning, message: "A further discussion could not be read: \(error.message)",
            place: part.address))
      }
    }
    article.join(discussionsOf: others)
  }

  /// The thread that a part holds, or `nil`.
  public static func thread(from part: SourcePart) -> CommentThread? {
    (try? ArticleParser().parse(request(part, .stream)))?.thread
  }

  /// What a parser is asked to make an article of a part.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - location: Where it came from, when it does not say so.
  ///   - commentSystem: The system to read a page's discussion with; `nil` detects it.
  /// - Returns: The request.
  public static func request(
    _ part: SourcePart, _ location: ArticleSource.Location = .stream, _ commentSystem: String? = nil
  ) -> ParseRequest {
    var place = location
    if let address = part.address {
      place = WebAddress(address) == nil ? .path(address) : .url(address)
    }
    return ParseRequest(
      bytes: SourceBytes(part.bytes), location: place,
      format: part.format.flatMap { InputFormat(rawValue: $0) },
      declaredType: part.contentType, commentSystem: commentSystem, article: part.article)
  }
}

extension [SourcePart] {
  /// The parts of a kept article as a command asks for them.
  ///
  /// - Parameters:
  ///   - article: The number of an article; what is kept is one article, unless its whole source was.
  ///   - format: The format to read the article as instead of the one that it was read as.
  /// - Returns: The parts.
  /// - Throws: `ParseError.noArticle` when what is kept is one article, and another one is asked for.
  public func chosen(_ article: Int?, as format: InputFormat?) throws(ParseError) -> [SourcePart] {
    guard var first = first else { return self }
    if let article {
      if first.article == nil {
        first.article = article
      } else if article != 1 {
        throw .noArticle(article, count: 1)
      }
    }
    if let format { first.format = format.rawValue }
    return [first] + dropFirst()
  }
}

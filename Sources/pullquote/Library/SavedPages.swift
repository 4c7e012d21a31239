import ArticleAnalysis
import ArticleLibrary
import ArticleModel
import ArticleParsing
import ArticleSources

/// Saved pages, and other sources, on their way into a library.
enum SavedPages {
  /// Reads a file, or standard input for `-`, and finds what is searched in it.
  static func read(_ name: String) -> Result<[KeptArticle], IntakeFailure> {
    let reader = SourceReader()
    var location = reader.location(of: name)
    let path = location.path.map { SourceFolder.fullPath($0) ?? $0 }
    if let path { location = .path(path) }
    let shownName = ReadingSource(name).shownName
    do throws(SourceFailure) {
      let bytes = try reader.read(reader.location(of: name))
      do throws(ParseError) {
        var articles = try ArticleParser().parseAll(ParseRequest(bytes: bytes, location: location))
        if articles.count > 1 || articles[0].source.format == .opml {
          let part = SourcePart(address: path, bytes: bytes.withBytes { Array($0) })
          return kept(articles, of: part, named: shownName)
        }
        AnalysisPipeline().analyze(&articles[0])
        return .success([
          KeptArticle(
            articles[0], key: path.map { "file:" + $0 } ?? articles[0].id,
            address: path ?? ReadingSource.pipeName,
            sources: [bytes.withBytes { PackedPart(SourcePart(address: path), bytes: $0) }])
        ])
      } catch {
        return .failure(IntakeFailure(message: "\(shownName): \(error.message)"))
      }
    } catch {
      return .failure(IntakeFailure(message: error.message))
    }
  }

  /// Fetches an address with its thread.
  static func fetch(_ address: WebAddress, from source: WebSource) -> Result<[KeptArticle], IntakeFailure> {
    do throws(FetchFailure) {
      let fetched = try source.load(address)
      do throws(ParseError) {
        var articles = try ArticleAssembly.articles(from: fetched.parts, diagnostics: fetched.diagnostics)
        if articles.count > 1 || articles[0].source.format == .opml {
          return kept(articles, of: fetched.parts[0], named: address.text)
        }
        AnalysisPipeline().analyze(&articles[0])
        return .success([
          KeptArticle(
            articles[0], key: fetched.address.comparisonKey, address: fetched.address.text,
            sources: fetched.parts.map { PackedPart($0) })
        ])
      } catch {
        return .failure(IntakeFailure(message: "\(address.text): \(error.message)"))
      }
    } catch {
      return .failure(IntakeFailure(message: "\(address.text) \(error.reason)"))
    }
  }

  /// The articles of a source that holds several, known by the same keys as those that are read one by one.
  private static func kept(
    _ articles: [Article], of source: SourcePart, named name: String
  ) -> Result<[KeptArticle], IntakeFailure> {
    let collection = ArticleCollection(title: name, articles: articles, source: source)
    if collection.holdsFeeds {
      return .failure(
        IntakeFailure(
          message: "\(name): is a list of feeds and holds no articles; give the addresses of the feeds"))
    }
    var entries = KeptEntries(source, count: articles.count)
    var kept: [KeptArticle] = []
    for (index, key) in collection.keys.enumerated() {
      var article = articles[index]
      AnalysisPipeline().analyze(&article)
      guard let entry = entries.article(index, articles[index], analyzed: article, key: key) else {
        return .failure(
          IntakeFailure(
            message:
              "\(name): holds \(articles.count) articles and is too large to be kept with each; split it"))
      }
      kept.append(entry)
    }
    return .success(kept)
  }

  /// Reads an article of an exported library.
  static func read(_ line: LibraryLine) -> Result<[KeptArticle], IntakeFailure> {
    do throws(ParseError) {
      var article = try ArticleAssembly.article(from: line.sources)
      AnalysisPipeline().analyze(&article)
      return .success([
        KeptArticle(
          article, key: line.key, address: line.address, sources: line.sources.map { PackedPart($0) })
      ])
    } catch {
      return .failure(IntakeFailure(message: "\(line.address): \(error.message)"))
    }
  }
}

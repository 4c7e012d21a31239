import ArticleModel
import ArticleParsing
import ArticleSources
import Synchronization

/// The discussions of an article that are in other places (`--thread`), read when they are asked for first.
final class FurtherDiscussions: Sendable {
  /// What was read.
  private struct Found {
    var articles: [Article] = []
    var parts: [SourcePart] = []
    var failures: [String] = []
  }

  private let names: [String]
  private let fetching: FetchConfiguration
  private let cancellation: FetchCancellation
  private let found = Mutex<Found?>(nil)

  /// Makes the discussions of files and addresses; `-` is standard input.
  init(
    names: [String], fetching: FetchConfiguration, cancellation: FetchCancellation = FetchCancellation()
  ) {
    self.names = names
    self.fetching = fetching
    self.cancellation = cancellation
  }

  /// Puts the discussions below the article's own.
  func join(_ article: inout Article) { article.join(discussionsOf: read().articles) }

  /// A line for each source that could not be read; the others are there.
  var failures: [String] { read().failures }

  /// What the library keeps of them.
  var parts: [SourcePart] { read().parts }

  private func read() -> Found {
    found.withLock { found in
      if let found { return found }
      var new = Found()
      for name in names { read(name, into: &new) }
      found = new
      return new
    }
  }

  private func read(_ name: String, into found: inout Found) {
    let shownName = ReadingSource(name).shownName
    do {
      switch ReadingSource(name) {
      case .address(let address, let trusted):
        let fetched = try fetching.source.load(address, trusted: trusted, cancellation: cancellation)
        found.articles.append(
          try ArticleAssembly.article(from: fetched.parts, diagnostics: fetched.diagnostics))
        // The answer that carries the thread, else the page.
        if var part = fetched.parts.last(where: { $0.role == .thread }) ?? fetched.parts.first {
          part.role = .discussion
          found.parts.append(part)
        }
      case .sample, .kept, .entry, .file:
        let reader = SourceReader()
        let location = reader.location(of: name)
        let bytes = try reader.read(location)
        found.articles.append(try ArticleParser().parse(ParseRequest(bytes: bytes, location: location)))
        found.parts.append(
          SourcePart(role: .discussion, address: location.path, bytes: bytes.withBytes { Array($0) }))
      }
    } catch let failure as SourceFailure {
      found.failures.append(failure.message)
    } catch let failure as FetchFailure {
      found.failures.append("\(shownName) \(failure.reason)")
    } catch let error as ParseError {
      found.failures.append("\(shownName): \(error.message)")
    } catch {
      found.failures.append("\(shownName): \(error)")
    }
  }
}

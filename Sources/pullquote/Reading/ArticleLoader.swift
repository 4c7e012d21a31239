import ArticleAnalysis
import ArticleModel
import ArticleParsing
import ArticleSources
import Glibc
import ReaderCore

/// Reads an article in the background and posts it in stages: its beginning, the whole, the marks, the bodies.
struct ArticleLoader: Sendable {
  let source: String
  let format: InputFormat?
  let mailbox: Mailbox
  let generation: Int

  /// A text of fewer bytes is analysed before it is shown whole; a longer one is shown first.
  private static let analysisAtOnce = 1 << 20
  /// How much of a long text is read and shown first: sixty rows of the widest comfortable line.
  private static let beginning = 8192

  /// The bytes of bodies from which on a search is helped by an index; fewer are read in a fraction of a frame.
  private static let indexedFrom = 4 << 20

  /// Starts reading on a thread of its own.
  func start() {
    BackgroundWork.start { load() }
  }

  private func load() {
    do {
      try loadInStages()
    } catch let failure as SourceFailure {
      mailbox.post(.failed(failure.message, generation: generation))
    } catch let error as ParseError {
      mailbox.post(.failed("\(name): \(error.message)", generation: generation))
    } catch {
      mailbox.post(.failed("\(name): \(error)", generation: generation))
    }
  }

  private var name: String { source == "-" ? "standard input" : source }

  private func loadInStages() throws {
    let reader = SourceReader()
    let request: ParseRequest
    if source == Sample.name {
      request = Sample.request
    } else {
      let location = try reader.location(of: source)
      if let start = reader.beginning(of: location, limit: 8 * Self.beginning) {
        postBeginning(of: ParseRequest(bytes: start, location: location, format: format))
        request = ParseRequest(bytes: try reader.read(location), location: location, format: format)
      } else {
        request = ParseRequest(bytes: try reader.read(location), location: location, format: format)
        postBeginning(of: request)
      }
    }
    var article = try ArticleParser().parse(request)
    if article.body.utf8.count > Self.analysisAtOnce || article.thread.map({ $0.count > 2000 }) == true {
      mailbox.post(.loaded(article, generation: generation, isComplete: false))
      mailbox.waitForFirstFrame()
    }
    AnalysisPipeline().analyze(&article)
    mailbox.post(.loaded(article, generation: generation, isComplete: true))
    guard var thread = article.thread else { return }
    if case .encoded = thread.bodies {
      thread = thread.decoded()
      mailbox.post(.decoded(thread, generation: generation))
    }
    if case .decoded(let text, _) = thread.bodies, text.utf8.count > Self.indexedFrom {
      let index = text.utf8.withUnsafeBufferPointer { TrigramIndex($0) }
      mailbox.post(.indexed(index, generation: generation))
    }
  }

  private func postBeginning(of request: ParseRequest) {
    if let article = ArticleParser().beginning(of: request, limit: Self.beginning) {
      mailbox.post(.loaded(article, generation: generation, isComplete: false))
      mailbox.waitForFirstFrame()
    }
  }
}

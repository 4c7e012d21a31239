import ArticleAnalysis
import ArticleLibrary
import ArticleModel
import ArticleParsing
import ArticleSources
import Glibc
import ReaderCore
import Synchronization

/// Reads an article in the background and posts it in stages: its beginning, the whole, the marks, the bodies, the references.
struct ArticleLoader: Sendable {
  let source: ReadingSource
  let format: InputFormat?
  /// Which article to read of several, from 1.
  let article: Int?
  /// Discussions of the article in other places, which stand below its own.
  let further: FurtherDiscussions?
  let mailbox: Mailbox
  let generation: Int
  /// How the web is asked.
  let fetching: FetchConfiguration
  let cancellation: FetchCancellation
  /// Keeps what was read; `nil` in private mode.
  let keeper: ArticleKeeper?

  /// A text of fewer bytes is analysed before it is shown whole; a longer one is shown first.
  private static let analysisAtOnce = 1 << 20
  /// How much of a long text is read and shown first: sixty rows of the widest comfortable line.
  private static let beginning = 8192

  /// The bytes of bodies from which on a search is helped by an index; fewer are read in a fraction of a frame.
  private static let indexedFrom = 4 << 20

  /// The comments from which on the orders are looked into before they are asked for; fewer are ordered within a frame.
  private static let orderedFrom = 5000

  /// Starts reading on a thread of its own.
  func start() {
    BackgroundWork.start { load() }
  }

  private func load() {
    do {
      switch source {
      case .sample:
        var request = Sample.request
        (request.article, request.format) = (article, format ?? request.format)
        _ = try post(request)
      case .file(let name): try loadFile(name)
      case .address(let address, let trusted): try loadAddress(address, trusted: trusted)
      case .kept(let id): try loadKept(id)
      case .entry(let entry): load(entry)
      }
    } catch let failure as SourceFailure {
      mailbox.post(.failed(failure.message, generation: generation))
    } catch let failure as FetchFailure {
      mailbox.post(.failed("\(source.shownName) \(failure.reason)", generation: generation))
    } catch let failure as LibraryFailure {
      mailbox.post(.failed(failure.message, generation: generation))
    } catch let error as ParseError {
      mailbox.post(.failed("\(source.shownName): \(error.message)", generation: generation))
    } catch {
      mailbox.post(.failed("\(source.shownName): \(error)", generation: generation))
    }
  }

  // MARK: Files

  private func loadFile(_ name: String) throws {
    if SourceFolder.isFolder(name) { return try loadFolder(name) }
    let reader = SourceReader()
    let location = reader.location(of: name)
    guard let (article, parts) = try loadWhole(location, reader) else { return }
    guard let keeper else { return }
    let path = location.path.flatMap(SourceFolder.fullPath)
    let kept = KeptArticle(
      article, key: path.map { "file:" + $0 } ?? article.id,
      address: path ?? ReadingSource.pipeName,
      sources: parts + packedDiscussions)
    keeper.keep(kept, generation: generation)
  }

  /// What is kept of further discussions.
  private var packedDiscussions: [PackedPart] { further?.parts.map { PackedPart($0) } ?? [] }

  /// Reads and posts an article; returns it and what is kept of its source, or `nil` when it posted a list of several.
  ///
  /// The source itself is given back on the way, before the library needs memory.
  private func loadWhole(
    _ location: ArticleSource.Location, _ reader: SourceReader
  ) throws -> (Article, [PackedPart])? {
    let request: ParseRequest
    if let start = reader.beginning(of: location, limit: 8 * Self.beginning) {
      postBeginning(of: ParseRequest(bytes: start, location: location, format: format))
      request = ParseRequest(bytes: try reader.read(location), location: location, format: format)
    } else {
      request = ParseRequest(bytes: try reader.read(location), location: location, format: format)
      postBeginning(of: request)
    }
    guard let article = try post(request, named: source.shownName) else { return nil }
    guard keeper != nil else { return (article, []) }
    mailbox.waitForFirstFrame()
    BackgroundWork.yieldToReading()
    let part = SourcePart(address: Self.address(of: request), format: format?.rawValue)
    return (article, [request.bytes.withBytes { PackedPart(part, bytes: $0) }])
  }

  private func part(of request: ParseRequest) -> SourcePart {
    SourcePart(
      address: Self.address(of: request), format: format?.rawValue,
      bytes: request.bytes.withBytes { Array($0) })
  }

  /// The full path of a file, so that it is the same one from wherever it is opened.
  private static func address(of request: ParseRequest) -> String? {
    request.location.path.map { SourceFolder.fullPath($0) ?? $0 }
  }

  private func post(_ request: ParseRequest) throws(ParseError) -> Article {
    post(try ArticleParser().parse(request))
  }

  /// Posts an article, or the list of them when the source holds several and none was asked for; returns the article.
  private func post(_ request: ParseRequest, named name: String) throws(ParseError) -> Article? {
    let articles = try ArticleParser().parseAll(request, upTo: limit)
    return try chosen(of: articles, part: { part(of: request) }, named: name).map { post($0) }
  }

  /// How many articles of a source are needed; one more than the one that was asked for tells that it is one of several.
  private var limit: Int { article.map { $0 == .max ? $0 : $0 + 1 } ?? .max }

  /// The article of a source that is one article; `nil` when they were listed, or when one of several was loaded.
  private func chosen(
    of articles: [Article], part: () -> SourcePart, named name: String
  ) throws(ParseError) -> Article? {
    if list(articles, of: part, named: name) { return nil }
    guard let article else { return articles.first }
    guard articles.indices.contains(article - 1) else { throw .noArticle(article, count: articles.count) }
    guard articles.count > 1 else { return articles[0] }
    load(
      ReadingSource.Entry(
        ArticleCollection(title: name, articles: articles, source: part()), index: article - 1))
    return nil
  }

  /// Posts the list of a source's articles when it holds several, or leads to feeds; says whether it does.
  private func list(_ articles: [Article], of part: () -> SourcePart, named name: String) -> Bool {
    guard article == nil, let first = articles.first, articles.count > 1 || first.source.format == .opml,
      first.canonical != nil || articles.count > 1
    else { return false }
    if further != nil {
      mailbox.post(.failed("\(name): \(FurtherOptions.severalArticles)", generation: generation))
      return true
    }
    // The articles of a feed name it as their site.
    let sites = Set(articles.compactMap(\.site))
    let title = first.source.format != .opml && sites.count == 1 ? sites.first ?? name : name
    mailbox.post(.collected(ArticleCollection(title: title, articles: articles, source: part())))
    return true
  }

  private func load(_ entry: ReadingSource.Entry) {
    let article = post(entry.article)
    guard let keeper else { return }
    mailbox.waitForFirstFrame()
    BackgroundWork.yieldToReading()
    var entries = KeptEntries(entry.source, count: entry.count)
    guard
      let kept = entries.article(
        entry.index, entry.article, analyzed: article, key: entry.key, discussions: packedDiscussions)
    else {
      mailbox.post(.notice("this article is not kept: its source is too large to be kept with each article"))
      return
    }
    keeper.keep(kept, generation: generation)
  }

  /// Lists the files of a folder that hold articles; one alone is read at once, and so is one that was asked for.
  private func loadFolder(_ folder: String) throws {
    let files = try SourceFolder.files(of: folder, article: article)
    let listing = FolderListing(files: files, format: format, cancellation: cancellation)
    let total = files.count
    let found = listing.read { count in
      mailbox.post(
        .progressed("\(folder): \(count) of \(total) files; ^G stops", generation: generation))
    }
    if found.articles.count > 1, further != nil {
      return mailbox.post(.failed("\(folder): \(FurtherOptions.severalArticles)", generation: generation))
    }
    guard let only = found.files.first else {
      throw SourceFailure(source: folder, reason: found.failure)
    }
    if found.files.count > 1 { return mailbox.post(.collected(found.collection(of: folder))) }
    try withoutArticle.loadFile(only)
  }

  /// The same for a file that was chosen already.
  private var withoutArticle: ArticleLoader {
    ArticleLoader(
      source: source, format: format, article: nil, further: further, mailbox: mailbox,
      generation: generation,
      fetching: fetching, cancellation: cancellation, keeper: keeper)
  }

  private func postBeginning(of request: ParseRequest) {
    if let article = ArticleParser().beginning(of: request, limit: Self.beginning) {
      mailbox.post(.loaded(article, generation: generation, isComplete: false))
      mailbox.waitForFirstFrame()
    }
  }

  /// Posts an article, and its marks when they are found; returns it with them.
  private func post(_ parsed: Article) -> Article {
    var article = parsed
    if let further {
      mailbox.post(.loaded(article, generation: generation, isComplete: false))
      mailbox.waitForFirstFrame()
      further.join(&article)
      for failure in further.failures {
        article.diagnostics.append(Diagnostic(severity: .warning, message: failure))
      }
      if let failure = further.failures.first { mailbox.post(.notice(failure)) }
    }
    if article.body.utf8.count > Self.analysisAtOnce || article.thread.map({ $0.count > 2000 }) == true {
      mailbox.post(.loaded(article, generation: generation, isComplete: false))
      mailbox.waitForFirstFrame()
    }
    AnalysisPipeline().analyze(&article)
    mailbox.post(.loaded(article, generation: generation, isComplete: true))
    guard var thread = article.thread else { return article }
    if case .encoded = thread.bodies {
      thread = thread.decoded()
      article.thread = thread
      mailbox.post(.decoded(thread, generation: generation))
    }
    if case .decoded(let text, _) = thread.bodies, text.utf8.count > Self.indexedFrom {
      mailbox.post(.indexed(WordIndex(thread), generation: generation))
    }
    var orders: ThreadOrders?
    if thread.count >= Self.orderedFrom {
      let known = ThreadOrders(of: thread)
      mailbox.post(.ordered(known, generation: generation))
      orders = known
    }
    postReferences(of: article, orders)
    return article
  }

  /// Posts what the comments refer to; last, because it takes longest and nobody waits for it.
  private func postReferences(of article: Article, _ orders: ThreadOrders?) {
    let found = AnalysisPipeline().references(of: article)
    let references = ReferenceIndex(found.references, unmatched: found.unmatched, of: article)
    guard !references.isEmpty else { return }
    mailbox.post(.referenced(references, generation: generation))
    if var orders, let thread = article.thread {
      orders.take(found.references, of: thread)
      mailbox.post(.ordered(orders, generation: generation))
    }
  }

  // MARK: The web

  private func loadAddress(_ address: WebAddress, trusted: WebAddress?) throws {
    let reporter = ProgressReporter(mailbox: mailbox, generation: generation, name: address.text)
    let known = keeper == nil ? [] : Self.known(address)
    var fetched: WebArticle
    do throws(FetchFailure) {
      fetched = try fetching.source.load(
        address, trusted: trusted, known: known, cancellation: cancellation,
        progress: { reporter.report($0) },
        early: { page in
          let parts = [page.parts[0].read(as: format)] + page.parts.dropFirst()
          if let article = try? ArticleAssembly.article(from: parts, diagnostics: page.diagnostics) {
            mailbox.post(.loaded(article, generation: generation, isComplete: false))
          }
        })
    } catch {
      guard !known.isEmpty else { throw error }
      // What was read before is better than nothing.
      let warning = Diagnostic(
        severity: .warning, message: "This is what the library has: \(address.text) \(error.reason).")
      let article = post(try ArticleAssembly.article(from: known, diagnostics: [warning]))
      keep(article, of: address, parts: known)
      return
    }
    fetched.parts[0] = fetched.parts[0].read(as: format)
    let articles = try ArticleAssembly.articles(from: fetched.parts, diagnostics: fetched.diagnostics)
    guard let read = try chosen(of: articles, part: { fetched.parts[0] }, named: address.text) else { return }
    let article = post(read)
    if !fetched.linked.isEmpty {
      mailbox.post(.discussionsLinked(fetched.linked, generation: generation))
    }
    if fetching.findsDiscussions { findDiscussions(of: article, at: fetched.address) }
    // A part of an article does not take the place of the whole.
    guard fetched.isWhole || known.isEmpty else { return }
    let others = known.filter { part in
      part.role == .thread && !fetched.parts.contains { $0.address == part.address }
    }
    keep(article, of: fetched.address, parts: fetched.parts + others)
  }

  /// Looks for discussions elsewhere because the configuration says so; they are told, and listed when they are asked for.
  private func findDiscussions(of article: Article, at address: WebAddress) {
    let (search, cancellation) = (fetching.search, cancellation)
    let (mailbox, generation) = (mailbox, generation)
    let subject = article.canonical.flatMap { WebAddress($0) } ?? address
    BackgroundWork.start {
      let (found, _) = search.find(subject, cancellation: cancellation)
      guard let first = found.first else { return }
      mailbox.post(.discussionsLinked(found, generation: generation))
      let others = found.count > 1 ? " and \(found.count - 1) more" : ""
      mailbox.post(
        .notice("discussed on \(first.system), \(first.comments) comments\(others): D lists them"))
    }
  }

  private func keep(_ article: Article, of address: WebAddress, parts: [SourcePart]) {
    guard let keeper else { return }
    let kept = KeptArticle(
      article, key: address.comparisonKey, address: address.text,
      sources: parts.map { PackedPart($0) } + packedDiscussions)
    keeper.keep(kept, generation: generation)
  }

  /// What the library has of an address.
  private static func known(_ address: WebAddress) -> [SourcePart] {
    guard let folder = ArticleLibrary.usualFolder(), access(folder + "/library.sqlite", F_OK) == 0,
      let library = try? ArticleLibrary(folder: folder),
      let id = try? library.find(key: address.comparisonKey)
    else { return [] }
    return (try? library.sources(of: id)) ?? []
  }

  // MARK: The library

  private func loadKept(_ id: Int64) throws {
    guard let folder = ArticleLibrary.usualFolder() else { throw LibraryFailure.noArticle(id) }
    let library = try ArticleLibrary(folder: folder)
    let parts = try library.sources(of: id).chosen(article, as: format)
    let (address, key) = try library.address(of: id)
    let article = post(try ArticleAssembly.article(from: parts))
    keeper?.keep(
      KeptArticle(
        article, key: key, address: address, sources: parts.map { PackedPart($0) } + packedDiscussions),
      generation: generation)
  }
}

extension SourcePart {
  /// The part, to be read as a format that was asked for.
  fileprivate func read(as format: InputFormat?) -> SourcePart {
    var part = self
    if let format { part.format = format.rawValue }
    return part
  }
}

/// Tells the reader how far a fetch has come, ten times a second at most.
private final class ProgressReporter: Sendable {
  private let mailbox: Mailbox
  private let generation: Int
  private let name: String
  private let last = Mutex<(words: String, time: Int)>(("", 0))

  init(mailbox: Mailbox, generation: Int, name: String) {
    self.mailbox = mailbox
    self.generation = generation
    self.name = name
  }

  func report(_ progress: WebSource.Progress) {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let tenths = now.tv_sec * 10 + now.tv_nsec / 100_000_000
    let comments = progress.comments.map { ", \($0) comments so far" } ?? ""
    let words: String
    switch progress.step {
    case .connecting(let host): words = "\(progress.subject)\(comments): connecting to \(host)"
    case .receiving(let bytes): words = "\(progress.subject)\(comments): \(bytes >> 10) KB"
    case .waiting(let seconds): words = "\(progress.subject)\(comments): the server asks to wait \(seconds) s"
    }
    let isNew = last.withLock { last in
      guard last.words != words, last.time != tenths || !words.hasSuffix("KB") else { return false }
      last = (words, tenths)
      return true
    }
    if isNew { mailbox.post(.progressed("\(name), \(words); ^G stops", generation: generation)) }
  }
}

import ArticleModel
import ArticleParsing

/// Fetches an article with its whole discussion.
///
/// For a page: the page, then its thread from the interface of its comment system, on the same server. For a discussion of
/// Hacker News, Lobsters, Reddit, Discourse, Mastodon or Lemmy: the thread, then the article that it is about. What
/// cannot be had is told, and the rest is there.
public struct WebSource: Sendable {
  /// How far loading has come, for a line on the screen.
  public struct Progress: Hashable, Sendable {
    /// What is being fetched: the page, the discussion, the article.
    public var subject: String
    /// The step of it.
    public var step: FetchProgress
    /// How many comments have come so far, when they come in several answers.
    public var comments: Int?
  }

  let fetcher: WebFetcher
  let services: DiscussionServices
  /// Whether threads are completed.
  let wantsThread: Bool

  /// Makes a source.
  public init(
    fetcher: WebFetcher = WebFetcher(), services: DiscussionServices = DiscussionServices(),
    wantsThread: Bool = true
  ) {
    self.fetcher = fetcher
    self.services = services
    self.wantsThread = wantsThread
  }

  /// Loads an address.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - trusted: The address that the user typed, which may be in the private network: this one, or that of the feed
  ///     that led here; `nil` when they typed none.
  ///   - known: What a library has of it; what has not changed since is not sent again.
  ///   - cancellation: Ends it from another thread.
  ///   - progress: Called on this thread.
  ///   - early: Called with the page before its discussion is asked for.
  /// - Returns: What came.
  /// - Throws: Why there is nothing to read.
  public func load(
    _ address: WebAddress, trusted: WebAddress?, known: [SourcePart] = [],
    cancellation: FetchCancellation = FetchCancellation(),
    progress: @escaping @Sendable (Progress) -> Void = { _ in }, early: (WebArticle) -> Void = { _ in }
  ) throws(FetchFailure) -> WebArticle {
    let load = Load(
      source: self, typed: address, trusted: trusted, known: known, cancellation: cancellation,
      progress: progress)
    if let discussion = DiscussionAddress(address, services: services), !discussion.isGuess {
      return try load.discussion(discussion, page: nil)
    }
    let page = try load.page(address)
    return load.completed(page, early: early)
  }

  /// Loads an address that the user typed.
  public func load(
    _ address: WebAddress, known: [SourcePart] = [], cancellation: FetchCancellation = FetchCancellation(),
    progress: @escaping @Sendable (Progress) -> Void = { _ in }, early: (WebArticle) -> Void = { _ in }
  ) throws(FetchFailure) -> WebArticle {
    try load(
      address, trusted: address, known: known, cancellation: cancellation, progress: progress, early: early)
  }

  /// Loads one discussion of an article that was found elsewhere.
  public func thread(
    _ discussion: FoundDiscussion, cancellation: FetchCancellation = FetchCancellation(),
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws(FetchFailure) -> (part: SourcePart, diagnostics: [Diagnostic]) {
    guard let address = WebAddress(discussion.address) else { throw .notAnAddress }
    let load = Load(
      source: self, typed: address, trusted: nil, known: [], cancellation: cancellation,
      progress: progress)
    var diagnostics: [Diagnostic] = []
    let part = try load.thread(at: address, isTyped: false, &diagnostics)
    return (part, diagnostics)
  }
}

/// One loading of an address.
struct Load {
  let source: WebSource
  /// What is loaded.
  let typed: WebAddress
  /// What may be in the private network.
  let trusted: WebAddress?
  let known: [SourcePart]
  let cancellation: FetchCancellation
  let progress: @Sendable (WebSource.Progress) -> Void

  /// The page at an address.
  func page(_ address: WebAddress) throws(FetchFailure) -> WebArticle {
    var diagnostics: [Diagnostic] = []
    let (part, answer) = try fetch(
      source.services.request(address), as: .article, subject: "the page", isTyped: true, &diagnostics)
    return WebArticle(
      address: answer.address, parts: [part], diagnostics: diagnostics, isWhole: answer.incomplete == nil)
  }

  /// A page with its discussion, as far as that can be had.
  func completed(_ page: WebArticle, early: (WebArticle) -> Void) -> WebArticle {
    var page = page
    guard let first = page.parts.first, Self.isMarkup(first) else { return page }
    let signs = first.bytes.withUnsafeBufferPointer {
      PageSigns($0, at: page.address, services: source.services)
    }
    page.linked = signs.linked.map {
      FoundDiscussion(
        system: $0.system.rawValue, title: "the page links to it", comments: 0, address: $0.thread.text)
    }
    // A page may name another address as its own only on its own site.
    if let canonical = signs.canonical, canonical.isSameSite(as: page.address) { page.address = canonical }
    guard source.wantsThread else { return page }
    let guess =
      DiscussionAddress(typed, services: source.services)
      ?? DiscussionAddress(page.address, services: source.services)
    if let guess, guess.isGuess, guess.system != .discourse || signs.isDiscourse {
      early(page)
      do throws(FetchFailure) {
        return try discussion(guess, page: page)
      } catch {
        note(error, &page)
        return page
      }
    }
    guard let thread = signs.thread else { return page }
    early(page)
    do throws(FetchFailure) {
      switch thread {
      case .whole(let address):
        page.parts.append(try self.thread(at: address, isTyped: true, &page.diagnostics))
      case .wordPress(let address): page.parts.append(try wordPressThread(at: address, &page.diagnostics))
      case .blogger(let address): page.parts.append(try bloggerThread(at: address, &page.diagnostics))
      case .substack(let post): page.parts.append(try substackThread(of: post, &page.diagnostics))
      }
    } catch {
      note(error, &page)
    }
    return page
  }

  private func note(_ failure: FetchFailure, _ page: inout WebArticle) {
    // Many sites close their interface: then the page's own comments are what there is, and that is no fault.
    let isClosed = if case .status = failure { true } else { false }
    page.diagnostics.append(
      Diagnostic(
        severity: isClosed ? .note : .warning,
        message: "The discussion is as the page shows it; its interface \(failure.reason)."))
  }

  /// A discussion and the article that it is about.
  func discussion(_ discussion: DiscussionAddress, page: WebArticle?) throws(FetchFailure) -> WebArticle {
    var diagnostics = page?.diagnostics ?? []
    var part = try thread(at: discussion.thread, isTyped: discussion.isGuess, &diagnostics)
    var about = LinkedArticle.address(in: part.bytes, system: discussion.system)
    if let post = discussion.post {
      // The thread does not hold what it answers.
      do throws(FetchFailure) {
        let (opening, _) = try fetch(
          source.services.request(post), as: .thread, subject: "the post", isTyped: true, &diagnostics)
        about = about ?? LinkedArticle.address(in: opening.bytes, system: discussion.system)
        part.bytes = Self.thread(
          opening: opening.bytes, part.bytes, discussion.system, isBesideArticle: about != nil)
        part.entityTag = nil
        part.lastModified = nil
      } catch {
        diagnostics.append(
          Diagnostic(severity: .warning, message: "The post that began the discussion \(error.reason)."))
      }
    }
    if let about, !about.isSameServer(as: typed), DiscussionAddress(about, services: source.services) == nil {
      do throws(FetchFailure) {
        let (article, answer) = try fetch(
          FetchRequest(about), as: .article, subject: "the article", isTyped: false, &diagnostics)
        return WebArticle(
          address: answer.address, parts: [article, part], diagnostics: diagnostics)
      } catch {
        if case .cancelled = error { throw error }
        diagnostics.append(
          Diagnostic(severity: .warning, message: "The article is not here: \(about.text) \(error.reason)."))
      }
    }
    if var page {
      page.parts.append(part)
      page.diagnostics = diagnostics
      return page
    }
    var whole = part
    whole.role = .article
    return WebArticle(address: typed, parts: [whole], diagnostics: diagnostics)
  }

  /// The bytes of a thread with the post that began it: the article, or, beside an article of its own, the comment that
  /// all others answer where the system counts it among them.
  private static func thread(
    opening: [UInt8], _ thread: [UInt8], _ system: DiscussionAddress.System, isBesideArticle: Bool
  ) -> [UInt8] {
    guard isBesideArticle, system == .mastodon else { return opening + [0x0A] + thread }
    let first = Array("{\"ancestors\":[],\"descendants\":[".utf8) + opening + Array("]}".utf8)
    return JSONLists.joined(first, thread, member: "descendants")
  }

  /// A thread that an interface answers, with its further pages where they are known.
  func thread(
    at address: WebAddress, isTyped: Bool, _ diagnostics: inout [Diagnostic]
  ) throws(FetchFailure) -> SourcePart {
    var (part, _) = try fetch(
      source.services.request(address), as: .thread, subject: "the discussion", isTyped: isTyped, &diagnostics
    )
    if address.pathParts.first == "t" {
      addDiscoursePosts(to: &part, at: address, isTyped: isTyped, &diagnostics)
    }
    return part
  }

  /// The comments of a Substack post, which are asked for by its number.
  private func substackThread(
    of post: WebAddress, _ diagnostics: inout [Diagnostic]
  ) throws(FetchFailure) -> SourcePart {
    let (answer, _) = try fetch(
      source.services.request(post), as: .thread, subject: "the post", isTyped: true, &diagnostics)
    guard let id = JSONAnswer(answer.bytes)?["id"]?.number, id > 0,
      let comments = post.resolve("/api/v1/post/\(id)/comments?all_comments=true&sort=best_first")
    else { throw .broken("it names no post") }
    return try thread(at: comments, isTyped: true, &diagnostics)
  }

  // MARK: Threads in pages

  private static let mostPages = 50

  /// `wp/v2/comments`: lists of a hundred comments, joined to one.
  private func wordPressThread(
    at address: WebAddress, _ diagnostics: inout [Diagnostic]
  ) throws(FetchFailure) -> SourcePart {
    try pagedThread(
      at: address, pageSize: 100, next: { page, _ in "&page=\(page)" },
      count: { JSONAnswer($0)?.elements.count ?? 0 }, join: { JSONLists.joined($0, $1) }, &diagnostics)
  }

  /// The feed of a Blogger post's comments: entries in pages, joined to one feed.
  private func bloggerThread(
    at address: WebAddress, _ diagnostics: inout [Diagnostic]
  ) throws(FetchFailure) -> SourcePart {
    try pagedThread(
      at: address, pageSize: AtomEntries.pageSize, next: { _, count in "&start-index=\(count + 1)" },
      count: { AtomEntries.count($0) }, join: { AtomEntries.joined($0, $1) }, &diagnostics)
  }

  /// A thread that is answered in pages, joined to one; when a page fails, what came before it.
  ///
  /// `next` asks for a page, from its number (the first is 1) and the comments that came so far.
  private func pagedThread(
    at address: WebAddress, pageSize: Int, next: (_ page: Int, _ count: Int) -> String,
    count countOf: ([UInt8]) -> Int, join: ([UInt8], [UInt8]) -> [UInt8], _ diagnostics: inout [Diagnostic]
  ) throws(FetchFailure) -> SourcePart {
    var (part, _) = try fetch(
      source.services.request(address), as: .thread, subject: "the discussion", isTyped: true, &diagnostics)
    var count = countOf(part.bytes)
    var page = 1
    while count == pageSize * page, page < Self.mostPages {
      page += 1
      do throws(FetchFailure) {
        let (answer, _) = try fetch(
          source.services.request(address.with(path: address.path + next(page, count))), as: .thread,
          subject: "the discussion", comments: count, isTyped: true, &diagnostics)
        count += countOf(answer.bytes)
        part.bytes = join(part.bytes, answer.bytes)
        part.entityTag = nil
      } catch {
        diagnostics.append(
          Diagnostic(
            severity: .warning,
            message: "The discussion is not whole: what follows comment \(count) \(error.reason)."))
        break
      }
    }
    return part
  }

  /// A Discourse topic answers twenty posts and the numbers of all.
  private func addDiscoursePosts(
    to part: inout SourcePart, at address: WebAddress, isTyped: Bool, _ diagnostics: inout [Diagnostic]
  ) {
    guard let topic = JSONAnswer(part.bytes), let stream = topic["post_stream"] else { return }
    let numbers = (stream["stream"]?.elements ?? []).compactMap(\.number)
    let have = Set((stream["posts"]?.elements ?? []).compactMap { $0["id"]?.number })
    let missing = numbers.filter { !have.contains($0) }
    guard !missing.isEmpty, let id = address.pathParts.last?.prefix(while: { $0 != "." }) else { return }
    var start = 0
    while start < missing.count, start < 50 * Self.mostPages {
      let batch = missing[start..<min(start + 50, missing.count)]
      let query = batch.map { "post_ids[]=\($0)" }.joined(separator: "&")
      do throws(FetchFailure) {
        let (more, _) = try fetch(
          source.services.request(address.with(path: "/t/\(id)/posts.json?\(query)")), as: .thread,
          subject: "the discussion of \(numbers.count) posts", comments: have.count + start, isTyped: isTyped,
          &diagnostics)
        part.bytes = JSONLists.joined(part.bytes, more.bytes, member: "posts")
        part.entityTag = nil
      } catch {
        diagnostics.append(
          Diagnostic(
            severity: .warning,
            message:
              "The discussion is not whole: \(missing.count - start) posts are missing; the forum \(error.reason)."
          ))
        return
      }
      start += 50
    }
  }

  // MARK: Requests

  private func fetch(
    _ request: FetchRequest, as role: SourcePart.Role, subject: String, comments: Int? = nil, isTyped: Bool,
    _ diagnostics: inout [Diagnostic]
  ) throws(FetchFailure) -> (part: SourcePart, answer: FetchAnswer) {
    var request = request
    if isTyped { request.typed = request.typed ?? trusted }
    if role == .article { request.accept = FetchRequest(request.address).accept }
    let address = request.address.textWithoutFragment
    let old = known.first { $0.address == address && $0.entityTag ?? $0.lastModified != nil }
    request.entityTag = old?.entityTag
    request.lastModified = old?.lastModified
    let progress = progress
    let answer = try source.fetcher.fetch(request, cancellation: cancellation) {
      progress(WebSource.Progress(subject: subject, step: $0, comments: comments))
    }
    for note in answer.notes { diagnostics.append(Diagnostic(severity: .note, message: note)) }
    if let why = answer.incomplete {
      diagnostics.append(
        Diagnostic(severity: .warning, message: "Only a part of \(subject) came: it \(why.reason)."))
    }
    if answer.status == 304, let old { return (old, answer) }
    let part = SourcePart(
      role: role, address: answer.address.textWithoutFragment, contentType: answer.contentType,
      entityTag: answer.incomplete == nil ? answer.entityTag : nil,
      lastModified: answer.incomplete == nil ? answer.lastModified : nil,
      bytes: answer.bytes.withBytes { Array($0) })
    return (part, answer)
  }

  private static func isMarkup(_ part: SourcePart) -> Bool {
    if let type = part.contentType?.lowercased(), type.contains("html") { return true }
    let start = part.bytes.prefix(512)
    return start.first { $0 > 0x20 } == UInt8(ascii: "<") && !start.starts(with: "<?xml".utf8)
  }
}

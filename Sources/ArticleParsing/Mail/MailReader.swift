import ArticleModel

/// Reads mailboxes and single messages: each discussion is an article, its first message, with the replies as thread.
struct MailReader: ArticleCollectionReader {
  static let format = InputFormat.mail

  private static let system = "mail"

  /// Whether the bytes begin with a field of a header.
  func isPlausible(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Bool {
    bytes.withBytes { MailSigns.hasHeader($0) }
  }

  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest, limit: Int) -> [Article] {
    bytes.withBytes { bytes in
      Self.articles(
        of: Self.messages(in: bytes).map(\.message),
        source: ArticleSource(location: request.location, format: Self.format))
    }
  }

  /// The messages of each discussion.
  func cuts(in bytes: UnsafeBufferPointer<UInt8>, request: ParseRequest) -> [[Range<Int>]] {
    let messages = Self.messages(in: bytes)
    let roots = Self.roots(of: Self.parents(of: messages.map(\.message)))
    var places: [Int: Int] = [:]
    var cuts: [[Range<Int>]] = []
    for (index, root) in roots.enumerated() where root == index {
      places[root] = cuts.count
      cuts.append([])
    }
    for (index, root) in roots.enumerated() {
      if let place = places[root] { cuts[place].append(messages[index].range) }
    }
    return cuts
  }

  private static func messages(
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> [(message: MailMessage, range: Range<Int>)] {
    let isMailbox = bytes.starts(with: "From ".utf8)
    var messages: [(message: MailMessage, range: Range<Int>)] = []
    var seen: Set<String> = []
    for range in Mailbox.messages(in: bytes) {
      let message = MailMessage(bytes, in: range, isInMailbox: isMailbox)
      // The same message may have come by several ways.
      if !message.id.isEmpty, !seen.insert(message.id).inserted { continue }
      messages.append((message, range))
    }
    return messages
  }

  private static func articles(of messages: [MailMessage], source: ArticleSource) -> [Article] {
    let parents = parents(of: messages)
    let roots = roots(of: parents)
    var places = [Int](repeating: -1, count: messages.count)
    var articles: [Article] = []
    var threads: [ReplyList] = []
    for index in messages.indices where roots[index] == index {
      places[index] = articles.count
      articles.append(article(of: messages[index], source: source))
      threads.append(ReplyList())
    }
    for (index, message) in messages.enumerated() where roots[index] != index {
      let root = roots[index]
      var comment = Comment(id: message.id)
      comment.posted = message.date
      comment.postedText = message.dateText
      if let author = message.author, author == messages[root].author {
        comment.flags.insert(.originalPoster)
      }
      threads[places[root]].append(
        comment, author: message.author, parentID: parents[index] == root ? nil : messages[parents[index]].id,
        body: message.body)
    }
    for index in articles.indices where threads[index].count > 0 {
      articles[index].source.commentSystem = system
      articles[index].thread = threads[index].thread()
    }
    return articles.isEmpty ? [Article(source: source)] : articles
  }

  /// The first message of the discussion of each; parents may stand after their answers.
  private static func roots(of parents: [Int]) -> [Int] {
    var roots = [Int](repeating: -1, count: parents.count)
    for start in parents.indices {
      var chain: [Int] = []
      var index = start
      while roots[index] < 0, parents[index] >= 0 {
        chain.append(index)
        index = parents[index]
      }
      let root = roots[index] < 0 ? index : roots[index]
      roots[index] = root
      for member in chain { roots[member] = root }
    }
    return roots
  }

  private static func article(of message: MailMessage, source: ArticleSource) -> Article {
    var article = Article(source: source, title: message.subject, body: message.body)
    article.byline = message.author
    article.site = message.list
    article.published = message.date
    article.publishedText = message.dateText
    if !message.answers.isEmpty {
      article.diagnostics.append(
        Diagnostic(severity: .note, message: "This message answers one that is not in the source."))
    }
    return article
  }

  /// The message that each one answers, or -1; without circles.
  private static func parents(of messages: [MailMessage]) -> [Int] {
    var places: [String: Int] = [:]
    for (index, message) in messages.enumerated() where !message.id.isEmpty { places[message.id] = index }
    var parents = messages.enumerated().map { index, message in
      message.answers.lazy.compactMap { places[$0] }.first { $0 != index } ?? -1
    }
    // A message that is reached from itself begins its discussion.
    var visit = [Int](repeating: -1, count: messages.count)
    for start in messages.indices {
      var index = start
      while visit[index] < 0 {
        visit[index] = start
        guard parents[index] >= 0 else { break }
        if visit[parents[index]] == start {
          parents[index] = -1
          break
        }
        index = parents[index]
      }
    }
    return parents
  }
}

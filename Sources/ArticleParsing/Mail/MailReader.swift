import ArticleModel

/// Reads mailboxes and single messages: each discussion is an article, its first message, with the replies as thread.
struct MailReader: ArticleCollectionReader {
  static let format = InputFormat.mail

  private static let system = "mail"

  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> [Article] {
    bytes.withBytes { bytes in
      let ranges = Mailbox.messages(in: bytes)
      let isMailbox = bytes.starts(with: "From ".utf8)
      var messages: [MailMessage] = []
      var seen: Set<String> = []
      for range in ranges {
        let message = MailMessage(bytes, in: range, isInMailbox: isMailbox)
        // The same message may have come by several ways.
        if !message.id.isEmpty, !seen.insert(message.id).inserted { continue }
        messages.append(message)
      }
      return Self.articles(
        of: messages, source: ArticleSource(location: request.location, format: Self.format))
    }
  }

  private static func articles(of messages: [MailMessage], source: ArticleSource) -> [Article] {
    let parents = parents(of: messages)
    // The first message of each discussion; parents may stand after their answers.
    var roots = [Int](repeating: -1, count: messages.count)
    for start in messages.indices {
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

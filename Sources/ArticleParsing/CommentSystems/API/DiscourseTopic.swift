import ArticleModel

/// A topic of Discourse: posts with the numbers of those they answer.
///
/// The first post is the article. `stream` lists the identifiers of all posts; an answer carries about twenty of them.
struct DiscourseTopic: JSONSystem {
  let name = "discourse"

  func matches(_ document: JSONDocument) -> Bool {
    Self.posts(document.root).elements.first?.has("post_number", "cooked") ?? false
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let root = document.root
    let posts = Self.posts(root)
    discussion.title = root.firstLine(["title", "fancy_title"])
    discussion.hasThread = true
    let opening = posts.elements.first { $0["post_number"].integer == 1 }
    let poster = opening?["username"].line ?? root["details"]["created_by"]["username"].line
    if let opening {
      discussion.byline = Self.author(opening)
      discussion.published = opening["created_at"].time
      discussion.body = JSONMarkup.html.text(ofEscaped: opening["cooked"].escaped)
    }
    if discussion.title == nil, let slug = posts.elements.first?["topic_slug"].line {
      discussion.title = slug.split(separator: "-").joined(separator: " ")
    }
    var numbers: [Int64: String] = [:]
    var count = 0
    for post in posts.elements {
      count += 1
      guard let number = post["post_number"].integer, number != 1 else { continue }
      numbers[number] = post["id"].identifier
    }
    for post in posts.elements where post["post_number"].integer != 1 {
      // Notes such as "closed this topic" are posts of other types, without words.
      if let type = post["post_type"].integer, type == 3, post["cooked"].text == nil { continue }
      var comment = Self.comment(post, poster: poster)
      if let target = post["reply_to_post_number"].integer, target > 1 {
        comment.parent = .id(numbers[target] ?? "\(target)")
        if numbers[target] == nil { comment.facts.replyTo = post["reply_to_user"]["username"].line }
      }
      discussion.append(comment)
    }
    readCount(root, posts: posts, present: count, hasOpening: opening != nil, into: &discussion)
  }

  private static func comment(_ post: JSONValue, poster: String?) -> JSONDiscussion.Contribution {
    var comment = JSONDiscussion.Contribution(
      id: post["id"].identifier, author: author(post), posted: post["created_at"].time,
      body: JSONBody(post["cooked"], .html))
    let likes = post["actions_summary"].elements.first { $0["id"].integer == 2 }
    comment.facts.score = likes.map { $0["count"].score ?? 0 } ?? 0
    var flags = Comment.Flags()
    if post["user_deleted"].isTrue { flags.insert(.deleted) }
    if post["deleted_at"].exists { flags.insert(.removed) }
    // Hidden after its readers reported it.
    if post["hidden"].isTrue { flags.formUnion([.removed, .flagged]) }
    if let version = post["version"].integer, version > 1 { flags.insert(.edited) }
    if post["accepted_answer"].isTrue { flags.insert(.highlighted) }
    if post["moderator"].isTrue || post["admin"].isTrue { flags.insert(.moderator) }
    if let poster, post["username"].line == poster { flags.insert(.originalPoster) }
    comment.facts.flags = flags
    return comment
  }

  /// The name that is unique on the site.
  private static func author(_ post: JSONValue) -> String? { post["username"].line ?? post["name"].line }

  private func readCount(
    _ root: JSONValue, posts: JSONValue, present: Int, hasOpening: Bool,
    into discussion: inout JSONDiscussion
  ) {
    let stream = root["post_stream"]["stream"]
    var total = root["posts_count"].integer ?? posts.elements.first?["posts_count"].integer
    if stream.isArray {
      var listed: Int64 = 0
      for _ in stream.elements { listed += 1 }
      total = max(listed, Int64(present))
      discussion.hasNextPage = listed > Int64(present)
    }
    // The first post is the article.
    discussion.statedCount = total.map { max(0, Int(clamping: $0) - 1) }
  }

  private static func posts(_ root: JSONValue) -> JSONValue {
    let stream = root["post_stream"]["posts"]
    return stream.isArray ? stream : root["latest_posts"]
  }
}

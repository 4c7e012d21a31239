import ArticleModel

/// Posts of a Disqus thread, as `threads/listPosts` answers them or as the embedded thread carries them.
struct DisqusPosts: JSONSystem {
  let name = "disqus"

  func matches(_ document: JSONDocument) -> Bool {
    guard let first = Self.posts(document.root).elements.first else { return false }
    return first.has("id", "createdAt") && (first.has("raw_message") || first.has("message"))
      && first.has("author")
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let root = document.root
    let thread = root["response"]["thread"]
    discussion.title = thread.firstLine(["clean_title", "title"])
    discussion.address = thread["link"].line
    discussion.statedCount = thread.first(["posts", "total"]).integer.map { Int(clamping: $0) }
    discussion.hasThread = true
    for value in Self.posts(root).elements {
      let author = value["author"]
      var comment = JSONDiscussion.Contribution(
        id: value["id"].identifier, author: author.firstLine(["name", "username"]),
        posted: value["createdAt"].time,
        body: value["message"].exists
          ? JSONBody(value["message"], .html) : JSONBody(value["raw_message"], .plain))
      comment.facts.score =
        value["points"].score
        ?? value["likes"].integer.map { Int32(clamping: $0 &- (value["dislikes"].integer ?? 0)) }
      var flags = Comment.Flags()
      if value["isDeleted"].isTrue || value["isDeletedByAuthor"].isTrue { flags.insert(.deleted) }
      if value["isSpam"].isTrue { flags.insert(.removed) }
      if value["isFlagged"].isTrue { flags.insert(.flagged) }
      if value["isApproved"].kind == .boolean, !value["isApproved"].isTrue, !value["isDeleted"].isTrue {
        flags.insert(.pending)
      }
      if value["isEdited"].isTrue { flags.insert(.edited) }
      if value["isHighlighted"].isTrue { flags.insert(.highlighted) }
      if value["isAuthorModerator"].isTrue || value["moderator"].isTrue { flags.insert(.moderator) }
      comment.facts.flags = flags
      if let parent = value["parent"].identifier { comment.parent = .id(parent) }
      discussion.append(comment)
    }
    if root["cursor"]["hasNext"].isTrue {
      discussion.hasNextPage = true
      discussion.missingReason = "The answer is one page of several; the next ones are missing."
    }
  }

  private static func posts(_ root: JSONValue) -> JSONValue {
    let response = root["response"]
    return response.isArray ? response : response["posts"]
  }
}

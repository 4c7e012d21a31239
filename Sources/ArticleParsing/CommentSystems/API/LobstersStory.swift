import ArticleModel

/// A story of Lobsters, or of another site that runs its software, with its comments in tree order.
///
/// Since about 2020 `depth` counts from 0, `parent_comment` names the parent and the writer is a name; before,
/// `indent_level` counted from 1 and the writer was an object.
struct LobstersStory: JSONSystem {
  let name = "lobsters"

  func matches(_ document: JSONDocument) -> Bool {
    let root = document.root
    return root.has("short_id", "comments") && (root.has("submitter_user") || root.has("comments_url"))
      || Self.isComment(root.elements.first ?? root)
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let story = document.root
    let poster = Self.user(story["submitter_user"])
    if story.isObject {
      discussion.site = "Lobsters"
      discussion.title = story["title"].markupLine
      discussion.byline = poster
      discussion.published = story["created_at"].time
      discussion.address = story["url"].line
      discussion.body = JSONMarkup.html.text(ofEscaped: story["description"].escaped)
      discussion.statedCount = story["comment_count"].integer.map { Int(clamping: $0) }
    }
    discussion.appendByDepth(story.isArray ? story : story["comments"]) { value in
      guard Self.isComment(value) else { return nil }
      var comment = JSONDiscussion.Contribution(
        id: value["short_id"].identifier, author: Self.user(value["commenting_user"]),
        posted: value["created_at"].time, body: JSONBody(value["comment"], .html))
      comment.facts.score = value["score"].score
      if value["is_deleted"].isTrue { comment.facts.flags.insert(.deleted) }
      if value["is_moderated"].isTrue { comment.facts.flags.insert(.removed) }
      let edited = value.first(["last_edited_at", "updated_at"])
      if edited.exists, edited.line != value["created_at"].line { comment.facts.flags.insert(.edited) }
      if let poster, comment.author == poster { comment.facts.flags.insert(.originalPoster) }
      let level = value["indent_level"].integer.map { $0 &- 1 } ?? value["depth"].integer ?? 0
      return (comment, Int(clamping: level))
    }
  }

  private static func isComment(_ value: JSONValue) -> Bool {
    value.has("short_id", "comment") && value.has("commenting_user")
  }

  private static func user(_ value: JSONValue) -> String? { value.line ?? value["username"].line }
}

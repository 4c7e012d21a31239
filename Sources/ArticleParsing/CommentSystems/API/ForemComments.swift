import ArticleModel

/// Comments or an article of dev.to and other sites that run Forem.
struct ForemComments: JSONSystem {
  let name = "forem"

  func matches(_ document: JSONDocument) -> Bool {
    let first = document.root.items.first ?? document.root
    return first.has("id_code", "body_html") || first.has("type_of", "body_html")
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    for root in document.roots {
      if root.has("title") {
        readArticle(root, into: &discussion)
        continue
      }
      let list = root.isArray ? root : root["children"]
      let lone = root.isArray ? nil : discussion.append(Self.comment(root))
      discussion.appendNested(list, below: lone, replies: { $0["children"] }) { value, _, _ in
        Self.comment(value)
      }
    }
  }

  private static func comment(_ value: JSONValue) -> JSONDiscussion.Contribution {
    var comment = JSONDiscussion.Contribution(
      id: value["id_code"].identifier, author: value["user"].firstLine(["name", "username"]),
      posted: value["created_at"].time, body: JSONBody(value["body_html"], .html))
    // A comment that was taken back has no user and says so in place of its words.
    if value["user"].isObject, comment.author == nil { comment.facts.flags.insert(.deleted) }
    return comment
  }

  private func readArticle(_ root: JSONValue, into discussion: inout JSONDiscussion) {
    discussion.title = root["title"].line
    discussion.byline = root["user"].firstLine(["name", "username"])
    discussion.published = root.first(["published_at", "published_timestamp", "created_at"]).time
    discussion.address = root["url"].line
    discussion.body =
      root["body_html"].text == nil
      ? JSONMarkup.markdown.text(ofEscaped: root["body_markdown"].escaped)
      : JSONMarkup.html.text(ofEscaped: root["body_html"].escaped)
    discussion.statedCount = root["comments_count"].integer.map { Int(clamping: $0) }
    discussion.hasThread = discussion.hasThread || discussion.statedCount ?? 0 > 0
  }
}

import ArticleModel

/// The REST interface of WordPress (`wp/v2`): a list of comments, or posts with the comments that are embedded in them.
struct WordPressREST: JSONSystem {
  let name = "wordpress"

  func matches(_ document: JSONDocument) -> Bool {
    let first = document.root.items.first ?? document.root
    return Self.isComment(first) || Self.isPost(first)
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let items = document.root.items
    if let post = items.first(where: Self.isPost) {
      readPost(post, into: &discussion)
      for list in post["_embedded"]["replies"].elements { readComments(list.items, into: &discussion) }
    }
    let comments = items.filter(Self.isComment)
    if !comments.isEmpty { readComments(comments, into: &discussion) }
  }

  private func readPost(_ post: JSONValue, into discussion: inout JSONDiscussion) {
    discussion.title = post["title"]["rendered"].markupLine
    discussion.byline =
      post["_embedded"]["author"].elements.first?["name"].line
      ?? post["yoast_head_json"]["author"].line
    discussion.published = (post["date_gmt"].exists ? post["date_gmt"] : post["date"]).time
    discussion.site = post["yoast_head_json"]["og_site_name"].markupLine
    discussion.address = post["link"].line
    let content = post["content"]["rendered"].exists ? post["content"] : post["excerpt"]
    discussion.body = JSONMarkup.html.text(ofEscaped: content["rendered"].escaped)
  }

  private func readComments(_ comments: [JSONValue], into discussion: inout JSONDiscussion) {
    for value in comments {
      var comment = JSONDiscussion.Contribution(
        id: value["id"].identifier, author: value["author_name"].markupLine,
        posted: (value["date_gmt"].exists ? value["date_gmt"] : value["date"]).time,
        body: JSONBody(value["content"]["rendered"], .html))
      // The site prints its own time.
      if let local = value["date"].line, value["date_gmt"].exists, local != value["date_gmt"].line {
        comment.facts.postedText = local
      }
      switch value["status"].line {
      case "hold", "unapproved": comment.facts.flags.insert(.pending)
      case "trash", "spam": comment.facts.flags.insert(.removed)
      default: break
      }
      if let type = value["type"].line, type == "pingback" || type == "trackback" {
        comment.facts.flags.insert(.pingback)
      }
      if let parent = value["parent"].identifier, parent != "0" { comment.parent = .id(parent) }
      discussion.append(comment)
    }
  }

  private static func isComment(_ value: JSONValue) -> Bool {
    value.has("author_name", "content", "id") && value["content"].isObject
  }

  private static func isPost(_ value: JSONValue) -> Bool {
    value["title"].has("rendered") && (value["content"].has("rendered") || value["excerpt"].has("rendered"))
  }
}

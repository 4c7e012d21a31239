import ArticleModel

/// The interface of wordpress.com (`rest/v1.1`): comments of a post, or a post.
struct WordPressComComments: JSONSystem {
  let name = "wordpress"

  func matches(_ document: JSONDocument) -> Bool {
    if Self.isPost(document.root) { return true }
    guard let first = document.root["comments"].elements.first else { return false }
    return first.has("ID", "content") && first["author"].isObject
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let root = document.root
    if Self.isPost(root) {
      discussion.title = root["title"].markupLine
      discussion.byline = root["author"]["name"].markupLine
      discussion.published = root["date"].time
      discussion.address = root["URL"].line
      discussion.body = JSONMarkup.html.text(ofEscaped: root["content"].escaped)
    }
    discussion.statedCount = root["found"].integer.map { Int(clamping: $0) }
    let list = root["comments"]
    if list.isArray { discussion.hasThread = true }
    for value in list.elements {
      var comment = JSONDiscussion.Contribution(
        id: value["ID"].identifier, author: value["author"].firstLine(["name", "login"]),
        posted: value["date"].time, body: JSONBody(value["content"], .html))
      comment.facts.score = value["like_count"].score
      if value["status"].equals("unapproved") { comment.facts.flags.insert(.pending) }
      if value["status"].equals("trash") || value["status"].equals("spam") {
        comment.facts.flags.insert(.removed)
      }
      if value["type"].equals("pingback") || value["type"].equals("trackback") {
        comment.facts.flags.insert(.pingback)
      }
      if let parent = value["parent"]["ID"].identifier { comment.parent = .id(parent) }
      discussion.title = discussion.title ?? value["post"]["title"].markupLine
      discussion.append(comment)
    }
  }

  private static func isPost(_ value: JSONValue) -> Bool { value.has("ID", "title", "content", "URL") }
}

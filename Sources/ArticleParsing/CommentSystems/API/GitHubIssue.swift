import ArticleModel

/// An issue, pull request or discussion of GitHub, and its comments: flat, in Markdown.
///
/// A file holds the list of comments, or the issue and the list on lines of their own, or the issue with them inside.
struct GitHubIssue: JSONSystem {
  let name = "github"

  func matches(_ document: JSONDocument) -> Bool {
    let first = document.root.items.first ?? document.root
    return Self.isComment(first) || Self.isIssue(first)
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    discussion.site = "GitHub"
    var poster: String?
    for root in document.roots {
      for value in root.items {
        if Self.isIssue(value), discussion.title == nil {
          poster = Self.author(value)
          readIssue(value, into: &discussion)
        } else if Self.isComment(value) {
          discussion.append(Self.comment(value, poster: poster))
        }
      }
    }
  }

  private func readIssue(_ issue: JSONValue, into discussion: inout JSONDiscussion) {
    let number = issue["number"].integer.map { " #\($0)" } ?? ""
    discussion.hasThread = true
    discussion.title = issue["title"].line.map { $0 + number }
    discussion.byline = Self.author(issue)
    discussion.published = issue.first(["created_at", "createdAt"]).time
    discussion.address = issue.firstLine(["html_url", "url"])
    discussion.body = Self.read(issue)
    discussion.statedCount = issue["comments"].integer.map { Int(clamping: $0) }
    let inside = issue["comments"].isArray ? issue["comments"] : issue["comments"]["nodes"]
    let poster = Self.author(issue)
    for value in inside.elements { discussion.append(Self.comment(value, poster: poster)) }
  }

  private static func comment(_ value: JSONValue, poster: String?) -> JSONDiscussion.Contribution {
    let (words, markup) = text(value)
    var comment = JSONDiscussion.Contribution(
      id: value["id"].identifier, author: author(value),
      posted: value.first(["created_at", "createdAt"]).time,
      body: JSONBody(words, markup))
    comment.facts.score = value["reactions"]["+1"].score
    let changed = value.first(["updated_at", "lastEditedAt"])
    let isMinimized = value["isMinimized"].isTrue || value["minimized"].exists
    if changed.exists, let edit = changed.time, let posted = comment.facts.posted,
      edit.seconds > posted.seconds
    {
      comment.facts.flags.insert(.edited)
    }
    if isMinimized { comment.facts.flags.insert(.removed) }
    if let poster, comment.author == poster { comment.facts.flags.insert(.originalPoster) }
    switch value.firstLine(["author_association", "authorAssociation"]) {
    case "OWNER", "MEMBER", "COLLABORATOR": comment.facts.flags.insert(.moderator)
    default: break
    }
    // Comments on lines of a change answer the first of them.
    if let parent = value.first(["in_reply_to_id", "parent_id"]).identifier { comment.parent = .id(parent) }
    return comment
  }

  private static func author(_ value: JSONValue) -> String? { value.first(["user", "author"])["login"].line }

  private static func text(_ value: JSONValue) -> (JSONValue, JSONMarkup) {
    if value["body"].text == nil, value["body_html"].text != nil { return (value["body_html"], .html) }
    return (value["body"], .markdown)
  }

  private static func read(_ value: JSONValue) -> RichText {
    let (words, markup) = text(value)
    return markup.text(ofEscaped: words.escaped)
  }

  private static func isComment(_ value: JSONValue) -> Bool {
    value.has("body") && value.first(["user", "author"]).has("login") && !value.has("title")
      && (value.has("issue_url") || value.has("author_association") || value.has("authorAssociation")
        || value.has("html_url") || value.has("pull_request_url"))
  }

  private static func isIssue(_ value: JSONValue) -> Bool {
    value.has("title", "number", "body") && value.first(["user", "author"]).has("login")
  }
}

import ArticleModel

/// Comments of a Remark42 server: nested (`format=tree`) or flat with the identifiers of their parents.
struct RemarkComments: JSONSystem {
  let name = "remark42"

  func matches(_ document: JSONDocument) -> Bool {
    guard let first = document.root["comments"].elements.first else { return false }
    let comment = first["comment"].isObject ? first["comment"] : first
    return comment.has("pid", "text") && comment["user"].has("name")
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let root = document.root
    discussion.address = root["info"]["url"].line
    discussion.title = root["comments"].elements.first.flatMap {
      ($0["comment"].isObject ? $0["comment"] : $0)["title"].line
    }
    discussion.statedCount = root["info"]["count"].integer.map { Int(clamping: $0) }
    let isTree = root["comments"].elements.first?["comment"].isObject ?? false
    if isTree {
      discussion.appendNested(root["comments"], replies: { $0["replies"] }) { value, _, _ in
        Self.comment(value["comment"])
      }
    } else {
      for value in root["comments"].elements {
        var comment = Self.comment(value)
        if let parent = value["pid"].identifier { comment.parent = .id(parent) }
        discussion.append(comment)
      }
    }
  }

  private static func comment(_ value: JSONValue) -> JSONDiscussion.Contribution {
    var comment = JSONDiscussion.Contribution(
      id: value["id"].identifier, author: value["user"]["name"].line, posted: value["time"].time,
      body: JSONBody(value["text"], .html))
    comment.facts.score = value["score"].score
    if value["delete"].isTrue { comment.facts.flags.insert(.deleted) }
    if value["pin"].isTrue { comment.facts.flags.insert(.pinned) }
    if value["edit"].exists { comment.facts.flags.insert(.edited) }
    if value["user"]["admin"].isTrue { comment.facts.flags.insert(.moderator) }
    return comment
  }
}

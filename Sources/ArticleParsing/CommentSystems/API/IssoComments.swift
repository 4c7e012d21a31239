import ArticleModel

/// Comments of an Isso server: lists of `replies`, each with the number of those that were not sent.
struct IssoComments: JSONSystem {
  let name = "isso"

  func matches(_ document: JSONDocument) -> Bool {
    let root = document.root
    guard root["replies"].isArray, root.has("hidden_replies") || root.has("total_replies") else {
      return false
    }
    return root["replies"].elements.first?.has("text", "created") ?? true
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let root = document.root
    discussion.appendNested(root["replies"], replies: { $0["replies"] }) { value, _, discussion in
      let hidden = Int(clamping: value["hidden_replies"].integer ?? 0)
      discussion.leaveOut(hidden, below: discussion.contributions.count)
      var comment = JSONDiscussion.Contribution(
        id: value["id"].identifier, author: value["author"].line, posted: value["created"].time,
        body: JSONBody(value["text"], .html))
      if let likes = value["likes"].integer {
        comment.facts.score = Int32(clamping: likes &- (value["dislikes"].integer ?? 0))
      }
      if value["modified"].exists { comment.facts.flags.insert(.edited) }
      switch value["mode"].integer {
      case 2: comment.facts.flags.insert(.pending)
      case 4: comment.facts.flags.insert(.deleted)
      default: break
      }
      return comment
    }
    if let hidden = root["hidden_replies"].integer, hidden > 0 {
      discussion.appendStub(missing: Int(clamping: hidden), below: .none)
    }
  }
}

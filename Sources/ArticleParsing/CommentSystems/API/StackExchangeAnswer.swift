import ArticleModel

/// Questions, answers and comments of a Stack Exchange site, as its interface answers them, with or without bodies.
///
/// A question is the article; its answers and comments are the thread, each answer with its own comments.
struct StackExchangeAnswer: JSONSystem {
  let name = "stackexchange"

  func matches(_ document: JSONDocument) -> Bool {
    let root = document.root
    guard let first = root["items"].elements.first, root.has("has_more") || root.has("quota_remaining")
    else { return false }
    return first.has("question_id") || first.has("answer_id") || first.has("comment_id")
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let items = document.root["items"]
    let question = items.elements.first { Self.isQuestion($0) }
    let questionID = question?["question_id"].identifier
    let poster = question?["owner"]["user_id"].identifier
    if let question {
      discussion.title = question["title"].markupLine
      discussion.byline = question["owner"]["display_name"].markupLine
      discussion.published = question["creation_date"].time
      discussion.address = question["link"].line
      discussion.body = Self.text(question)
    }
    discussion.hasThread = true
    for value in items.elements where !Self.isQuestion(value) || value.node != question?.node {
      Self.append(value, below: nil, questionID: questionID, poster: poster, into: &discussion)
    }
    if let question {
      for comment in question["comments"].elements {
        Self.append(comment, below: nil, questionID: questionID, poster: poster, into: &discussion)
      }
      for answer in question["answers"].elements {
        Self.append(answer, below: nil, questionID: questionID, poster: poster, into: &discussion)
      }
    }
    if document.root["has_more"].isTrue {
      discussion.hasNextPage = true
      discussion.missingReason = "The answer is one page of several; the next ones are missing."
    }
  }

  private static func append(
    _ value: JSONValue, below parent: Int?, questionID: String?, poster: String?,
    into discussion: inout JSONDiscussion
  ) {
    let owner = value["owner"]
    var comment = JSONDiscussion.Contribution(
      id: value.first(["comment_id", "answer_id", "question_id"]).identifier,
      author: owner["display_name"].markupLine, posted: value["creation_date"].time,
      body: value["body"].exists
        ? JSONBody(value["body"], .html) : JSONBody(value["body_markdown"], .escapedMarkdown))
    comment.facts.score = value["score"].score
    if value["is_accepted"].isTrue { comment.facts.flags.insert(.highlighted) }
    if value["edited"].isTrue || value["last_edit_date"].exists { comment.facts.flags.insert(.edited) }
    if let poster, owner["user_id"].identifier == poster { comment.facts.flags.insert(.originalPoster) }
    comment.facts.replyTo = value["reply_to_user"]["display_name"].markupLine
    if let parent {
      comment.parent = .entry(parent)
    } else if value.has("comment_id"), let post = value["post_id"].identifier, post != questionID {
      comment.parent = .id(post)
    }
    let place = discussion.append(comment)
    guard value.has("answer_id") else { return }
    for reply in value["comments"].elements {
      append(reply, below: place, questionID: questionID, poster: poster, into: &discussion)
    }
  }

  private static func isQuestion(_ value: JSONValue) -> Bool {
    value.has("question_id") && !value.has("answer_id") && !value.has("comment_id")
  }

  private static func text(_ value: JSONValue) -> RichText {
    value["body"].exists
      ? JSONMarkup.html.text(ofEscaped: value["body"].escaped)
      : JSONMarkup.escapedMarkdown.text(ofEscaped: value["body_markdown"].escaped)
  }
}

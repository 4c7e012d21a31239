import ArticleModel

/// Comments of Hacker News as its search finds them: a flat list of `hits` with the identifiers of their parents.
struct HackerNewsSearch: JSONSystem {
  let name = "hacker-news"

  func matches(_ document: JSONDocument) -> Bool {
    guard let hit = document.root["hits"].elements.first else { return false }
    return hit.has("objectID") && (hit.has("comment_text") || hit.has("story_id") || hit.has("points"))
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let hits = document.root["hits"]
    discussion.site = "Hacker News"
    discussion.hasThread = true
    for hit in hits.elements where hit["comment_text"].exists {
      var comment = JSONDiscussion.Contribution(
        id: hit["objectID"].identifier, author: hit["author"].line, posted: hit["created_at_i"].time,
        body: JSONBody(hit["comment_text"], .html))
      let parent = hit["parent_id"].identifier
      if let parent, parent != hit["story_id"].identifier { comment.parent = .id(parent) }
      discussion.title = discussion.title ?? hit["story_title"].markupLine
      discussion.address = discussion.address ?? hit["story_url"].line
      discussion.append(comment)
    }
    if let story = hits.elements.first(where: { $0["title"].exists && !$0["comment_text"].exists }) {
      discussion.title = story["title"].markupLine
      discussion.byline = story["author"].line
      discussion.published = story["created_at_i"].time
      discussion.address = story["url"].line ?? discussion.address
      discussion.body = JSONMarkup.html.text(ofEscaped: story["story_text"].escaped)
    }
    if let pages = document.root["nbPages"].integer, pages > 1 {
      discussion.missingReason = "This is page \((document.root["page"].integer ?? 0) &+ 1) of \(pages)."
    }
  }
}

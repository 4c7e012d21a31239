import ArticleModel

/// A document in the words of schema.org (JSON-LD): an article, a posting or a question, with its comments and answers.
struct LinkedDataDocument: JSONSystem {
  let name = "json-ld"

  func matches(_ document: JSONDocument) -> Bool {
    let first = document.root.items.first ?? document.root
    return first.has("@context") && (first.has("@type") || first.has("@graph"))
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let things = Self.things(in: document)
    let thing =
      things.first { Self.answers(of: $0).contains { !$0.isEmpty } } ?? things.first(where: Self.hasWords)
    guard let thing = thing ?? things.first else { return }
    discussion.title = thing.firstLine(["headline", "name"])
    discussion.byline = Self.names(thing["author"].exists ? thing["author"] : thing["creator"])
    discussion.site = Self.names(thing["publisher"])
    discussion.published = thing.first(["datePublished", "dateCreated"]).time
    discussion.language = thing["inLanguage"].line
    discussion.address = thing.firstLine(["url", "mainEntityOfPage"])
    discussion.body = Self.words(thing)
    discussion.statedCount = thing.first(["commentCount"]).integer.map { Int(clamping: $0) }
    for list in Self.answers(of: thing) {
      for comment in list { Self.append(comment, into: &discussion) }
    }
    if discussion.statedCount ?? 0 > 0 { discussion.hasThread = true }
  }

  /// Reads the comments of what a page states about itself; answers to frequent questions are none.
  static func readComments(of document: JSONDocument, into discussion: inout JSONDiscussion) {
    let things = things(in: document)
    let lists = things.map { $0["comment"].items.filter { $0.isObject && hasWords($0) } }
    guard let place = lists.indices.max(by: { lists[$0].count < lists[$1].count }), !lists[place].isEmpty
    else {
      return
    }
    discussion.statedCount = things[place]["commentCount"].integer.map { Int(clamping: $0) }
    for comment in lists[place] { append(comment, into: &discussion) }
  }

  private static func things(in document: JSONDocument) -> [JSONValue] {
    var things: [JSONValue] = []
    for root in document.roots {
      for item in root.items {
        things += item["@graph"].exists ? item["@graph"].items : [item]
        things += item["mainEntity"].items
      }
    }
    return things
  }

  /// Appends a comment and those that answer it.
  private static func append(_ first: JSONValue, into discussion: inout JSONDiscussion) {
    var open: [(value: JSONValue, parent: Int?)] = [(first, nil)]
    while let (value, parent) = open.popLast() {
      var comment = JSONDiscussion.Contribution(
        id: value.first(["@id", "url", "identifier"]).identifier,
        author: names(value["author"].exists ? value["author"] : value["creator"]),
        posted: value.first(["dateCreated", "datePublished"]).time, body: .composed(words(value)))
      comment.facts.score = value["upvoteCount"].score ?? likes(value["interactionStatistic"])
      comment.parent = parent.map { .entry($0) } ?? .none
      let place = discussion.append(comment)
      for list in answers(of: value).reversed() {
        for reply in list.reversed() { open.append((reply, place)) }
      }
    }
  }

  /// The lists of those that answer a thing; the accepted answers of a question come first.
  private static func answers(of thing: JSONValue) -> [[JSONValue]] {
    [thing["acceptedAnswer"].items, thing["suggestedAnswer"].items, thing["comment"].items].map { list in
      list.filter { $0.isObject && hasWords($0) }
    }
  }

  private static func hasWords(_ value: JSONValue) -> Bool {
    value.first(["text", "articleBody", "description", "commentText"]).exists
  }

  private static func words(_ value: JSONValue) -> RichText {
    let words = value.first(["articleBody", "text", "commentText", "description"])
    let isMarkup = words.text?.contains("</") ?? false
    return (isMarkup ? JSONMarkup.html : .plain).text(ofEscaped: words.escaped)
  }

  private static func likes(_ statistics: JSONValue) -> Int32? {
    for item in statistics.items {
      let type = item["interactionType"].line ?? item["interactionType"]["@type"].line ?? ""
      if type.hasSuffix("LikeAction") { return item["userInteractionCount"].score }
    }
    return nil
  }

  private static func names(_ value: JSONValue) -> String? {
    let names = value.items.compactMap { $0.line ?? $0["name"].markupLine }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}

import ArticleModel

/// Hacker News items as its official interface answers them, one an item: alone, one a line, in a list, or in an object by
/// their identifiers.
///
/// `kids` names the replies in the order of the page; one that is not in the file is counted as missing.
struct HackerNewsItems: JSONSystem {
  let name = "hacker-news"

  func matches(_ document: JSONDocument) -> Bool {
    guard let first = Self.items(of: document).first(where: { $0.isObject }) else { return false }
    return Self.isItem(first)
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    var items: [String: JSONValue] = [:]
    var order: [String] = []
    for value in Self.items(of: document) where Self.isItem(value) {
      guard let id = value["id"].identifier, items[id] == nil else { continue }
      items[id] = value
      order.append(id)
    }
    let stated = document.root["root"].identifier
    let root = stated.flatMap { items[$0] != nil ? $0 : nil } ?? order.first { Self.isTop(items[$0], items) }
    discussion.site = "Hacker News"
    discussion.hasThread = true
    guard let root, let story = items[root] else { return }
    Self.readStory(story, into: &discussion)
    let poster = story["by"].line
    var isRead: Set<String> = [root]
    // How many kids of an item are named and not there, in the order of their parents.
    var unread: [(parent: ThreadAssembly.Parent, count: Int)] = []
    // Down along the kids, in their order; what no item names as its kid follows with its parent.
    var open: [(rest: JSONValue.Elements, parent: Int?)] = [(story["kids"].elements, nil)]
    var rest = order.makeIterator()
    while true {
      let id: String?
      let parent: ThreadAssembly.Parent
      if let last = open.indices.last {
        guard let kid = open[last].rest.next() else {
          open.removeLast()
          continue
        }
        id = kid.identifier
        parent = open[last].parent.map { .entry($0) } ?? .none
      } else {
        id = rest.next()
        guard let id, let value = items[id] else { break }
        let above = value["parent"].identifier
        parent = above == root || above == nil ? .none : .id(above ?? "")
      }
      guard let id, !isRead.contains(id) else { continue }
      guard let value = items[id] else {
        isRead.insert(id)
        if unread.last?.parent == parent {
          unread[unread.count - 1].count += 1
        } else {
          unread.append((parent, 1))
        }
        continue
      }
      isRead.insert(id)
      var comment = Self.comment(value, id: id, poster: poster)
      comment.parent = parent
      open.append((value["kids"].elements, discussion.append(comment)))
    }
    for (parent, count) in unread { discussion.appendStub(missing: count, below: parent) }
  }

  private static func comment(
    _ value: JSONValue, id: String, poster: String?
  ) -> JSONDiscussion.Contribution {
    var comment = JSONDiscussion.Contribution(
      id: id, author: value["by"].line, posted: value["time"].time, body: JSONBody(value["text"], .html))
    comment.facts.score = value["score"].score
    if value["deleted"].isTrue { comment.facts.flags.insert(.deleted) }
    if value["dead"].isTrue { comment.facts.flags.formUnion([.removed, .flagged]) }
    if let poster, comment.author == poster { comment.facts.flags.insert(.originalPoster) }
    return comment
  }

  private static func readStory(_ story: JSONValue, into discussion: inout JSONDiscussion) {
    discussion.byline = story["by"].line
    discussion.title = story["title"].markupLine ?? discussion.byline.map { "Comment by \($0)" }
    discussion.published = story["time"].time
    discussion.address = story["url"].line
    discussion.statedCount = story["descendants"].integer.map { Int(clamping: $0) }
    discussion.body = JSONMarkup.html.text(ofEscaped: story["text"].escaped)
  }

  /// The values that may be items.
  private static func items(of document: JSONDocument) -> [JSONValue] {
    let root = document.root
    if root.isArray { return Array(root.elements) }
    let named = root["items"]
    if named.isArray || named.isObject, named.elements.first.map(isItem) ?? false {
      return Array(named.elements)
    }
    if isItem(root) { return Array(document.roots) }
    // By identifiers at top level.
    return root.elements.first.map(isItem) ?? false ? Array(root.elements) : []
  }

  private static func isItem(_ value: JSONValue) -> Bool {
    guard value.isObject, value["id"].kind == .number else { return false }
    let isStated = ["story", "comment", "job", "poll", "pollopt"].contains(value["type"].line ?? "")
    return isStated && (value.has("by") || value.has("kids") || value["deleted"].isTrue || value.has("time"))
      && !value.has("children")
  }

  private static func isTop(_ value: JSONValue?, _ items: [String: JSONValue]) -> Bool {
    guard let value else { return false }
    guard let parent = value["parent"].identifier else { return true }
    return items[parent] == nil
  }
}

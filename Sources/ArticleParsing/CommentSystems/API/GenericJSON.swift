import ArticleModel

/// Finds a discussion or an article in JSON of unknown shape, by the names of members.
///
/// A comment is an object with words and a writer or a time; comments are the list with most of them. Replies are nested
/// in them or name their parents. An article is an object with a title and many words.
struct GenericJSON {
  static let name = "generic"

  /// Objects further in are not looked at for lists; answers wrap theirs in a few layers.
  private static let deepest = 8

  private static let wordNames: [StaticString] = [
    "body_html", "content_html", "html", "bodyHtml", "contentHtml", "commentHtml", "body", "text", "content",
    "message", "comment", "comment_text", "commentText", "commentBody", "comment_body", "raw", "rendered",
    "contentText", "msg", "markdown", "description",
  ]
  private static let authorNames: [StaticString] = [
    "author", "user", "username", "user_name", "userName", "author_name", "authorName", "name", "displayName",
    "display_name", "creator", "by", "commenter", "owner", "poster", "postedBy", "posted_by", "createdBy",
    "nickname", "nick", "member", "account", "from", "profile", "userProfile", "actor",
  ]
  private static let personNames: [StaticString] = [
    "displayName", "display_name", "name", "username", "user_name", "userName", "login", "handle", "nickname",
    "nick", "screen_name", "screenName", "fullName", "full_name", "acct", "title",
  ]
  private static let timeNames: [StaticString] = [
    "created_at", "createdAt", "created", "date", "time", "timestamp", "posted", "postedAt", "posted_at",
    "published", "published_at", "publishedAt", "pubDate", "creation_date", "created_utc", "dateCreated",
    "datePublished", "date_published", "inserted_at", "createdOn", "created_on", "createdTime", "post_date",
    "isoDateTime", "date_gmt", "ts",
  ]
  private static let replyNames: [StaticString] = [
    "replies", "children", "responses", "comments", "answers", "subcomments", "childComments",
    "child_comments",
    "descendants", "thread", "kids", "items", "nodes", "edges", "subComments", "replyList",
  ]
  private static let parentNames: [StaticString] = [
    "parent_id", "parentId", "parentID", "parent", "in_reply_to", "inReplyTo", "in_reply_to_id", "reply_to",
    "replyTo", "replyToId", "reply_to_id", "parentCommentId", "parent_comment_id", "parent_comment", "pid",
    "inReplyToId", "parentCommentID",
  ]
  private static let idNames: [StaticString] = [
    "id", "_id", "comment_id", "commentId", "commentID", "uuid", "guid", "cid", "key", "ID", "short_id",
    "uri", "pk",
  ]
  private static let scoreNames: [StaticString] = [
    "score", "points", "likes", "votes", "upvotes", "like_count", "likeCount", "vote_count", "voteCount",
    "likesCount", "upvoteCount", "numRecommends", "recommendations", "ups", "rating", "favourites_count",
    "karma",
  ]
  private static let flagNames: [([StaticString], Comment.Flags)] = [
    (["deleted", "isDeleted", "is_deleted"], .deleted),
    (["removed", "isRemoved", "is_removed", "moderated", "hidden"], .removed),
    (["edited", "isEdited", "is_edited"], .edited),
    (["featured", "isFeatured", "is_featured", "highlighted", "isHighlighted"], .highlighted),
    (["pinned", "isPinned", "is_pinned", "stickied", "sticky"], .pinned),
    (["flagged", "isFlagged", "is_flagged", "reported"], .flagged),
    (
      ["is_op", "isOp", "isOP", "is_submitter", "isSubmitter", "is_author", "isAuthor", "byPostAuthor"],
      .originalPoster
    ),
    (["moderator", "isModerator", "is_moderator", "isStaff", "is_staff", "is_admin", "isAdmin"], .moderator),
    (["pending", "isPending", "is_pending"], .pending),
    (["truncated", "isTruncated", "is_truncated"], .truncated),
    (["spoiler", "isSpoiler", "is_spoiler", "sensitive"], .spoiler),
  ]
  private static let replyCountNames: [StaticString] = [
    "reply_count", "replyCount", "replies_count", "repliesCount", "num_replies", "numReplies", "child_count",
    "childCount", "children_count", "childrenCount", "total_replies", "totalReplies", "responseCount",
  ]
  private static let titleNames: [StaticString] = ["headline", "title", "name", "subject"]
  private static let listNames: [StaticString] = ["data", "attributes", "node", "comment", "item"]

  /// Reads what can be found; `false` when that is nothing.
  ///
  /// - Complexity: O(length of the text).
  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) -> Bool {
    let lists = Self.lists(in: document)
    let comments = lists.max { $0.weight < $1.weight }
    let article = Self.article(in: document, outside: comments?.list)
    if let article { Self.readArticle(article, into: &discussion) }
    guard let comments, comments.weight > 0 else { return article != nil }
    discussion.appendNested(comments.list, replies: { Self.replies(of: Self.core($0)) }) {
      value, parent, discussion in
      let core = Self.core(value)
      guard let comment = Self.comment(core, isNested: parent != nil) else { return nil }
      discussion.expectReplies(core.first(Self.replyCountNames).integer, to: discussion.contributions.count)
      return comment
    }
    Self.linkParents(&discussion)
    return true
  }

  // MARK: Looking for the list

  /// The lists of objects that look like comments, with the number of words that stand in them; outermost first.
  private static func lists(in document: JSONDocument) -> [(list: JSONValue, weight: Int)] {
    var found: [(list: JSONValue, weight: Int)] = []
    var open: [(value: JSONValue, depth: Int)] = document.roots.map { ($0, 0) }
    // One object a line is a list, too.
    while let (value, depth) = open.popLast() {
      if value.isArray || value.isObject, let weight = weight(of: value) {
        found.append((value, weight))
        continue
      }
      guard depth < deepest else { continue }
      for inner in value.elements where inner.isArray || inner.isObject { open.append((inner, depth + 1)) }
    }
    return found
  }

  /// How many bytes of words the comments in a list have; `nil` when it is no list of comments.
  private static func weight(of list: JSONValue) -> Int? {
    var comments = 0
    var others = 0
    var bytes = 0
    for element in list.elements {
      let value = core(element)
      if isComment(value) {
        comments += 1
        bytes += value.first(wordNames).escaped.count
      } else {
        others += 1
      }
    }
    return comments > 0 && comments >= others && (list.isArray || comments > 1) ? bytes : nil
  }

  /// The object that holds a comment's members, inside the layer that some answers put around each.
  private static func core(_ value: JSONValue) -> JSONValue {
    guard value.isObject, words(value) == nil else { return value }
    for name in listNames {
      let inner = value[name]
      if inner.isObject { return inner }
    }
    return value
  }

  private static func isComment(_ value: JSONValue) -> Bool {
    guard value.isObject, words(value) != nil, !value.first(["headline", "articleBody"]).exists else {
      return false
    }
    return author(value) != nil || value.first(timeNames).time != nil && !value["title"].exists
  }

  private static func replies(of value: JSONValue) -> JSONValue {
    for name in replyNames {
      var list = value[name]
      for inner in ["data", "nodes", "edges", "items", "comments"] as [StaticString]
      where list.isObject && list[inner].isArray {
        list = list[inner]
      }
      if list.isArray, list.elements.first.map({ isComment(core($0)) }) ?? false { return list }
    }
    return JSONValue(document: value.document, node: -1)
  }

  // MARK: Reading

  private static func comment(_ value: JSONValue, isNested: Bool) -> JSONDiscussion.Contribution? {
    guard value.isObject, let words = words(value) else { return nil }
    let time = value.first(timeNames)
    var comment = JSONDiscussion.Contribution(
      id: value.first(idNames).identifier, author: author(value), posted: time.time,
      body: JSONBody(words, markup(of: words)))
    if comment.facts.posted == nil { comment.facts.postedText = time.line }
    comment.facts.score = value.first(scoreNames).score
    for (names, flag) in flagNames where value.first(names).isTrue { comment.facts.flags.insert(flag) }
    let approval = value.first(["approved", "isApproved", "is_approved"])
    if approval.kind == .boolean, !approval.isTrue { comment.facts.flags.insert(.pending) }
    if !isNested {
      let parent = value.first(parentNames)
      let id = parent.isObject ? parent.first(idNames).identifier : parent.identifier
      // Kept for `linkParents`, which knows all identifiers.
      if let id, id != "0", id != comment.facts.id { comment.parent = .id(id) }
    }
    return comment
  }

  /// Leaves parents that are no comment at top level without a mark: they are often the article.
  private static func linkParents(_ discussion: inout JSONDiscussion) {
    let ids = Set(discussion.contributions.map(\.facts.id))
    for index in discussion.contributions.indices {
      if case .id(let id) = discussion.contributions[index].parent, !ids.contains(id) {
        discussion.update(index) { $0.parent = .none }
      }
    }
  }

  private static func words(_ value: JSONValue) -> JSONValue? {
    for name in wordNames {
      var words = value[name]
      for inner in ["rendered", "html", "text", "body", "raw"] as [StaticString] where words.isObject {
        if words[inner].kind == .string { words = words[inner] }
      }
      if words.kind == .string, !words.escaped.isEmpty { return words }
    }
    return nil
  }

  private static func author(_ value: JSONValue) -> String? {
    for name in authorNames {
      let author = value[name]
      if let line = author.markupLine { return line }
      guard author.isObject else { continue }
      let person = author["data"].isObject ? author["data"] : author
      if let line = person.first(personNames).markupLine { return line }
      if let line = person["attributes"].first(personNames).markupLine { return line }
    }
    return nil
  }

  /// HTML when there are tags or references, else text with its line breaks.
  private static func markup(of words: JSONValue) -> JSONMarkup {
    let bytes = words.escaped
    for position in bytes.indices.dropLast() {
      let next = bytes[position + 1]
      if bytes[position] == 0x3C, ASCII.isLetter(next) || next == 0x2F || next == 0x5C { return .html }
      if bytes[position] == 0x26, ASCII.isLetter(next) || next == 0x23 { return .html }
    }
    return .plain
  }

  // MARK: The article

  /// The object with a title and the most words, outside the comments.
  private static func article(in document: JSONDocument, outside list: JSONValue?) -> JSONValue? {
    var best: (value: JSONValue, count: Int)?
    var open: [(value: JSONValue, depth: Int)] = document.roots.map { ($0, 0) }
    while let (value, depth) = open.popLast() {
      if let list, value.node == list.node { continue }
      if value.isObject, value.first(titleNames).kind == .string {
        let count = articleWords(value)?.escaped.count ?? 0
        if count > best?.count ?? (list == nil ? 200 : -1) { best = (value, count) }
      }
      guard depth < deepest else { continue }
      for inner in value.elements where inner.isArray || inner.isObject { open.append((inner, depth + 1)) }
    }
    return best?.value
  }

  private static func articleWords(_ value: JSONValue) -> JSONValue? {
    let stated = value.first(["articleBody", "article_body", "content_html", "body_html", "bodyHtml"])
    return stated.kind == .string ? stated : words(value)
  }

  private static func readArticle(_ value: JSONValue, into discussion: inout JSONDiscussion) {
    discussion.title = value.first(titleNames).markupLine
    discussion.byline = author(value).flatMap { $0 == discussion.title ? nil : $0 }
    discussion.published = value.first(timeNames).time
    discussion.site = value.firstLine(["site", "site_name", "siteName", "publication"])
    discussion.language = value.firstLine(["language", "lang", "inLanguage"])
    discussion.address = value.firstLine(["url", "link", "canonical_url", "permalink", "webUrl"])
    if let words = articleWords(value) {
      discussion.body = markup(of: words).text(ofEscaped: words.escaped)
    }
  }
}

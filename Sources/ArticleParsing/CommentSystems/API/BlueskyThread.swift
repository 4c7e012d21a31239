import ArticleModel

/// A thread of Bluesky (`getPostThread`): a post, what it answers above it, and nested replies.
///
/// Words are plain text with facets: ranges of bytes that are links, names or tags.
struct BlueskyThread: JSONSystem {
  let name = "bluesky"

  func matches(_ document: JSONDocument) -> Bool {
    let post = document.root["thread"]["post"]
    return post["record"].isObject && post["author"].has("handle")
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let thread = document.root["thread"]
    var opening = [thread["post"]]
    var above = thread["parent"]
    while above["post"].isObject, opening.count < 1000 {
      opening.append(above["post"])
      above = above["parent"]
    }
    for post in opening.reversed() { discussion.body.append(Self.text(post)) }
    let post = thread["post"]
    discussion.byline = Self.author(post)
    discussion.title = discussion.byline.map { "Post by \($0)" }
    discussion.site = "Bluesky"
    discussion.published = Self.time(post)
    discussion.language = post["record"]["langs"].elements.first?.line
    let poster = post["author"]["did"].line
    discussion.appendNested(thread["replies"], replies: { $0["replies"] }) { value, _, discussion in
      let post = value["post"]
      guard post.isObject else {
        // Gone, or by somebody who blocks or is blocked.
        var gone = JSONDiscussion.Contribution(id: value["uri"].line)
        gone.facts.flags = value["blocked"].isTrue ? .removed : .deleted
        return gone
      }
      var comment = JSONDiscussion.Contribution(
        id: post["uri"].line ?? post["cid"].line, author: Self.author(post), posted: Self.time(post),
        body: .composed(Self.text(post)))
      comment.facts.score = post["likeCount"].score
      if let poster, post["author"]["did"].line == poster { comment.facts.flags.insert(.originalPoster) }
      discussion.expectReplies(post["replyCount"].integer, to: discussion.contributions.count)
      return comment
    }
  }

  private static func author(_ post: JSONValue) -> String? { post["author"]["handle"].line }

  private static func time(_ post: JSONValue) -> Timestamp? {
    post["record"]["createdAt"].time ?? post["indexedAt"].time
  }

  /// The words with their links, what the post shows, and what it quotes.
  private static func text(_ post: JSONValue) -> RichText {
    let record = post["record"]
    var text = words(record)
    let embed = post["embed"].exists ? post["embed"] : record["embed"]
    for image in embed["images"].elements {
      guard let source = image.firstLine(["fullsize", "thumb"]) else { continue }
      var builder = RichTextBuilder()
      builder.beginPicture(source: source, alternativeText: image["alt"].line ?? "")
      text.append(builder.finish())
    }
    if let address = embed["external"]["uri"].line, HTMLLink.isSafe(Array(address.utf8)) {
      var builder = RichTextBuilder()
      builder.begin(.paragraph)
      builder.openLink(to: address)
      builder.append(embed["external"]["title"].line ?? address)
      builder.closeInline()
      text.append(builder.finish())
    }
    let quoted = embed["record"]["record"].isObject ? embed["record"]["record"] : embed["record"]
    if let words = quoted["value"]["text"].text {
      var builder = RichTextBuilder()
      builder.begin(.blockquote(level: 1))
      if let author = quoted["author"]["handle"].line { builder.append("\(author): ") }
      builder.append(words)
      text.append(builder.finish())
    }
    return text
  }

  private static func words(_ record: JSONValue) -> RichText {
    var bytes: [UInt8] = []
    JSONString.append(record["text"].escaped, to: &bytes)
    var links: [(range: Range<Int>, target: String)] = []
    for facet in record["facets"].elements {
      guard let start = facet["index"]["byteStart"].integer, let end = facet["index"]["byteEnd"].integer,
        start >= links.last.map({ Int64($0.range.upperBound) }) ?? 0, start < end, end <= bytes.count,
        let target = facet["features"].elements.lazy.compactMap({ $0["uri"].line }).first
      else { continue }
      links.append((Int(start)..<Int(end), target))
    }
    guard !links.isEmpty else {
      return bytes.withUnsafeBufferPointer { PlainLines.read($0) }
    }
    return bytes.withUnsafeBufferPointer { all in
      var flow = TextFlow(quotesMarkedLines: true)
      var start = 0
      for link in links {
        PlainLines.appendLines(UnsafeBufferPointer(rebasing: all[start..<link.range.lowerBound]), to: &flow)
        flow.open(.a, target: Array(link.target.utf8), firstNumber: nil)
        flow.append(UnsafeBufferPointer(rebasing: all[link.range]))
        flow.close(.a)
        start = link.range.upperBound
      }
      PlainLines.appendLines(UnsafeBufferPointer(rebasing: all[start...]), to: &flow)
      return flow.finish()
    }
  }
}

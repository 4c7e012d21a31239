import ArticleExport
import ArticleModel
import ArticleParsing
import TestSupport
import Testing

@testable import ReaderCore

/// Very deep and very wide discussions, from the bytes to the screen and to exports: work that grew with the square of
/// their size would take hours, and recursion would overflow the stack.
@Suite("Long threads", .serialized) struct LongThreadTests {
  /// A shape of a discussion, in one notation.
  enum Shape: String, CaseIterable {
    case hackerNewsChain, hackerNewsSiblings, redditChain, redditSiblings, lobstersChain, genericSiblings
    case pageChain, pageSiblings, unknownPageSiblings

    var isChain: Bool { rawValue.hasSuffix("Chain") }
    /// Fewer where a common shape has shown it already: 50,000 take a while without optimisation.
    var count: Int { isChain ? 5000 : self == .hackerNewsSiblings || self == .pageSiblings ? 50_000 : 10_000 }
  }

  static func source(_ shape: Shape, count: Int) -> String {
    var text = ""
    switch shape {
    case .hackerNewsChain:
      text = #"{"id":1,"author":"a","title":"T","children":["#
      for id in 0..<count { text += #"{"id":\#(id + 2),"author":"b","text":"Word \#(id)","children":["# }
      text += String(repeating: "]}", count: count) + "]}"
    case .hackerNewsSiblings:
      text = #"{"id":1,"author":"a","title":"T","children":["#
      text += (0..<count).map { #"{"id":\#($0 + 2),"author":"b","text":"Word \#($0)","children":[]}"# }
        .joined(separator: ",")
      text += "]}"
    case .redditChain, .redditSiblings:
      text = #"[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"T","author":"a"}}]}},"#
      text += #"{"kind":"Listing","data":{"children":["#
      for id in 0..<count {
        if shape == .redditSiblings, id > 0 { text += "," }
        text += #"{"kind":"t1","data":{"id":"c\#(id)","author":"b","body":"Word \#(id)","replies":"#
        text += shape == .redditSiblings ? "\"\"}}" : #"{"kind":"Listing","data":{"children":["#
      }
      if shape == .redditChain { text += String(repeating: "]}}}}", count: count) }
      text += "]}}]"
    case .lobstersChain:
      text = #"{"short_id":"s","comments_url":"https://lobste.rs/s/s","title":"T","comments":["#
      text += (0..<count).map {
        #"{"short_id":"c\#($0)","comment":"<p>Word \#($0)</p>","commenting_user":"b","depth":\#($0)}"#
      }.joined(separator: ",")
      text += "]}"
    case .genericSiblings:
      text = "["
      text += (0..<count).map { #"{"key":"c\#($0)","nick":"b","message":"Word \#($0)","reply_count":0}"# }
        .joined(separator: ",")
      text += "]"
    case .pageChain:
      text = "<html op=item><table id=hnmain><tr><td><table>"
      for id in 0..<count {
        text +=
          "<tr class='athing comtr' id=\(id + 2)><td><table><tr><td class=ind indent=\(id)></td><td class=default>"
        text +=
          "<span class=comhead><a class=hnuser>mabel</a></span><div class=commtext>Word \(id)</div></table>"
      }
      text += "</table></table>"
    case .pageSiblings:
      text = "<title>T</title><ol class=comment-list>"
      for id in 0..<count {
        text +=
          "<li class='comment depth-1' id=comment-\(id)><b class=fn>Mabel</b><div class=comment-content>Word \(id)</div>"
      }
      text += "</ol>"
    case .unknownPageSiblings:
      text = "<title>T</title><section id=comments>"
      for id in 0..<count {
        text += "<div class=talk-comment id=talk-comment-\(id)><span class=user-name>Mabel</span> "
        text += "<span class=date>3 May 2019, 11:47</span><div class=comment-body><p>Word \(id)</div></div>"
      }
      text += "</section>"
    }
    return text
  }

  @Test(
    "A chain of 5,000 replies and 50,000 siblings are read, drawn, folded, sorted and put out",
    arguments: Shape.allCases)
  func whole(shape: Shape) throws {
    let article = try ArticleParser().parse(ParseRequest(text: Self.source(shape, count: shape.count)))
    let thread = try #require(article.thread)
    #expect(thread.commentCount == shape.count)
    #expect(thread.levels == (shape.isChain ? shape.count : 1))
    #expect(thread.body(of: shape.count - 1).string == "Word \(shape.count - 1)")
    var session = Session(article, width: 100, height: 30, findsFigures: false)
    for keys in ["tab", "G", "g g", "J", "z M", "G", "z R", "G"] {
      session.press(keys)
      #expect(session.whole.lines.count == 30)
    }
    for order in ThreadOrder.allCases {
      let request = ThreadArrangement.Request(order: order)
      let arranged = ThreadArrangement(request, of: thread, facts: ThreadFacts()).thread
      #expect(arranged.count == thread.count)
    }
    let json = JSONExport(isPretty: true).comments(article)
    let replies = Array(#""replies":"#.utf8)
    #expect(json.split(separator: 0x0A).count { $0.drop { $0 == 0x20 }.starts(with: replies) } == shape.count)
    #expect(CSVExport().comments(article).count { $0 == 0x0A } == shape.count + 1)
    // A level more indents a line by two columns, up to a quarter of the width.
    #expect(TextExport(width: 80).comments(article).count < 400 * shape.count)
    #expect(MarkdownExport().comments(article).count < 400 * shape.count)
  }

  @Test("Joining 50,000 comments with themselves leaves 50,000")
  func joined() throws {
    let request = ParseRequest(
      text: Self.source(.hackerNewsSiblings, count: 50_000), location: .path("a.json"))
    var article = try ArticleParser().parse(request)
    article.join(discussionsOf: [try ArticleParser().parse(request)])
    #expect(article.thread?.commentCount == 50_000)
  }
}

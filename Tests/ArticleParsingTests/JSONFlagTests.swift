import ArticleModel
import Testing

@testable import ArticleParsing

@Suite("What interfaces say of comments besides their words")
struct JSONFlagTests {
  private func thread(_ json: String) throws -> CommentThread {
    try #require(try ArticleParser().parse(ParseRequest(text: json)).thread)
  }

  private func reddit(_ members: String) -> String {
    """
    [{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"T","author":"a"}}]}},
    {"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"c","author":"b",\(members),"replies":""}}]}}]
    """
  }

  private func remark(_ members: String) -> String {
    #"{"comments":[{"id":"1","text":"<p>w</p>","pid":"","user":{"name":"b"},"time":"2024-01-01T00:00:00Z",\#(members)}],"info":{"url":"u","count":1}}"#
  }

  private func generic(_ members: String) -> String {
    #"[{"cid":"1","nick":"b","message":"Words",\#(members)}]"#
  }

  private func topic(_ members: String) -> String {
    """
    {"title":"T","post_stream":{"posts":[{"id":1,"username":"a","post_number":1,"cooked":"<p>x</p>"},
    {"id":2,"username":"b","post_number":2,"cooked":"<p>w</p>",\(members)}]}}
    """
  }

  @Test(
    "Reddit",
    arguments: [
      (#""body":"x","is_submitter":true"#, ["op"]), (#""body":"x","stickied":true"#, ["pinned"]),
      (#""body":"x","distinguished":"moderator""#, ["moderator"]),
      (#""body":"x","edited":170000.0"#, ["edited"]),
      (#""body":"x","collapsed_reason_code":"LOW_SCORE""#, ["downvoted"]),
      (#""body":"x","collapsed_reason":"comment score below threshold""#, ["downvoted"]),
      (#""body":"[deleted]""#, ["deleted"]), (#""body":"[removed]""#, ["removed"]),
      (#""body":"It is >!the clerk!<.""#, ["spoiler"]),
      (#""body":"It is &gt;!the clerk!&lt;.""#, ["spoiler"]),
      (
        #""body":"x","body_html":"&lt;p&gt;&lt;span class=\"md-spoiler-text\"&gt;x&lt;/span&gt;&lt;/p&gt;""#,
        ["spoiler"]
      ),
      (#""body":"Wow! < no","edited":false"#, []),
    ] as [(String, [String])])
  func ofReddit(members: String, flags: [String]) throws {
    #expect(try thread(reddit(members)).comments[0].flags.names == flags)
  }

  @Test(
    "Discourse, Remark42 and interfaces of unknown shape",
    arguments: [
      ("topic", #""hidden":true"#, ["removed", "flagged"]), ("topic", #""user_deleted":true"#, ["deleted"]),
      ("topic", #""deleted_at":"2024-01-01T00:00:00Z""#, ["removed"]), ("topic", #""version":3"#, ["edited"]),
      ("topic", #""accepted_answer":true"#, ["highlighted"]), ("topic", #""staff":true"#, []),
      ("remark", #""pin":true"#, ["pinned"]), ("remark", #""delete":true"#, ["deleted"]),
      ("remark", #""edit":{"time":"x"}"#, ["edited"]),
      ("generic", #""isDeleted":true"#, ["deleted"]), ("generic", #""moderated":true"#, ["removed"]),
      ("generic", #""is_edited":true"#, ["edited"]), ("generic", #""pinned":true"#, ["pinned"]),
      ("generic", #""featured":true"#, ["highlighted"]), ("generic", #""flagged":true"#, ["flagged"]),
      ("generic", #""is_author":true"#, ["op"]), ("generic", #""isStaff":true"#, ["moderator"]),
      ("generic", #""approved":false"#, ["pending"]), ("generic", #""approved":true"#, []),
      ("generic", #""truncated":true"#, ["truncated"]), ("generic", #""spoiler":true"#, ["spoiler"]),
      ("generic", #""isDeleted":false,"pinned":false"#, []),
    ] as [(String, String, [String])])
  func ofOthers(system: String, members: String, flags: [String]) throws {
    let json = system == "topic" ? topic(members) : system == "remark" ? remark(members) : generic(members)
    #expect(try thread(json).comments[0].flags.names == flags)
  }

  @Test(
    "Hacker News says in brackets that words are gone",
    arguments: [("[flagged]", ["flagged"]), ("[deleted]", ["deleted"]), ("[1] a note", []), ("[sic]", [])])
  func ofHackerNews(text: String, flags: [String]) throws {
    let json =
      #"{"id":1,"author":"a","title":"T","children":[{"id":2,"author":"b","text":"\#(text)","children":[]}]}"#
    #expect(try thread(json).comments[0].flags.names == flags)
  }

  @Test("A count of replies is a stub where none of them is there, and nothing where one is")
  func counts() throws {
    let json = """
      [{"cid":"1","nick":"a","message":"One","reply_count":3},{"cid":"2","nick":"b","message":"Two","reply_count":1},
      {"cid":"3","nick":"c","message":"Three","parent_id":"2","reply_count":0}]
      """
    let found = try thread(json)
    #expect((0..<found.count).map { found.heading(of: $0) } == ["a", "3 more replies", "b", "c"])
    #expect(found.commentCount == 3 && found.note?.missing == 3)
  }
}

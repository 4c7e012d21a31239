import ArticleModel
import ArticleParsing
import Foundation
import Testing

/// The folder with shared development data, or `nil` where a checkout has none.
let sharedFolder: URL? = {
  let variable = ProcessInfo.processInfo.environment["PULLQUOTE_SHARED"] ?? ""
  let environment = variable.isEmpty ? nil : URL(fileURLWithPath: variable)
  var beside = URL(fileURLWithPath: #filePath)
  for _ in 0..<4 { beside.deleteLastPathComponent() }
  beside.appendPathComponent("shared")
  let folder = environment ?? beside
  return FileManager.default.fileExists(atPath: folder.appendingPathComponent("data/seed").path)
    ? folder : nil
}()

/// Reads plain text as the program would.
func parsedText(_ text: String) throws -> Article {
  try ArticleParser().parse(ParseRequest(text: text, format: .text))
}

/// A dump of an article in a form that is easy to compare: one line a block, furniture, comment.
func outline(_ article: Article) -> String {
  var lines: [String] = []
  if let title = article.title { lines.append("title | \(title)") }
  for block in article.body.blocks {
    let kind =
      switch block.kind {
      case .paragraph: "paragraph"
      case .heading(let level): "heading \(level)"
      case .listItem(let level, let ordinal): "item \(level)" + (ordinal.map { " #\($0)" } ?? "")
      case .blockquote(let level): "quotation \(level)"
      case .code: "code"
      case .table: "table"
      case .picture: "picture"
      case .divider: "divider"
      }
    let text = article.body.string(block.range).replacingOccurrences(of: "\n", with: "⏎")
    lines.append(text.isEmpty ? kind : "\(kind) | \(text)")
  }
  for item in article.boilerplate {
    lines.append("aside \(item.afterBlock.map(String.init) ?? "-") | \(item.evidence.rule) | \(item.text)")
  }
  if let thread = article.thread {
    for index in 0..<thread.count {
      let body = thread.body(of: index)
      let words = body.blocks.map { body.string($0.range) }.joined(separator: " ¶ ")
      let comment = thread.comments[index]
      var line = String(repeating: "  ", count: Int(thread.shape.depths[index]))
      line += "comment | \(thread.author(of: index) ?? "-") | \(comment.postedText ?? "-")"
      if let score = comment.score { line += " | \(score) points" }
      if let name = comment.replyTo { line += " | to \(name)?" }
      lines.append(line + " | " + words)
    }
  }
  return lines.joined(separator: "\n")
}

/// The sample page that started the project, and a page of ours with the same shape.
@Suite struct SeedTests {
  private struct Gold: Decodable {
    struct Line: Decodable {
      var kind: String?
      var text: String
    }
    struct Reply: Decodable {
      var author: String?
      var posted: String?
      var text: String
      var replies: [Reply]
    }
    var file: String
    var blocks: [Line]
    var boilerplate: [Line]
    var comments: [Reply]
  }

  // Skipped in a checkout without the shared data beside it.
  @Test("The seed sample is read exactly as its gold file says", .enabled(if: sharedFolder != nil))
  func seed() throws {
    let folder = try #require(sharedFolder).appendingPathComponent("data/seed")
    let gold = try JSONDecoder().decode(
      Gold.self, from: Data(contentsOf: folder.appendingPathComponent("gold.json")))
    let bytes = try Data(contentsOf: folder.appendingPathComponent(gold.file))
    let article = try ArticleParser().parse(
      ParseRequest(bytes: SourceBytes(Array(bytes)), location: .path(gold.file)))

    #expect(article.title == nil)
    #expect(article.body.blocks.map { article.body.string($0.range) } == gold.blocks.map(\.text))
    let kinds = article.body.blocks.map { block -> String in
      if case .heading = block.kind { return "heading" }
      return block.kind == .paragraph ? "paragraph" : "other"
    }
    #expect(kinds == gold.blocks.map { $0.kind ?? "" })
    #expect(article.boilerplate.map(\.text) == gold.boilerplate.map(\.text))
    #expect(article.boilerplate.allSatisfy { $0.afterBlock == gold.blocks.count - 1 })

    let thread = try #require(article.thread)
    var index = 0
    func compare(_ replies: [Gold.Reply], parent: Int?) {
      for reply in replies {
        let here = index
        index += 1
        #expect(here < thread.count)
        guard here < thread.count else { return }
        #expect(thread.parent(of: here) == parent)
        #expect(thread.author(of: here) == reply.author)
        #expect(thread.comments[here].postedText == reply.posted)
        let body = thread.body(of: here)
        #expect(body.blocks.map { body.string($0.range) }.joined(separator: "\n\n") == reply.text)
        compare(reply.replies, parent: here)
      }
    }
    compare(gold.comments, parent: nil)
    #expect(index == thread.count)
  }

  @Test("A page with a sign-up form, a comment form and three comments comes apart into its pieces")
  func lookalike() throws {
    let article = try parsedText(
      """
      The harbour council will spend 4.2 million crowns on a new breakwater, its chairwoman Ida Malmberg said on \
      Tuesday.

      “Every winter we lose between 30 and 40 metres of quay,” Malmberg told reporters. “We cannot wait.”

      Older plans set aside

      The council had weighed a floating barrier in 2019, but engineers advised against it after two storms in a \
      single month.

      Subscribe to our newsletter
      Sign up now to receive our morning letter in your inbox, free of charge.
      Notify of
      Oldest Most Voted
      View all comments
      2 weeks ago

      Nobody asked the fishermen. As usual.

      Reply
      Torvald Ekblom
      Torvald Ekblom
      12 days ago

      Forty metres?

      Where does she get that from?

      Reply to  Torvald Ekblom
      11 days ago

      From the survey of last spring. It is on the council's page.

      Would love your thoughts, please comment.x
      """)
    #expect(
      outline(article) == """
        paragraph | The harbour council will spend 4.2 million crowns on a new breakwater, its chairwoman Ida Malmberg said on Tuesday.
        paragraph | “Every winter we lose between 30 and 40 metres of quay,” Malmberg told reporters. “We cannot wait.”
        heading 2 | Older plans set aside
        paragraph | The council had weighed a floating barrier in 2019, but engineers advised against it after two storms in a single month.
        aside 3 | boilerplate.newsletter | Subscribe to our newsletter
        aside 3 | boilerplate.newsletter | Sign up now to receive our morning letter in your inbox, free of charge.
        aside 3 | boilerplate.comment-menu | Notify of
        aside 3 | boilerplate.comment-menu | Oldest Most Voted
        aside 3 | boilerplate.comment-menu | View all comments
        aside 3 | boilerplate.comment-action | Reply
        aside 3 | boilerplate.comment-form | Would love your thoughts, please comment.x
        comment | - | 2 weeks ago | Nobody asked the fishermen. As usual.
        comment | Torvald Ekblom | 12 days ago | Forty metres? ¶ Where does she get that from?
          comment | - | 11 days ago | From the survey of last spring. It is on the council's page.
        """)
    #expect(article.source.commentSystem == "text-dump")
  }
}

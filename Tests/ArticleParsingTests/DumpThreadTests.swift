import ArticleModel
import ArticleParsing
import Foundation
import Testing

/// Comment threads in text dumps: invented pages in the shapes that dumps have.
@Suite struct DumpThreadTests {
  static let article =
    "The council voted on Monday to close the old ferry landing for good, after long talks.\n\n"

  static let cases: [(String, String, String)] = [
    (
      "Names that say something, a date below, a menu word after each",
      """
      2 Comments

      Ann Lee says:
      May 9, 2021 at 11:47 am

      High time.

      Reply
      Bo says:
      May 10, 2021 at 9:05 pm

      I will miss it.

      Reply

      Leave a Reply

      Your email address will not be published.
      """,
      """
      comment | Ann Lee | May 9, 2021 at 11:47 am | High time.
      comment | Bo | May 10, 2021 at 9:05 pm | I will miss it.
      """
    ),
    (
      "Name and date on one line with the links of a link site; the printed neighbours give the tree",
      """
      ann 3 hours ago | next [–]
      First things first.

      bo 2 hours ago | parent | next [–]
      Second things second.

      cy 1 hour ago | root | parent | next [–]
      Third.

      dee 2 hours ago | parent | prev | next [–]
      Another answer to the first.

      eve 1 hour ago | prev [–]
      Something else.
      """,
      """
      comment | ann | 3 hours ago | First things first.
        comment | bo | 2 hours ago | Second things second.
          comment | cy | 1 hour ago | Third.
        comment | dee | 2 hours ago | Another answer to the first.
      comment | eve | 1 hour ago | Something else.
      """
    ),
    (
      "Indented lists of a text browser give the tree",
      """
      3 Kommentare

        • Ann Lee sagt:
          22. Dezember 2019 um 11:16 Uhr

          Endlich.

          Antworten
            □ Bo sagt:
              22. Dezember 2019 um 11:24 Uhr

              Leider.

              Antworten
        • Cy sagt:
          23. Dezember 2019 um 8:00 Uhr

          Mir egal.

          Antworten
      """,
      """
      comment | Ann Lee | 22. Dezember 2019 um 11:16 Uhr | Endlich.
        comment | Bo | 22. Dezember 2019 um 11:24 Uhr | Leider.
      comment | Cy | 23. Dezember 2019 um 8:00 Uhr | Mir egal.
      """
    ),
    (
      "An answer to somebody who is not there stays at top level, marked",
      """
      3 Comments
      Ann
      2 days ago

      A word.

      Reply
      Reply to Zoe Quill
      1 day ago

      Are you sure?

      Reply
      Bo replied to Ann | 1 day ago | Reply

      I am.
      """,
      """
      comment | Ann | 2 days ago | A word.
      comment | - | 1 day ago | to Zoe Quill? | Are you sure?
      """
    ),
    (
      "Points before the name are a score",
      """
      12 points by ann 3 hours ago

      A word.

      -3 points by bo 2 hours ago

      Another word.

      1 point by cy 1 hour ago

      A third word.
      """,
      """
      comment | ann | 3 hours ago | 12 points | A word.
      comment | bo | 2 hours ago | -3 points | Another word.
      comment | cy | 1 hour ago | 1 points | A third word.
      """
    ),
    (
      "Where no dates are printed, names with points head the comments",
      """
      3 Comments
      Newest | Oldest

      ann_lee 5pts

      A word.

      bo 4pts 1 Like

      Another word.

      cy 3pts

      A third word.
      """,
      """
      comment | ann_lee | - | 5 points | A word.
      comment | bo | - | 4 points | Another word.
      comment | cy | - | 3 points | A third word.
      """
    ),
    (
      "A name that stands twice and a header announced in a sentence are one name",
      """
      Activity
      ann commented on May 26, 2025
      ann
      on May 26, 2025

      A word to begin with.

      bobo commented on Jun 2, 2025
      bobo
      on Jun 2, 2025

      And another one.
      """,
      """
      comment | ann | on May 26, 2025 | A word to begin with.
      comment | bobo | on Jun 2, 2025 | And another one.
      """
    ),
    (
      "A date below the words closes a comment",
      """
      Vos réactions

      Très bien tout cela, merci.

      Anne Le Roy Le 11 septembre 2018 à 12:57

      Répondre

      Pas d'accord du tout.

      Un lecteur Le 7 décembre 2019 à 13:45

      Répondre
      """,
      """
      comment | Anne Le Roy | 11 septembre 2018 à 12:57 | Très bien tout cela, merci.
      comment | Un lecteur | 7 décembre 2019 à 13:45 | Pas d'accord du tout.
      """
    ),
  ]

  @Test("A thread is found in a dump", arguments: cases)
  func threads(name: String, text: String, expected: String) throws {
    let lines = outline(try parsedText(Self.article + text)).split(separator: "\n")
    let comments = lines.filter { $0.drop { $0 == " " }.hasPrefix("comment |") }.joined(separator: "\n")
    #expect(comments == expected, "\(name)")
  }

  @Test("An absolute date becomes a day, a relative one stays as printed")
  func days() throws {
    let article = try parsedText(
      Self.article + "2 Comments\nAnn\nMay 9, 2021 11:47\n\nOne.\n\nReply\nBo\n9 June 2021\n\nTwo.\n\nReply\n"
    )
    let thread = try #require(article.thread)
    #expect(thread.comments.map { $0.posted?.iso8601 } == ["2021-05-09", "2021-06-09"])
    #expect(thread.comments.map(\.postedText) == ["May 9, 2021 11:47", "9 June 2021"])
  }

  static let dumps: [URL] = {
    guard let folder = sharedFolder?.appendingPathComponent("data/comments"),
      let items = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return items.flatMap { item in
      ["blocks", "w3m", "lynx"].map { item.appendingPathComponent("dump.\($0).txt") }
    }.filter { FileManager.default.fileExists(atPath: $0.path) }.sorted { $0.path < $1.path }
  }()

  private struct Gold: Decodable {
    var text: String?
    var replies: [Gold]?
  }

  // Skipped in a checkout without the shared data beside it.
  @Test(
    "No word of a recorded comment that is in the dump is lost", .enabled(if: !dumps.isEmpty),
    arguments: dumps)
  func noWordIsLost(dump: URL) throws {
    let bytes = try Data(contentsOf: dump)
    let article = try ArticleParser().parse(
      ParseRequest(bytes: SourceBytes(Array(bytes)), location: .path(dump.path)))
    let gold = try JSONDecoder().decode(
      [Gold].self,
      from: Data(contentsOf: dump.deletingLastPathComponent().appendingPathComponent("gold.json")))
    var kept = words(of: article)
    let printed = Self.words(String(decoding: bytes, as: UTF8.self))
    for (word, count) in Self.words(text(of: gold)) {
      let expected = min(count, printed[word] ?? 0)
      #expect(kept[word, default: 0] >= expected, "\(word) in \(dump.lastPathComponent)")
      kept[word] = nil
    }
  }

  private func text(of comments: [Gold]) -> String {
    var result = ""
    var stack = comments
    while let comment = stack.popLast() {
      result += " " + (comment.text ?? "")
      stack += comment.replies ?? []
    }
    return result
  }

  private func words(of article: Article) -> [Substring: Int] {
    var all = article.body.string + " " + (article.title ?? "")
    for item in article.boilerplate { all += " " + item.text }
    if let thread = article.thread {
      for index in 0..<thread.count {
        all += " " + thread.body(of: index).string + " " + (thread.comments[index].postedText ?? "")
        all += " " + (thread.author(of: index) ?? "")
      }
    }
    return Self.words(all)
  }

  private static func words(_ text: String) -> [Substring: Int] {
    var counts: [Substring: Int] = [:]
    for word in text.split(whereSeparator: { !$0.isLetter }) where word.count > 3 {
      counts[word, default: 0] += 1
    }
    return counts
  }
}

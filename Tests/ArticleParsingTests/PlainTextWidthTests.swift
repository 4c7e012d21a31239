import ArticleModel
import TestSupport
import Testing

@testable import ArticleParsing

@Suite("Texts that were broken to a width")
struct PlainTextWidthTests {
  private static let words = [
    "the", "harbour", "a", "rope", "of", "tins", "and", "green", "boats", "was", "painted", "by", "people",
    "who", "knew",
    "that", "every", "morning", "it", "would", "rain", "upon", "quays", "where", "nobody", "ever", "walked",
    "before",
    "noon", "because", "market", "traders", "kept", "carts", "although", "council", "forbidden",
  ]
  private static let verse = ["The tin is round,", "the boat is out,", "and nobody sang", "except the gull."]
  private static let table = [
    "Name        Tins   Ropes", "Ann            4      12", "Bo            11       3",
    "Cy             7       9",
  ]
  private static let code = ["    for (i = 0; i < n; i++) {", "        paint(&tin[i], GREEN);", "    }"]

  private static func paragraph(_ random: inout SeededGenerator) -> String {
    var sentences: [String] = []
    for _ in 0..<Int.random(in: 3...8, using: &random) {
      let words = (0..<Int.random(in: 6...20, using: &random)).map { _ in
        Self.words.randomElement(using: &random) ?? ""
      }
      let sentence = words.joined(separator: " ")
      sentences.append(sentence.prefix(1).uppercased() + sentence.dropFirst() + ".")
    }
    return sentences.joined(separator: " ")
  }

  /// The lines of a paragraph, broken where the next word has no room.
  private static func wrapped(_ text: String, _ width: Int, indent: String = "", justifies: Bool = false)
    -> [String]
  {
    var lines: [[Substring]] = [[]]
    var length = indent.count
    for word in text.split(separator: " ") {
      if length + word.count + (lines[lines.count - 1].isEmpty ? 0 : 1) > width,
        !lines[lines.count - 1].isEmpty
      {
        lines.append([])
        length = 0
      }
      length += word.count + (lines[lines.count - 1].isEmpty ? 0 : 1)
      lines[lines.count - 1].append(word)
    }
    return lines.enumerated().map { index, line in
      let start = index == 0 ? indent : ""
      guard justifies, index + 1 < lines.count, line.count > 1 else {
        return start + line.joined(separator: " ")
      }
      var gaps = [Int](repeating: 1, count: line.count - 1)
      var missing = width - line.reduce(line.count - 1) { $0 + $1.count }
      var gap = 0
      while missing > 0 {
        gaps[gap % gaps.count] += 1
        gap += 1
        missing -= 1
      }
      return zip(line, gaps + [0]).map { $0 + String(repeating: " ", count: $1) }.joined()
    }
  }

  @Test(
    "Paragraphs are whole, and verse, tables and code keep their lines, at any width",
    arguments: Array(40...132))
  func widths(width: Int) throws {
    for style in ["blank lines", "indents", "justified"] {
      var random = SeededGenerator(seed: UInt64(width))
      var lines: [String] = []
      var paragraphs: [String] = []
      for index in 0..<8 {
        let paragraph = Self.paragraph(&random)
        paragraphs.append(paragraph)
        if style == "indents" {
          lines += Self.wrapped(paragraph, width, indent: "   ")
          continue
        }
        lines += Self.wrapped(paragraph, width, justifies: style == "justified") + [""]
        if index == 2 { lines += Self.verse + [""] }
        if index == 4 { lines += Self.table + [""] }
        if index == 6 { lines += Self.code + [""] }
      }
      let article = try ArticleParser().parse(ParseRequest(text: lines.joined(separator: "\n")))
      let blocks = dump(article.body)
      for paragraph in paragraphs { #expect(blocks.contains("p " + paragraph), "\(style)") }
      guard style != "indents" else { continue }
      for line in Self.verse { #expect(blocks.contains("p " + line), "\(style)") }
      #expect(blocks.contains("table(0) Name|Tins|Ropes / Ann|4|12 / Bo|11|3 / Cy|7|9"), "\(style)")
      #expect(blocks.contains { $0.hasPrefix("code for (i = 0;") }, "\(style)")
    }
  }

  private static func table(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      let lines = LineTable(bytes)
      return ColumnTable(lines, 0..<lines.count).map { table in
        "\(table.headerRows) " + table.rows.map { $0.joined(separator: "|") }.joined(separator: " / ")
      }
    }
  }

  @Test(
    "Tables in columns are read",
    arguments: [
      ("a  b\nc  d\ne  f", "0 a|b / c|d / e|f"), ("a\tb\nc\td", "0 a|b / c|d"),
      ("x  y  z\n1  2  3", "0 x|y|z / 1|2|3"),
      ("Tin   Rope\n----  ----\nred   12\nblue   3", "1 Tin|Rope / red|12 / blue|3"),
      ("été   un\naoût  deux\nmai   trois", "0 été|un / août|deux / mai|trois"),
      ("a  b\n   c\nd  e\nf  g", "0 a|b / |c / d|e / f|g"),
    ])
  func tables(text: String, expected: String) {
    #expect(Self.table(text) == expected)
  }

  @Test(
    "Prose is no table",
    arguments: [
      "One line.  Two words.\nAnother line. And more.\nA third  one.", "a  b\nc  d", "a  b", "a b\nc d\ne f",
      "word  gap here\nno gap here\nword  gap here",
    ])
  func prose(text: String) {
    #expect(Self.table(text) == nil)
  }
}

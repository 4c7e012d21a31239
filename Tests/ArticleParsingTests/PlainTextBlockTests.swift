import ArticleModel
import ArticleParsing
import Testing

@Suite struct PlainTextBlockTests {
  static let cases: [(String, String, String)] = [
    (
      "Lines broken to a width are joined",
      """
      The ferry left the island at noon with more people on board than it had
      seats for, and nobody on the quay thought that this was worth a remark to
      anyone.

      By the evening it had not arrived. The coast guard sent two boats and a
      helicopter, which found nothing.
      """,
      """
      paragraph | The ferry left the island at noon with more people on board than it had seats for, and nobody on the quay thought that this was worth a remark to anyone.
      paragraph | By the evening it had not arrived. The coast guard sent two boats and a helicopter, which found nothing.
      """
    ),
    (
      "In a text whose lines are not broken every line is a paragraph",
      """
      \(String(repeating: "A long line of many words that goes on and on. ", count: 8))
      A short one.
      \(String(repeating: "Another long line with just as many words in it. ", count: 8))
      """,
      """
      paragraph | \(String(repeating: "A long line of many words that goes on and on. ", count: 8).dropLast())
      paragraph | A short one.
      paragraph | \(String(repeating: "Another long line with just as many words in it. ", count: 8).dropLast())
      """
    ),
    (
      "A short first line before longer text is the title",
      "A Day at the Harbour\n\nThe ferry left the island at noon with more people than seats.\n",
      "title | A Day at the Harbour\nparagraph | The ferry left the island at noon with more people than seats."
    ),
    (
      "An underlined first line is the title, an underlined later one a heading",
      "Harbours\n========\n\nAll of them are wet.\n\nThe north\n---------\n\nIt is wetter.\n",
      "title | Harbours\nparagraph | All of them are wet.\nheading 2 | The north\nparagraph | It is wetter."
    ),
    (
      "Number signs mark headings",
      "# Harbours\n\nWet.\n\n### Tides\nTwice a day.\n",
      "title | Harbours\nparagraph | Wet.\nheading 3 | Tides\nparagraph | Twice a day."
    ),
    (
      "Bullets and numbers make list items, indented lines continue them",
      "What we need:\n\n- rope,\n  the thick kind\n* a lamp\n1. oil\n12) matches\n    • a nested thing\n",
      """
      paragraph | What we need:
      item 1 | rope, the thick kind
      item 1 | a lamp
      item 1 #1 | oil
      item 1 #12 | matches
      item 2 | a nested thing
      """
    ),
    (
      "Lines that start with an angle bracket are quotations, by level",
      "> you said\n> so yourself\n>> no\n\nI did not.\n",
      "quotation 1 | you said so yourself\nquotation 2 | no\nparagraph | I did not."
    ),
    (
      "Rows of marks are dividers",
      "Before it all began.\n\n* * *\n\nAfter it was over.\n\n-----\n",
      "paragraph | Before it all began.\ndivider\nparagraph | After it was over.\ndivider"
    ),
    (
      "Indented lines full of marks are code and keep their shape",
      "Type this and wait for the answer to come:\n\n    if (tide > 3) {\n      close(gate);\n    }\n\nThen go home.\n",
      "paragraph | Type this and wait for the answer to come:\ncode | if (tide > 3) {⏎  close(gate);⏎}\nparagraph | Then go home."
    ),
    (
      "A line that asks or ends a sentence is no heading",
      "It rained.\n\nIt rained again, all day long and all through the night that followed it.\n",
      "paragraph | It rained.\nparagraph | It rained again, all day long and all through the night that followed it."
    ),
    (
      "A speech that stands alone is no heading",
      "“Not today”\n\nThat was all he would say about it to the people who had come so far.\n",
      "paragraph | “Not today”\nparagraph | That was all he would say about it to the people who had come so far."
    ),
    (
      "A single word of a menu stands alone as a heading, beside others it is furniture",
      """
      The town opened its archive to everyone who wants to look for relatives.

      Search

      Looking for a name takes a minute, and the clerks are glad to help with it.

      Facebook
      Twitter
      WhatsApp
      """,
      """
      paragraph | The town opened its archive to everyone who wants to look for relatives.
      heading 2 | Search
      paragraph | Looking for a name takes a minute, and the clerks are glad to help with it.
      aside 2 | boilerplate.share | Facebook
      aside 2 | boilerplate.share | Twitter
      aside 2 | boilerplate.share | WhatsApp
      """
    ),
    (
      "Verse keeps its lines",
      "The tide is low\nThe wind is slow\nAnd home we go\n",
      "paragraph | The tide is low\nparagraph | The wind is slow\nparagraph | And home we go"
    ),
    (
      "Lines may end with carriage returns", "One.\r\rTwo.\r\n\r\nThree.",
      "paragraph | One.\nparagraph | Two.\nparagraph | Three."
    ),
    (
      "A diary with dates is no discussion",
      "2024-05-01\n\nIt rained.\n\n2024-05-02\n\nIt rained again.\n\n2024-05-03\n\nSun.\n",
      """
      paragraph | 2024-05-01
      paragraph | It rained.
      paragraph | 2024-05-02
      paragraph | It rained again.
      paragraph | 2024-05-03
      paragraph | Sun.
      """
    ),
  ]

  @Test("Plain text becomes blocks", arguments: cases)
  func blocks(name: String, text: String, expected: String) throws {
    #expect(outline(try parsedText(text)) == expected, "\(name)")
  }
}

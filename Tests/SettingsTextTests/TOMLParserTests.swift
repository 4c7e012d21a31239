import SettingsText
import TestSupport
import Testing

@Suite("Reading settings")
struct TOMLParserTests {
  private func value(_ text: String) throws -> TOMLValue? { try TOMLParser.parse("v = \(text)")["v"]?.value }

  @Test(
    "A value is read as what it is",
    arguments: [
      ("\"amber\"", .string("amber")), ("'C:\\path'", .string("C:\\path")), ("\"\"", .string("")),
      ("\"a\\tb\\n\\\"c\\\\\"", .string("a\tb\n\"c\\")), ("\"\\u00e9\\U0001F4DA\"", .string("é📚")),
      ("\"# no comment\" # one", .string("# no comment")), ("true", .boolean(true)),
      ("false", .boolean(false)),
      ("0", .integer(0)), ("-17", .integer(-17)), ("+9", .integer(9)), ("1_000", .integer(1000)),
      ("0xFF", .integer(255)), ("[]", .array([])), ("[1, 2,]", .array([.integer(1), .integer(2)])),
      ("[\n  'a', # first\n  'b'\n]", .array([.string("a"), .string("b")])),
      ("[[1], []]", .array([.array([.integer(1)]), .array([])])),
    ] as [(String, TOMLValue)])
  func reads(_ text: String, _ expected: TOMLValue) throws { #expect(try value(text) == expected) }

  @Test("Tables, dotted keys and inline tables end up in one tree, each key with its line")
  func tables() throws {
    let table = try TOMLParser.parse(
      """
      # A file of settings.
      name = "Moss"\r
      a.b.c = 1
      "quoted key" = true

      [palette]
      ink = '#101010'
      [styles]
      "quote.speaker" = { fg = "ink", bold = true }

      [x.y]
      z = 2
      [x]
      w = 3
      """)
    #expect(table.entries.map(\.key) == ["name", "a", "quoted key", "palette", "styles", "x"])
    #expect(table["name"]?.value == .string("Moss"))
    #expect(table["name"]?.line == 2)
    #expect(table["a"]?.value.table?["b"]?.value.table?["c"]?.value == .integer(1))
    #expect(table["quoted key"]?.value.boolean == true)
    #expect(table["palette"]?.value.table?["ink"]?.line == 7)
    let style = table["styles"]?.value.table?["quote.speaker"]
    #expect(style?.line == 9)
    #expect(style?.value.table?["fg"]?.value.string == "ink")
    #expect(style?.value.table?["bold"]?.line == 9)
    #expect(table["x"]?.value.table?["y"]?.value.table?["z"]?.value == .integer(2))
    #expect(table["x"]?.value.table?["w"]?.value == .integer(3))
  }

  @Test("What a value is not, it does not answer as")
  func accessors() {
    #expect(TOMLValue.integer(1).string == nil)
    #expect(TOMLValue.string("true").boolean == nil)
    #expect(TOMLValue.array([]).table == nil)
  }

  @Test(
    "An empty file and one of comments are empty tables",
    arguments: ["", "\n\n", "# nothing", "  \t\r\n# x\n"])
  func empty(_ text: String) throws { #expect(try TOMLParser.parse(text).entries.isEmpty) }

  @Test(
    "The first thing that is wrong is told with its line",
    arguments: [
      ("a = 1\nb = ", 2, "missing"), ("a = 1\n\nb 2", 3, "followed by ="), ("a = 1 2", 1, "after the value"),
      ("a = 1\na = 2", 2, "first in line 1"), ("a = 1\na.b = 2", 2, "a value already"),
      ("[t]\nx = 1\n[t.x]\n", 3, "first in line 2"), ("\n[t", 2, "ends with ]"),
      ("[[t]]", 1, "arrays of tables"),
      ("x = 'a\nb'", 1, "does not end"), ("x = \"a\\", 1, "does not end"), ("x = \"\\q\"", 1, "no escape"),
      ("x = \"\\u12\"", 1, "hexadecimal"), ("x = \"\\uD800\"", 1, "hexadecimal"),
      ("x = \"\"\"a\"\"\"", 1, "several"),
      ("x = 1.5", 1, "no string"), ("x = 2024-05-12", 1, "no string"), ("x = yes", 1, "no string"),
      ("x = 99999999999999999999", 1, "no string"), ("\nx = [1,\n2\n3]", 4, ", or ]"),
      ("x = [1,\n\n", 3, "missing"),
      ("x = {a = 1 b = 2}", 1, ", or }"), ("x = {a = 1", 1, ", or }"),
      ("x = {a = 1,\nb = 2}", 1, "key is missing"),
      ("= 1", 1, "key is missing"), ("a. = 1", 1, "key is missing"),
      ("a = {x = 1}\n[a]\nx = 2", 3, "set twice"),
    ])
  func errors(_ text: String, _ line: Int, _ words: String) {
    let error = #expect(throws: TOMLError.self) { try TOMLParser.parse(text) }
    #expect(error?.line == line)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test(
    "Nesting without end is refused",
    arguments: [
      "x = " + String(repeating: "[", count: 100_000), "x = " + String(repeating: "{a=", count: 100_000),
      String(repeating: "a.", count: 100_000) + "a = 1", "[" + String(repeating: "a.", count: 100_000) + "a]",
    ])
  func depth(_ text: String) {
    let error = #expect(throws: TOMLError.self) { try TOMLParser.parse(text) }
    #expect(error?.line == 1)
  }

  @Test("Random bytes and broken settings are read or refused, never more")
  func hostile() {
    var generator = SeededGenerator(seed: 1)
    let sample = Array(
      "name = \"x\"\n[a.b]\nc = [1, 'two', { d = true }]\n\"e\\u00e9\" = 0x1F # end\n".utf8)
    let signs = Array("=[]{}.,\"'#\\\n\r\t uU0x_-".utf8)
    for round in 0..<4000 {
      var bytes = round % 2 == 0 ? sample : []
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        let byte =
          Bool.random(using: &generator)
          ? signs.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
        let place = Int.random(in: 0...bytes.count, using: &generator)
        if round % 4 == 0, place < bytes.count {
          bytes.remove(at: place)
        } else {
          bytes.insert(byte, at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = text.utf8.count { $0 == 0x0A } + 1
      do {
        _ = try TOMLParser.parse(text)
      } catch {
        #expect((1...lines).contains(error.line))
      }
    }
  }
}

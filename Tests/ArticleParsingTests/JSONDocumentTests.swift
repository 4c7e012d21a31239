import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

@Suite("JSON documents")
struct JSONDocumentTests {
  private func with<R>(_ text: String, _ body: (JSONDocument) throws -> R) rethrows -> R {
    try Array(text.utf8).withUnsafeBufferPointer { try body(JSONDocument($0)) }
  }

  @Test("Members and elements are found by name and in order")
  func looking() {
    with(#"{"a": [1, {"b": "x"}, []], "c": {"d": null}, "e": true}"#) { document in
      let root = document.root
      #expect(document.problem == nil)
      #expect(root["a"].elements.map(\.kind) == [.number, .object, .array])
      #expect(Array(root["a"].elements)[1]["b"].line == "x")
      #expect(root["c"]["d"].kind == .null && !root["c"]["d"].exists)
      #expect(root["e"].isTrue && root["x"]["y"].kind == .missing)
      #expect(root.elements.map(\.key) == ["a", "c", "e"])
    }
  }

  @Test("Of members with the same name the last one counts")
  func duplicates() {
    with(#"{"a": 1, "b": 2, "a": 3}"#) { #expect($0.root["a"].integer == 3) }
  }

  @Test("Names and strings may be escaped, surrogates may be alone")
  func escapes() {
    with(#"{"\u0061\"b": "\ud83d\ude00", "c": "\ud83dx", "d": "\/\n"}"#) { document in
      #expect(document.problem == nil)
      #expect(document.root["a\"b"].text == "😀")
      #expect(document.root["c"].text == "\u{FFFD}x")
      #expect(document.root["d"].text == "/\n")
    }
  }

  @Test("Numbers too large for an integer are no integers, and identifiers keep them as written")
  func hugeNumbers() {
    with(#"[123456789012345678901234567890, 1e999, -0, 1.5e3, 12]"#) { document in
      #expect(document.problem == nil)
      #expect(document.root.elements.map(\.integer) == [nil, nil, 0, 1500, 12])
      #expect(document.root.elements.first?.identifier == "123456789012345678901234567890")
    }
  }

  @Test(
    "Times come as seconds, milliseconds and ISO 8601",
    arguments: [
      ("1700000000", 1_700_000_000), ("1700000000123", 1_700_000_000), ("1700000000.75", 1_700_000_000),
      (#""1700000000""#, 1_700_000_000), (#""2023-11-14T22:13:20Z""#, 1_700_000_000),
      (#""2023-11-14 22:13:20""#, 1_700_000_000), (#""2023-11-14T22:13:20.123456""#, 1_700_000_000),
      (#""2023-11-15T00:13:20+02:00""#, 1_700_000_000), (#""yesterday""#, nil), ("0", nil), ("-5", nil),
      (#""12""#, nil), ("99999999999999999", nil),
    ] as [(String, Int64?)])
  func times(text: String, seconds: Int64?) {
    with(text) { #expect($0.root.time?.seconds == seconds) }
  }

  @Test(
    "What is damaged is reported, and what can be read is there",
    arguments: [
      (#"{"a": 1,, "b": 2}"#, ["a", "b"]), (#"{"a": 1 "b": 2}"#, ["a", "b"]),
      (#"{"a": 1, "b": 2,}"#, ["a", "b"]),
      (#"{"a" 1, "b": nil}"#, ["a", "b"]), ("{\"a\": \"x\ty\", \"b\": 0}", ["a", "b"]),
      (#"{"a": "\q", "b": 01}"#, ["a", "b"]), (#"{"a": [1}, "b": 2}"#, ["a", "b"]),
      (#"{"a": 1, "b": "#, ["a"]), (#"{"a": 1, "b": "xy"#, ["a", "b"]), (#"{"a": 1, b: 2}"#, ["a"]),
      (#"{"a": 1} x"#, ["a"]),
    ] as [(String, [String])])
  func damage(text: String, names: [String]) {
    with(text) { document in
      #expect(document.problem != nil)
      #expect(document.root.elements.map(\.key) == names)
    }
  }

  @Test("Several texts are read when each begins a line")
  func lines() {
    with("{\"a\": 1}\n{\"a\": 2}\n[3]\n") { document in
      #expect(document.problem == nil)
      #expect(document.roots.map(\.kind) == [.object, .object, .array])
    }
    with("{\"a\": 1} {\"a\": 2}") { #expect($0.problem != nil && Array($0.roots).count == 1) }
  }

  @Test("100,000 levels are read as far as the limit")
  func deep() {
    let levels = 100_000
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let text = String(repeating: open, count: levels) + "1" + String(repeating: close, count: levels)
      with(text + "\n[]") { document in
        #expect(document.problem == .tooDeep(JSONDocument.deepest * open.utf8.count))
        #expect(Array(document.roots).count == 2)
      }
      with(String(repeating: open, count: levels)) { #expect($0.problem != nil) }
    }
  }

  @Test("A byte order mark is no part of the text")
  func mark() {
    with("\u{FEFF}[1]") { #expect($0.problem == nil && $0.root.isArray) }
    with("\u{FEFF}") { #expect($0.problem == .empty) }
  }

  @Test("All of JSONTestSuite is accepted, or reported", .enabled(if: SharedData.isPresent))
  func suite() throws {
    let lines = try SharedData.bytes("data/hostile/json/JSONTestSuite.jsonl").split(separator: 0x0A)
    var count = 0
    for line in lines {
      let entry = try JSONDecoder().decode([String: String].self, from: Data(line))
      let name = try #require(entry["id"])
      let bytes = [UInt8](try #require(Data(base64Encoded: entry["b64"] ?? "")))
      let file = name.split(separator: "/").last ?? ""
      bytes.withUnsafeBufferPointer { all in
        let document = JSONDocument(all)
        if file.hasPrefix("y_") { #expect(document.problem == nil, "\(name)") }
        if file.hasPrefix("n_") { #expect(document.problem != nil, "\(name)") }
        for value in document.roots { _ = (value.line, value.time, value.integer, value.key) }
      }
      // Whatever it is, the reader gives an article or says that there is no text.
      if let article = try? ArticleParser().parse(ParseRequest(bytes: SourceBytes(bytes), format: .json)) {
        expectSound(article.body)
        if file.hasPrefix("n_") { #expect(!article.diagnostics.isEmpty, "\(name)") }
      }
      count += 1
    }
    #expect(count > 300)
  }
}

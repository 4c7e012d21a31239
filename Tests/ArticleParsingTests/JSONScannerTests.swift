import Foundation
import Testing

@testable import ArticleParsing

@Suite("The JSON scanner")
struct JSONScannerTests {
  @Test(
    "A string ends at the first mark that no backslash escapes",
    arguments: [
      (#""abc" x"#, "abc"), (#""a\"b" x"#, #"a\"b"#), (#""a\\" x"#, #"a\\"#), (#""a\\\"" x"#, #"a\\\""#),
      (#""" x"#, ""),
      (#""long enough to leave the first word" x"#, "long enough to leave the first word"),
    ])
  func strings(json: String, expected: String) {
    withScanner(json) { scanner in
      let range = scanner.string()
      #expect(String(decoding: scanner.bytes(range), as: UTF8.self) == expected)
      #expect(scanner.current == 0x20 && !scanner.isTruncated)
    }
  }

  @Test(
    "Names compare by their bytes, whatever their length and escapes",
    arguments: [
      "id", "text", "children", "story_id", "parent_id", "created_at", "created_at_i", "sixteen_bytes_xy",
      "", "seventeen_bytes_x",
    ])
  func keys(name: String) {
    for padding in ["", String(repeating: " ", count: 40)] {
      withScanner("\"\(name)\":1\(padding)") { scanner in
        let expected = Array(name.utf8).withUnsafeBufferPointer { JSONKey($0) }
        #expect(scanner.key() == expected)
        #expect(scanner.current == UInt8(ascii: ":"))
      }
    }
  }

  @Test("An escaped name equals the plain one")
  func escapedKey() {
    withScanner(#""te\u0078t": "and room for sixteen bytes""#) { scanner in
      #expect(scanner.key() == JSONKey("text"))
    }
  }

  @Test("The constants for names are the names")
  func names() {
    typealias Name = HackerNewsMembers.Name
    let all: [(UInt64, StaticString)] = [
      (Name.id, "id"), (Name.url, "url"), (Name.text, "text"), (Name.title, "title"), (Name.author, "author"),
      (Name.points, "points"), (Name.children, "children"), (Name.postedHead, "created_at_i"),
    ]
    for (head, name) in all { #expect(JSONKey(name).head == head, "\(name)") }
    #expect(JSONKey("created_at_i").tail == Name.postedTail)
    #expect(JSONKey.null == 0x6C6C_756E)
  }

  @Test(
    "Numbers are cut to integers",
    arguments: [
      ("0", 0), ("-7", -7), ("12345678", 12_345_678), ("1773480006", 1_773_480_006), ("3.9", 3), ("-3.9", -3),
      ("1e3", nil), ("99999999999999999999", nil), ("null", nil), ("-", nil),
      ("123456789012345678", 123_456_789_012_345_678),
    ])
  func numbers(json: String, expected: Int64?) {
    for suffix in ["", ",            "] {
      withScanner(json + suffix) { scanner in #expect(scanner.integer() == expected) }
    }
  }

  @Test(
    "Escapes are undone",
    arguments: [
      (#"a\nb\t\"\\\/"#, "a\nb\t\"\\/"), (#"\u00e9\u20AC"#, "é€"), (#"\ud83d\ude00"#, "😀"),
      (#"\ud83dx"#, "\u{FFFD}x"),
      (#"\ude00"#, "\u{FFFD}"), (#"\u12"#, "\u{FFFD}12"), (#"tail\"#, "tail"),
    ])
  func escapes(json: String, expected: String) {
    var output: [UInt8] = []
    Array(json.utf8).withUnsafeBufferPointer { JSONString.append($0, to: &output) }
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }

  @Test("A value nested 100,000 deep is stepped over")
  func depth() {
    let open = String(repeating: "[{\"a\":", count: 100_000)
    let close = String(repeating: "}]", count: 100_000)
    withScanner(open + "1" + close + " ") { scanner in
      scanner.skipValue()
      #expect(!scanner.isTruncated && scanner.current == 0x20)
    }
    withScanner(open) { scanner in
      scanner.skipValue()
      #expect(scanner.isTruncated && scanner.isAtEnd)
    }
  }

  // Skipped when the development data does not stand beside the repository.
  @Test(
    "The JSON test suite: valid texts are stepped over whole, no text does harm",
    .enabled(if: SharedData.isPresent))
  func suite() throws {
    for line in try SharedData.bytes("data/hostile/json/JSONTestSuite.jsonl").split(separator: 0x0A) {
      guard let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: String],
        let id = object["id"], let data = object["b64"].flatMap({ Data(base64Encoded: $0) })
      else { continue }
      let bytes = [UInt8](data)
      bytes.withUnsafeBufferPointer { buffer in
        var scanner = JSONScanner(buffer)
        scanner.skipSpace()
        scanner.skipValue()
        scanner.skipSpace()
        if id.split(separator: "/").last?.hasPrefix("y_") == true {
          #expect(scanner.isAtEnd && !scanner.isTruncated, "\(id)")
        }
      }
      let article = HackerNewsReader().read(SourceBytes(bytes), location: .stream)
      if let thread = article.thread { expectSound(thread) }
    }
  }

  private func withScanner(_ json: String, _ body: (inout JSONScanner) -> Void) {
    Array(json.utf8).withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer)
      body(&scanner)
    }
  }
}

import Testing

@testable import ArticleParsing

@Suite struct TextDecodingTests {
  static let cases: [(String, [UInt8], String?, String)] = [
    ("ASCII", Array("plain".utf8), nil, "plain"),
    ("UTF-8", Array("é–“".utf8), nil, "é–“"),
    ("UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF, 0x61], nil, "a"),
    ("UTF-8 that is declared Latin-1", Array("é".utf8), "text/html; charset=iso-8859-1", "é"),
    ("Windows-1252 without a declaration", [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94], nil, "“café”"),
    ("Latin-1 means Windows-1252", [0x80, 0x20, 0x35], "latin1", "€ 5"),
    ("Windows-1252 with one stray capital", [0xC3, 0x20, 0xE9], nil, "Ã é"),
    ("A declaration in quotation marks", [0x85, 0x61], "text/plain; Charset = \"CP1252\"", "…a"),
    ("Broken UTF-8 that is declared UTF-8 stays UTF-8", [0x61, 0xE9, 0x62], "charset=utf-8", "a\u{FFFD}b"),
    (
      "Mostly UTF-8 is mended, not reinterpreted", Array("äöüäöü".utf8) + [0xFF], nil, "äöüäöü\u{FFFD}"
    ),
    ("UTF-16 little-endian with a mark", [0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00], nil, "aé"),
    ("UTF-16 big-endian with a mark", [0xFE, 0xFF, 0x00, 0x61, 0xD8, 0x3D, 0xDE, 0x00], nil, "a😀"),
    ("UTF-16 little-endian by its NULs", Array("a b c".utf8).flatMap { [$0, 0] }, nil, "a b c"),
    ("UTF-16 big-endian by its NULs", Array("a b c".utf8).flatMap { [0, $0] }, nil, "a b c"),
    ("A lone surrogate in UTF-16", [0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0x00], nil, "\u{FFFD}a"),
    ("A UTF-8 text cut in a sequence", Array("äöü".utf8) + [0xE2, 0x80], nil, "äöü\u{FFFD}"),
    ("Nothing", [], nil, ""),
    ("A byte order mark alone", [0xFF, 0xFE], nil, ""),
  ]

  @Test("Bytes are decoded by mark, pattern, validity, declaration and guess", arguments: cases)
  func decoding(name: String, bytes: [UInt8], declared: String?, expected: String) {
    let text = TextDecoder(declaredType: declared).withUTF8(SourceBytes(bytes)) { utf8 in
      String(decoding: utf8, as: UTF8.self)
    }
    #expect(text == expected, "\(name)")
  }

  static let declarations: [(String, TextEncoding?)] = [
    ("<meta charset=windows-1252>", .windows1252),
    ("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", .windows1252),
    ("<?xml version=\"1.0\" encoding=\"utf-8\"?>", .utf8),
    ("<meta charset=\"utf-16\">", .utf8),
    ("<p>charset</p>", nil),
    (
      "<script charset=utf-8 src=a.js></script><meta charset=gb2312>",
      TextEncoding(label: Array("gb2312".utf8))
    ),
    ("<meta charset=\"no-such\">", nil),
  ]

  @Test("A page's own declaration is found", arguments: declarations)
  func markup(page: String, expected: TextEncoding?) {
    let found = Array(page.utf8).withUnsafeBufferPointer { TextDecoder.charset(inMarkup: $0) }
    #expect(found == expected)
  }

  @Test("UTF-8 is handed over in place")
  func inPlace() {
    let bytes = SourceBytes(Array("no copy".utf8))
    let address = bytes.withBytes { $0.baseAddress }
    #expect(TextDecoder().withUTF8(bytes) { $0.baseAddress } == address)
  }

  @Test("Foreign memory is given back once, when nobody needs it any more")
  func foreignMemory() {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 3, alignment: 1)
    memory.copyBytes(from: [1, 2, 3])
    let address = UInt(bitPattern: memory.baseAddress)
    do {
      let bytes = SourceBytes(unowned: UnsafeRawBufferPointer(memory)) {
        UnsafeMutableRawPointer(bitPattern: address)?.deallocate()
      }
      #expect(bytes.count == 3)
      #expect(bytes.withBytes { Array($0) } == [1, 2, 3])
    }
  }

  @Test(
    "Older encodings are read as the page declares them",
    arguments: [
      ("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2] as [UInt8], "Привет"),
      ("gb2312", [0xC4, 0xE3, 0xBA, 0xC3], "你好"), ("Shift_JIS", [0x8A, 0x43], "海"),
      ("iso-8859-2", [0xB6, 0xE6], "ść"), ("iso-8859-7", [0xCD, 0xE1, 0xE9], "Ναι"),
      ("euc-kr", [0xB9, 0xD9], "바"), ("windows-1251", [0xCF, 0x98, 0xF0], "П\u{FFFD}р"),
    ])
  func legacy(label: String, bytes: [UInt8], text: String) {
    let page = Array("<meta charset=\"\(label)\">".utf8) + bytes
    let decoded = TextDecoder().withUTF8(SourceBytes(page), isMarkup: true) {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(decoded.hasSuffix(text))
  }
}

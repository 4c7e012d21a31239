import ArticleModel
import Testing

@testable import ArticleParsing

@Suite struct FormatDetectionTests {
  static let cases: [(String, ParseRequest, InputFormat)] = [
    ("prose", request("Words and nothing else."), .text),
    ("a document type", request("<!DOCTYPE html><title>T</title>"), .html),
    (
      "white space, a mark and comments first",
      request("\u{FEFF}\n <!-- saved -->\n<!-- twice --><HTML lang=en>"), .html
    ),
    ("an XML declaration first", request("<?xml version=\"1.0\"?>\n<html xmlns='x'>"), .html),
    ("a fragment", request("<div class=x>Words</div>"), .html),
    ("a text that begins with an angle bracket", request("<3 this page"), .text),
    ("a text that begins with a tag-like name", request("<pkg> is missing"), .text),
    ("a discussion item", request("{\"id\":1,\"author\":\"a\",\"children\":[],\"story_id\":1}"), .hackerNews),
    (
      "an item with its children first", request("{ \"children\": [], \"text\": null, \"points\": 3 }"),
      .hackerNews
    ),
    ("other JSON", request("{\"name\":\"x\",\"children\":[]}"), .json),
    ("a page by name", request("Words", .path("/tmp/a.b/Saved Page.HTM")), .html),
    ("a page by address", request("Words", .url("https://example.org/x.html?y=1.txt")), .html),
    ("a page by declared type", request("Words", .stream, type: "Text/HTML; charset=utf-8"), .html),
    ("a page with the name of a text", request("<!doctype html>", .path("x.txt")), .html),
    ("a fragment with the name of a text", request("<p>An example of markup", .path("x.txt")), .text),
    (
      "a page in UTF-16",
      ParseRequest(bytes: SourceBytes([0xFF, 0xFE] + Array("<html>".utf8).flatMap { [$0, 0] })), .html
    ),
    (
      "a text with a few stray controls",
      request("A page\u{C} and a bell\u{7}, and words enough to show it."), .text
    ),
    ("a text with colours", request("\u{1B}[1mbold\u{1B}[0m \u{1B}[31mred\u{1B}[0m"), .text),
  ]

  private static func request(
    _ text: String, _ location: ArticleSource.Location = .stream, type: String? = nil
  ) -> ParseRequest {
    ParseRequest(bytes: SourceBytes(Array(text.utf8)), location: location, declaredType: type)
  }

  @Test("The format is found", arguments: cases)
  func formats(name: String, request: ParseRequest, expected: InputFormat) throws {
    #expect(try FormatDetection.format(of: request) == expected, "\(name)")
  }

  static let failures: [(String, [UInt8], ParseError)] = [
    ("no bytes", [], .empty),
    ("white space", Array(" \n\t\r\n".utf8), .empty),
    ("a PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .binary("a PNG image")),
    ("a PDF", Array("%PDF-1.7".utf8), .binary("a PDF document")),
    ("a ZIP", [0x50, 0x4B, 0x03, 0x04, 0x14], .binary("a ZIP archive or an office document")),
    ("gzip", [0x1F, 0x8B, 0x08, 0x00], .binary("gzip-compressed data")),
    ("a program", [0x7F, 0x45, 0x4C, 0x46, 0x02], .binary("an ELF program")),
    ("a WebP image", Array("RIFF....WEBPVP8 ".utf8), .binary("a WebP image")),
    ("many controls", (0..<400).map { UInt8($0 % 32) }, .binary("binary data")),
  ]

  @Test("What is no text is refused and named", arguments: failures)
  func refusals(name: String, bytes: [UInt8], expected: ParseError) {
    #expect(throws: expected, "\(name)") {
      try FormatDetection.format(of: ParseRequest(bytes: SourceBytes(bytes)))
    }
    #expect(expected.message.contains(";"), "says what to do")
  }

  static let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x89] + Array("PNG\r\n".utf8), "a PNG image"), ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"),
    (Array("GIF87a".utf8), "a GIF image"), (Array("GIF89a".utf8), "a GIF image"),
    (Array("%PDF-1.7".utf8), "a PDF document"),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive or an office document"),
    (Array("PK\u{5}\u{6}".utf8), "an empty ZIP archive"), ([0x1F, 0x8B, 0x08], "gzip-compressed data"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd-compressed data"), ([0xFD] + Array("7zXZ\0".utf8), "xz-compressed data"),
    (Array("BZh91AY&SY".utf8), "bzip2-compressed data"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"), ([0x7F] + Array("ELF".utf8), "an ELF program"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
    ([0xCA, 0xFE, 0xBA, 0xBE], "a Java class or Mach-O program"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"),
    (Array("OggS".utf8), "an Ogg sound or video file"),
    (Array("ID3\u{3}".utf8), "an MP3 sound file"), (Array("fLaC".utf8), "a FLAC sound file"),
    (Array("\0asm".utf8), "a WebAssembly module"), ([0x1A, 0x45, 0xDF, 0xA3], "a Matroska video file"),
  ]

  @Test("Every signature is found, and a file that ends within it is not taken for it")
  func signatures() {
    #expect(Self.signatures.count == Signature.all.count)
    for (signature, name) in Self.signatures {
      let bytes = signature + Array("2024".utf8)
      #expect(throws: ParseError.binary(name), "\(name)") {
        try FormatDetection.format(of: ParseRequest(bytes: SourceBytes(bytes)))
      }
      signature.prefix(1).withUnsafeBufferPointer { bytes in
        #expect(!Signature.all.contains { $0.begins(bytes) }, "\(name)")
      }
    }
  }

  @Test("A forced format wins over everything but emptiness")
  func forced() throws {
    let page = SourceBytes(Array("<!DOCTYPE html><p>Words".utf8))
    #expect(try FormatDetection.format(of: ParseRequest(bytes: page, format: .text)) == .text)
    let image = SourceBytes([0x89, 0x50, 0x4E, 0x47])
    #expect(try FormatDetection.format(of: ParseRequest(bytes: image, format: .text)) == .text)
  }

  @Test("A source that is too large is refused before it is read")
  func tooLarge() {
    let bytes = SourceBytes(
      unowned: UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: 4096), count: 700 << 20)
    ) {}
    #expect(throws: ParseError.tooLarge(700 << 20)) {
      try ArticleParser().parse(ParseRequest(bytes: bytes))
    }
  }
}

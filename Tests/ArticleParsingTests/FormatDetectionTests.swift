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

  static let pictures = [
    "<svg xmlns='http://www.w3.org/2000/svg'><title>A gull</title><path d='M0 0'/></svg>\n",
    "<?xml version='1.0'?>\n<!-- made by hand -->\n<svg:svg xmlns:svg='x'></svg:svg>",
    "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'><svg><text>Words</text></svg>",
  ]

  @Test(
    "A picture in XML is refused as one; a page that begins with a picture is a page", arguments: pictures)
  func drawn(picture: String) throws {
    #expect(throws: ParseError.binary("an SVG image")) {
      try FormatDetection.format(of: Self.request(picture, .path("gull.svg")))
    }
    #expect(
      try FormatDetection.format(of: Self.request("<svg><path/></svg><p>Words", .path("x.html"))) == .html)
    #expect(try ArticleParser().parse(ParseRequest(text: picture, format: .html)).source.format == .html)
  }

  static let mismatches: [(String, ParseRequest, InputFormat)] = [
    ("a page as a list of feeds", forced("<!DOCTYPE html><p>Words", .opml), .opml),
    ("a page as an archive", forced("<!DOCTYPE html><p>Words", .warc), .warc),
    ("a page as an item", forced("<!DOCTYPE html><p>Words", .hackerNews), .hackerNews),
    ("other JSON as an item", forced("{\"name\":\"x\"}", .hackerNews), .hackerNews),
    ("a page as JSON", forced("<!DOCTYPE html><p>Words", .json), .json),
    ("a page as a feed", forced("<!DOCTYPE html><p>Words", .feed), .feed),
    ("a page as mail", forced("<!DOCTYPE html><p>Words", .mail), .mail),
    ("a text as MHTML", forced("Words and nothing else.", .mhtml), .mhtml),
    ("a text by the name of a list", request("x", .path("y.opml")), .opml),
    ("a text by the name of JSON", request("x", .path("y.json")), .json),
    ("a text by the name of an archive", request("x", .path("y.warc")), .warc),
    ("a text by the name of a mailbox", request("x", .path("y.mbox")), .mail),
    ("a text that a server calls a list", request("x", .stream, type: "text/x-opml"), .opml),
  ]

  @Test("What holds nothing of the format that it was said to have is refused", arguments: mismatches)
  func otherThanSaid(name: String, request: ParseRequest, format: InputFormat) {
    #expect(throws: ParseError.mismatch(format), "\(name)") { try ArticleParser().parse(request) }
    #expect(throws: ParseError.mismatch(format), "\(name)") { try ArticleParser().parseAll(request) }
    #expect(ParseError.mismatch(format).message.contains("--input-format text"))
  }

  static let damaged: [(String, ParseRequest)] = [
    ("a list without feeds", forced("<opml version='2.0'><body></body></opml>", .opml)),
    ("a list without a root", forced("<outline text='Quay' xmlUrl='https://quay.example/feed'/>", .opml)),
    ("an archive that is cut", forced("WARC/1.0\r\nWARC-Type: respo", .warc)),
    ("an item that is cut", forced("{\"title\": \"Tides", .hackerNews)),
    ("JSON that is cut", forced("[{\"a\": ", .json)),
    ("JSON with a guard", request(")]}'\n{\"title\": \"Tides\"}", .path("x.json"))),
    ("a feed that is cut", forced("<rss><channel><item><title>Tides", .feed)),
    ("a message with one field", request("Subject: Tides\n\nWords", .path("x.eml"))),
    ("a page by the name of a feed", request("Words of a server", .path("x.rss"))),
    ("anything as a text", forced("{\"a\": 1}", .text)),
    ("anything as a page", forced("{\"a\": 1}", .html)),
    ("anything as Markdown", forced("<!DOCTYPE html>", .markdown)),
  ]

  @Test("What holds something of its format is read, however damaged", arguments: damaged)
  func damagedButThere(name: String, request: ParseRequest) throws {
    #expect(throws: Never.self, "\(name)") { try ArticleParser().parse(request) }
  }

  private static func forced(_ text: String, _ format: InputFormat) -> ParseRequest {
    ParseRequest(text: text, format: format)
  }

  @Test("An article that a source does not have is refused with what there is")
  func beyond() throws {
    let items = (1...3).map {
      "<item><title>Story \($0)</title><description>Words \($0).</description></item>"
    }
    let feed = "<rss version='2.0'><channel><title>Quay</title>\(items.joined())</channel></rss>"
    var request = ParseRequest(text: feed)
    request.article = 3
    #expect(try ArticleParser().parse(request).title == "Story 3")
    #expect(try ArticleParser().parseAll(request).map(\.title) == ["Story 3"])
    request.article = 4
    #expect(throws: ParseError.noArticle(4, count: 3)) { try ArticleParser().parse(request) }
    #expect(throws: ParseError.noArticle(4, count: 3)) { try ArticleParser().parseAll(request) }
    for text in ["A text.", "<!DOCTYPE html><p>A page.", "{\"title\": \"T\", \"text\": \"x\"}", "# Markdown"]
    {
      var request = ParseRequest(text: text)
      request.article = .max
      #expect(throws: ParseError.noArticle(.max, count: 1)) { try ArticleParser().parse(request) }
      request.article = 1
      #expect(throws: Never.self) { try ArticleParser().parse(request) }
    }
    #expect(ParseError.noArticle(4, count: 3).message.contains("1 to 3"))
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

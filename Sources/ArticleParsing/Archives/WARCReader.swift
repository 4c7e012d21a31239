import ArticleModel

/// Reads web archives (WARC, ISO 28500): every page, feed or text that a server answered is read as what it is.
struct WARCReader: ArticleCollectionReader {
  static let format = InputFormat.warc

  static let stopsEarly = true

  func isPlausible(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Bool {
    bytes.withBytes { WARCRecords.begin(in: $0) }
  }

  func readAll(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest, limit: Int) -> [Article] {
    Self.articles(bytes, request: request, limit: limit)
  }

  /// A record each; one that holds several articles, such as a feed, is not cut.
  func cuts(in bytes: UnsafeBufferPointer<UInt8>, request: ParseRequest) -> [[Range<Int>]] {
    var cuts: [[Range<Int>]] = []
    var records = WARCRecords(bytes)
    while let record = records.next() {
      let count = Self.articles(of: record, in: bytes, request: request).count
      cuts += Array(repeating: count == 1 ? [record.whole] : [], count: count)
    }
    return cuts
  }

  /// The first `limit` articles of an archive.
  private static func articles(_ bytes: SourceBytes, request: ParseRequest, limit: Int) -> [Article] {
    bytes.withBytes { bytes in
      var articles: [Article] = []
      var records = WARCRecords(bytes)
      while articles.count < limit, let record = records.next() {
        articles += self.articles(of: record, in: bytes, request: request)
      }
      if articles.isEmpty {
        var empty = Article(source: ArticleSource(location: request.location, format: format))
        empty.diagnostics.append(
          Diagnostic(severity: .warning, message: "The archive holds no page that can be read."))
        articles.append(empty)
      }
      if records.isCut {
        articles[articles.count - 1].diagnostics.append(
          Diagnostic(severity: .warning, message: "The archive ends in the middle of a record."))
      }
      return articles
    }
  }

  private static func articles(
    of record: WARCRecords.Record, in bytes: UnsafeBufferPointer<UInt8>, request: ParseRequest
  ) -> [Article] {
    let block = UnsafeBufferPointer(rebasing: bytes[record.block])
    var content: SourceBytes?
    var type = record.contentType
    switch record.type {
    case "response":
      let answer = HTTPAnswer(block)
      guard answer.status == 0 || (200..<300).contains(answer.status) else { return [] }
      content = answer.body
      type = answer.type
    case "resource", "conversion": content = SourceBytes(Array(block))
    default: return []
    }
    guard let content, content.count > 0, isReadable(type) else { return [] }
    var inner = ParseRequest(
      bytes: content, location: record.address.map { .url($0) } ?? request.location, declaredType: type,
      commentSystem: request.commentSystem)
    guard let format = try? FormatDetection.format(of: inner), format != Self.format else { return [] }
    inner.format = format
    guard let read = try? ArticleParser().parseAll(inner) else { return [] }
    return read.map { article in
      var article = article
      article.source.location = request.location
      article.canonical = article.canonical ?? record.address
      return article
    }
  }

  /// Whether a content type is one of pages, feeds and texts; records without one are looked at.
  private static func isReadable(_ type: String?) -> Bool {
    guard let type else { return true }
    let name = type.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    switch name {
    case "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/rss+xml",
      "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml", "application/json",
      "multipart/related", "message/rfc822", "":
      return true
    default: return false
    }
  }
}

/// The records of an archive, one after the other.
struct WARCRecords {
  struct Record {
    /// `response`, `resource`, `conversion`, `request`, `warcinfo` and others.
    var type: String
    var address: String?
    var contentType: String?
    var block: Range<Int>
    /// The record with its header.
    var whole: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Whether the archive ended in the middle of a record.
  private(set) var isCut = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether a record begins where the words of the bytes begin.
  static func begin(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    return bytes[start...].starts(with: "WARC/".utf8)
  }

  /// The next record, or `nil` after the last.
  mutating func next() -> Record? {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    guard position < bytes.count, bytes[position...].starts(with: "WARC/".utf8) else { return nil }
    let begin = position
    let line = MailLines.end(in: bytes, from: position, limit: bytes.count)
    let header = MailHeader(
      bytes, in: MailLines.next(after: line, in: bytes, limit: bytes.count)..<bytes.count)
    guard let length = header.text("content-length").flatMap({ Int($0) }), length >= 0 else {
      isCut = true
      position = bytes.count
      return nil
    }
    let start = header.bodyStart
    let end = length <= bytes.count - start ? start + length : bytes.count
    if end - start < length { isCut = true }
    position = end
    let address = header.text("warc-target-uri").map { String($0.filter { $0 != "<" && $0 != ">" }) }
    return Record(
      type: header.text("warc-type")?.lowercased() ?? "", address: address,
      contentType: header.text("content-type"),
      block: start..<end, whole: begin..<end)
  }
}

import ArgumentParser
import ArticleAnalysis
import ArticleExport
import ArticleModel
import ArticleParsing
import ArticleSources
import Dispatch
import Glibc

/// Reads JSON lines from standard input and writes one JSON object a line, in input order.
///
/// A source with several articles gives a line for each, all with its identifier.
///
/// Lines are taken in groups, each line of a group on whichever core is free; memory holds one group at a time.
struct Batch {
  let format: String
  let commentSystem: String?
  let hasReferences: Bool
  let article: Int?
  let render: @Sendable (Article, [UInt8]) -> [UInt8]
  let log: SessionLog?

  private static let groupLines = 64
  private static let groupBytes = 8 << 20

  /// Makes a batch.
  ///
  /// - Parameters:
  ///   - options: How lines are read that do not say it themselves.
  ///   - hasReferences: Whether to find what the comments refer to.
  ///   - render: What is written of an article with the identifier of its line.
  /// - Throws: Exit status 2 when an option cannot be followed.
  init(
    _ options: ArticleOptions, hasReferences: Bool = false,
    render: @escaping @Sendable (Article, [UInt8]) -> [UInt8]
  ) throws {
    // No line of a batch is fetched; what is named must be right all the same.
    _ = try options.fetching.configuration(isWebAsked: false)
    log = try options.fetching.openLog()
    format = options.inputFormat
    commentSystem = ArticleOptions.commentSystem(named: options.commentSystem)
    self.hasReferences = hasReferences
    article = options.article
    self.render = render
  }

  /// Works until standard input ends.
  ///
  /// - Throws: Exit status 1 when standard input could not be read.
  func run() throws {
    var reader = LineReader(descriptor: 0)
    var count = 0
    log?.note("pullquote \(PullquoteCommand.version) reads a batch")
    while true {
      var group: [[UInt8]] = []
      var size = 0
      // A program that waits for each answer gets it: only what is there already is waited for together.
      while group.count < Self.groupLines, size < Self.groupBytes, group.isEmpty || reader.hasMore,
        let line = reader.next()
      {
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        group.append(line)
        size += line.count
      }
      guard !group.isEmpty else { break }
      let results = ResultSlots(count: group.count)
      let lines = group
      DispatchQueue.concurrentPerform(iterations: lines.count) { index in
        results.set(index, result(of: lines[index]))
      }
      StandardOutput.write(Array(results.all.joined(separator: [0x0A])) + [0x0A])
      count += group.count
    }
    log?.note("has read \(count) lines")
    if let failure = reader.failure {
      StandardError.write("pullquote: standard input: \(failure)")
      throw ExitCode(1)
    }
  }

  private func result(of bytes: [UInt8]) -> [UInt8] {
    let export = JSONExport(isPretty: false)
    do throws(BatchLine.Malformed) {
      return result(
        of: try bytes.withUnsafeBufferPointer { bytes throws(BatchLine.Malformed) in try BatchLine(bytes) },
        article: article)
    } catch {
      return export.batchFailure(id: error.id ?? Array("null".utf8), kind: "line", message: error.message)
    }
  }

  private func result(of line: BatchLine, article: Int?) -> [UInt8] {
    let export = JSONExport(isPretty: false)
    let id = line.id
    do {
      if case .path(let path) = line.content, SourceFolder.isFolder(path) {
        return try results(ofFolder: path, line, article: article)
      }
      var articles = try ArticleParser().parseAll(try request(for: line, article: article))
      for index in articles.indices {
        AnalysisPipeline().analyze(&articles[index])
        if hasReferences { AnalysisPipeline().addReferences(to: &articles[index]) }
      }
      return Array(articles.map { render($0, id) }.joined(separator: [0x0A]))
    } catch let malformed as BatchLine.Malformed {
      return export.batchFailure(id: malformed.id ?? id, kind: "line", message: malformed.message)
    } catch let failure as SourceFailure {
      return export.batchFailure(id: id, kind: "source", message: failure.message)
    } catch let error as ParseError {
      return export.batchFailure(id: id, kind: "content", message: error.message)
    } catch {
      return export.batchFailure(id: id, kind: "other", message: "\(error)")
    }
  }

  /// A line for each article in a folder, or in one file of it, and for each file that cannot be read.
  private func results(ofFolder path: String, _ line: BatchLine, article: Int?) throws -> [UInt8] {
    let files = try SourceFolder.files(of: path, article: article)
    let lines = files.map { file in
      var single = line
      single.content = .path(file)
      return result(of: single, article: nil)
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  private func request(for line: BatchLine, article: Int?) throws -> ParseRequest {
    if let name = line.format { try checkFormat(name) }
    let chosen = ArticleOptions.format(named: line.format ?? format)
    let location = line.url.map { ArticleSource.Location.url($0) }
    switch line.content {
    case .text(let bytes):
      return ParseRequest(
        bytes: SourceBytes(bytes), location: location ?? .stream, format: chosen ?? .text,
        declaredType: "charset=utf-8", commentSystem: commentSystem, article: article)
    case .html(let bytes):
      return ParseRequest(
        bytes: SourceBytes(bytes), location: location ?? .stream, format: chosen ?? .html,
        declaredType: "charset=utf-8", commentSystem: commentSystem, article: article)
    case .path(let path):
      return ParseRequest(
        bytes: try SourceReader().read(.path(path)), location: location ?? .path(path), format: chosen,
        commentSystem: commentSystem, article: article)
    }
  }

  private func checkFormat(_ name: String) throws {
    guard name == "auto" || InputFormat(rawValue: name) != nil else {
      throw BatchLine.Malformed(message: "there is no format \"\(name)\"", id: nil)
    }
  }

  /// The result of a line as an object with the line's identifier.
  static func object(id: [UInt8], _ key: StaticString, _ value: [UInt8]) -> [UInt8] {
    JSONExport(isPretty: false).batchResult(id: id, key, value)
  }
}

/// The lines of a descriptor, without their newlines.
private struct LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private(set) var failure: String?

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Whether a line, or more input, can be had without waiting.
  var hasMore: Bool {
    if buffer[position...].contains(0x0A) { return true }
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0
  }

  mutating func next() -> [UInt8]? {
    var scanned = position
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        return Array(buffer[position..<end])
      }
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return Array(buffer[position...])
      }
      buffer.removeFirst(position)
      position = 0
      scanned = buffer.count
      fill()
    }
  }

  private mutating func fill() {
    let size = 1 << 16
    let start = buffer.count
    var count = 0
    buffer.append(contentsOf: repeatElement(0, count: size))
    buffer.withUnsafeMutableBytes { bytes in
      repeat {
        count = read(descriptor, bytes.baseAddress.map { $0 + start }, size)
      } while count < 0 && errno == EINTR
    }
    if count < 0 { failure = String(cString: strerror(errno)) }
    buffer.removeLast(size - max(0, count))
    if count <= 0 { isAtEnd = true }
  }
}

/// Results that several threads fill in, each its own slot.
private final class ResultSlots: @unchecked Sendable {
  private let lock = DispatchQueue(label: "batch results")
  private var slots: [[UInt8]]

  init(count: Int) { slots = Array(repeating: [], count: count) }

  var all: [[UInt8]] { lock.sync { slots } }

  func set(_ index: Int, _ value: [UInt8]) { lock.sync { slots[index] = value } }
}

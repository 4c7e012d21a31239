import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

/// The development data beside the repository, when it is there.
enum SharedData {
  static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["PULLQUOTE_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
  }()
  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent("data").path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  static func files(_ path: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: root.appendingPathComponent(path), includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }
}

func readPage(_ html: String, location: ArticleSource.Location = .stream) -> Article {
  readPage(Array(html.utf8), location: location)
}

func readPage(_ html: [UInt8], location: ArticleSource.Location = .stream) -> Article {
  html.withUnsafeBufferPointer { PageReader().read(utf8: $0, location: location) }
}

func fragment(_ html: [UInt8]) -> RichText {
  html.withUnsafeBufferPointer { HTMLFragmentReader.read($0) }
}

/// A block a line, with its kind in front and inlines in brackets.
func dump(_ text: RichText) -> [String] {
  text.blocks.map { block in
    var words = ""
    var closings: [Int: String] = [:]
    for offset in block.range.indices.lowerBound...block.range.indices.upperBound {
      words += closings[offset] ?? ""
      for inline in text.inlines where Int(inline.range.lower) == offset && block.range.contains(inline.range)
      {
        let mark =
          switch inline.kind {
          case .emphasis: "em"
          case .strong: "strong"
          case .code: "code"
          case .strike: "strike"
          case .link(let index): "link " + text.linkTargets[index]
          }
        words += "[\(mark): "
        closings[Int(inline.range.upper), default: ""] += "]"
      }
      if offset < block.range.indices.upperBound, text.utf8[offset] < 0x80 {
        words += String(UnicodeScalar(text.utf8[offset]))
      }
    }
    switch block.kind {
    case .paragraph: return "p " + words
    case .heading(let level): return "h\(level) " + words
    case .listItem(let level, let ordinal): return "li\(level)\(ordinal.map { " #\($0)" } ?? "") " + words
    case .blockquote(let level): return "q\(level) " + words
    case .code: return "code " + words
    case .table(let index):
      let table = text.tables[index]
      let rows = table.rows.map { $0.map { text.string($0) }.joined(separator: "|") }
      return "table(\(table.headerRows)) " + rows.joined(separator: " / ")
    case .picture(let index):
      return "picture \(text.pictures[index].source) {\(text.pictures[index].alternativeText)} " + words
    case .divider: return "divider"
    }
  }
}

/// What every `RichText` promises.
func expectSound(_ text: RichText, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(String(validating: text.utf8, as: UTF8.self) != nil, sourceLocation: sourceLocation)
  for scalar in text.string.unicodeScalars {
    let value = scalar.value
    let isBad =
      value < 0x20 && value != 0x0A && value != 0x09 || (0x7F...0x9F).contains(value)
      || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    if isBad { Issue.record("U+\(String(value, radix: 16)) came through", sourceLocation: sourceLocation) }
  }
  var end = 0
  for block in text.blocks {
    #expect(
      Int(block.range.lower) >= end && Int(block.range.upper) <= text.utf8.count,
      sourceLocation: sourceLocation)
    end = Int(block.range.upper)
  }
  for (left, right) in zip(text.inlines, text.inlines.dropFirst()) {
    #expect(left.range.lower <= right.range.lower, sourceLocation: sourceLocation)
  }
  for inline in text.inlines {
    #expect(!inline.range.isEmpty, sourceLocation: sourceLocation)
    #expect(text.blocks.contains { $0.range.contains(inline.range) }, sourceLocation: sourceLocation)
  }
}

/// What every thread promises.
func expectSound(_ thread: CommentThread, sourceLocation: SourceLocation = #_sourceLocation) {
  for index in 0..<thread.count {
    let parent = Int(thread.shape.parents[index])
    #expect(parent < index, sourceLocation: sourceLocation)
    #expect(
      thread.shape.depths[index] == (parent < 0 ? 0 : thread.shape.depths[parent] + 1),
      sourceLocation: sourceLocation)
    #expect(index + Int(thread.shape.subtreeCounts[index]) <= thread.count, sourceLocation: sourceLocation)
    if let author = thread.comments[index].author {
      #expect(Int(author) < thread.authors.count, sourceLocation: sourceLocation)
    }
    expectSound(thread.body(of: index), sourceLocation: sourceLocation)
  }
}

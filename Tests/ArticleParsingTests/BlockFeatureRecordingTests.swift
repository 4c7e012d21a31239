import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

@Suite("Recording block features")
struct BlockFeatureRecordingTests {
  /// Writes what the learned table is trained on, when the folder to write to is named; else it is skipped.
  @Test(
    "The features of the development pages are recorded",
    .enabled(
      if: SharedData.isPresent && folder != nil, "needs the development data and a folder to record to"))
  func record() throws {
    let target = URL(fileURLWithPath: try #require(Self.folder))
    let gold = String(decoding: try SharedData.bytes("data/extraction/gold.jsonl"), as: UTF8.self)
    for line in gold.split(separator: "\n") {
      let row = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let id = try #require(row["id"] as? String)
      let path = try #require(row["html_path"] as? String)
      let page = try Self.unpacked(SharedData.root.appendingPathComponent("data/extraction/" + path))
      try TextDecoder().withUTF8(SourceBytes(page), isMarkup: true) { utf8 in
        Result {
          try Self.record(
            utf8, address: row["url"] as? String, to: target, name: String(id.map { $0 == "/" ? "_" : $0 }))
        }
      }.get()
    }
  }

  @Test("The learned table fits the features")
  func width() {
    #expect(BlockTable.width == BlockFeatures.count)
    #expect(BlockTable.features.count == BlockTable.numbers.count)
    #expect(BlockTable.features.count == BlockTable.rights.count)
    #expect(BlockTable.features.allSatisfy { $0 == 255 || Int($0) < BlockFeatures.count })
    // A right child stands behind its parent, so that no walk goes in circles.
    for (node, right) in BlockTable.rights.enumerated() where BlockTable.features[node] != 255 {
      #expect(Int(right) > node && Int(right) < BlockTable.features.count)
    }
  }

  private static var folder: String? { ProcessInfo.processInfo.environment["RECORD_BLOCK_FEATURES"] }

  private static func unpacked(_ file: URL) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](data)
  }

  private static func record(
    _ utf8: UnsafeBufferPointer<UInt8>, address: String?, to folder: URL, name: String
  ) throws {
    var diagnostics: [Diagnostic] = []
    let document = HTMLParser.parse(utf8, diagnostics: &diagnostics)
    var page = PageReader.nodes(of: document)
    let discussion = PageReader.discussion(CommentPage(page, base: nil))
    if discussion.isContent || PageReader.isForum(MetaTags(document), address: address) {
      page.isForum = true
    }
    let selection = ArticleSelection(page, threads: page.isForum ? [] : discussion.containers)
    let texts = selection.blocks.map { block in
      var words: [UInt8] = []
      for node in block.nodes {
        if document.tag(node) == .br { words.append(0x20) }
        if document.tag(node) == .text, !page.isHidden(node) { words += document.textBytes(node) }
      }
      return String(decoding: words, as: UTF8.self)
    }
    let record: [String: Any] = [
      "texts": texts, "kept": selection.ruleVerdicts.map { $0 == .none }, "width": BlockFeatures.count,
    ]
    try JSONSerialization.data(withJSONObject: record)
      .write(to: folder.appendingPathComponent(name + ".json"))
    try selection.features.values.withUnsafeBytes { Data($0) }
      .write(to: folder.appendingPathComponent(name + ".f32"))
  }
}

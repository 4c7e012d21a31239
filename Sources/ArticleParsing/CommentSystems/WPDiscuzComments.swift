import ArticleModel

/// The wpDiscuz plugin for WordPress, versions 5 and 7.
///
/// Each comment's identifier holds its parent's: `wpd-comm-ID_PARENT`, with 0 at top level.
struct WPDiscuzComments: CommentSystem {
  let name = "wpdiscuz"

  func matches(_ document: HTMLDocument) -> Bool { !units(in: document).isEmpty }

  func thread(from document: HTMLDocument, base: String?) -> (thread: CommentThread, containers: [Int]) {
    let units = units(in: document)
    let reader = CommentListReader(document: document, base: base, parts: Self.parts)
    var thread = reader.thread(of: units)
    if document.nodes.indices.contains(where: { document.hasClass("wpd-load-more-submit", $0) }) {
      thread.note = CommentThread.Note(missing: nil, reason: "The page loads more comments on demand.")
    }
    var containers = WordPressComments.containers(of: units, in: document)
    containers += document.nodes.indices.filter {
      document.attribute("id", of: $0).map { ["wpdcom", "wpcomm"].contains($0) } ?? false
    }
    return (thread, containers.sorted())
  }

  private func units(in document: HTMLDocument) -> [CommentListReader.Unit] {
    document.nodes.indices.compactMap { node in
      guard let bytes = document.attributeBytes("id", of: node),
        bytes.first == UInt8(ascii: "w"), let value = document.attribute("id", of: node)
      else { return nil }
      for prefix in ["wpd-comm-", "wc-comm-"] where value.hasPrefix(prefix) {
        let numbers = value.dropFirst(prefix.count).split(separator: "_")
        guard numbers.count == 2, numbers.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
          continue
        }
        var unit = CommentListReader.Unit(node: node, id: String(numbers[0]))
        if numbers[1] != "0" { unit.parentID = String(numbers[1]) }
        if document.attribute("class", of: node)?.contains("bypostauthor") ?? false {
          unit.flags.insert(.originalPoster)
        }
        return unit
      }
      return nil
    }
  }

  private static let parts = CommentListReader.Parts(
    author: ["wpd-comment-author", "wc-comment-author"],
    date: ["wpd-comment-date", "wc-comment-date"],
    body: ["wpd-comment-text", "wc-comment-text"],
    score: ["wpd-vote-result", "wc-vote-result"],
    residue: ["wpd-comment-footer", "wc-comment-footer", "wpdiscuz-readmore", "wpd-reply-to", "wc-reply-to"])
}

/// Finds the byline that a page prints: elements marked as the author's, near the headline or in the article.
struct VisibleByline {
  private struct Candidate {
    var node: Int
    var rank: Int
    var distance: Int
  }

  /// The names of the best byline, or none.
  ///
  /// - Complexity: O(number of nodes).
  static func names(in scope: MetadataScope, blocks: [PageBlock], with text: NameText) -> [String] {
    let document = scope.page.document
    var candidates: [Candidate] = []
    for node in document.nodes.indices where document.nodes[node].attributeCount > 0 {
      guard scope.allows(node), document.subtree(of: node).count < 60,
        let rank = rank(of: node, on: scope.page)
      else { continue }
      let length = scope.page.textLength(of: node)
      guard length > 1, length < 160 else { continue }
      let distance = scope.distance(of: node)
      guard distance < 700 || scope.isInRoot(node) else { continue }
      candidates.append(Candidate(node: node, rank: rank, distance: distance))
    }
    candidates.sort {
      ($0.distance > 700 ? 1 : 0, $0.rank, $0.distance) < ($1.distance > 700 ? 1 : 0, $1.rank, $1.distance)
    }
    for candidate in candidates.prefix(12) {
      let names = text.names(
        in: pieces(of: candidate.node, in: scope.page), isFirm: candidate.rank < 2)
      guard !names.isEmpty else { continue }
      guard names.count == 1, candidate.rank < 2 else { return names }
      // Several authors are several elements side by side.
      var all = names
      var end = candidate.node
      for other in candidates.sorted(by: { $0.node < $1.node })
      where other.rank == candidate.rank && other.node > candidate.node {
        let gap = Int(scope.page.textBefore[other.node] - scope.page.textBefore[end])
        guard gap < scope.page.textLength(of: end) + 30, all.count < 8 else { break }
        for name in text.names(in: pieces(of: other.node, in: scope.page), isFirm: true)
        where !all.contains(name) {
          all.append(name)
        }
        end = other.node
      }
      return all
    }
    return printed(in: scope, blocks: blocks, with: text)
  }

  /// The names in the first line near the headline that says "by".
  private static func printed(in scope: MetadataScope, blocks: [PageBlock], with text: NameText) -> [String] {
    let document = scope.page.document
    for block in blocks where block.length < 80 && block.length > 4 {
      guard scope.allows(block.nodes.lowerBound), scope.distance(of: block.nodes.lowerBound) < 500 else {
        continue
      }
      let line = block.nodes.lazy.filter { document.tag($0) == .text }.map { document.text(of: $0) }
        .joined(separator: " ")
      let words = line.split(separator: " ")
      guard let place = words.prefix(8).firstIndex(where: { openers.contains($0.lowercased()) }) else {
        continue
      }
      guard
        place == 0
          || words[place - 1].utf8.last.map({ ASCII.isDigit($0) || $0 == 0x7C || $0 == 0x2D }) ?? false
      else { continue }
      let names = text.names(in: words[(place + 1)...].prefix(8).joined(separator: " "), isFirm: false)
      if !names.isEmpty { return names }
    }
    return []
  }

  private static let openers: Set<String> = [
    "by", "von", "par", "por", "di", "door", "by:", "von:", "text:", "author:", "autor:", "autorin:", "av",
    "af", "автор:",
  ]

  private static func rank(of node: Int, on page: PageNodes) -> Int? {
    let document = page.document
    if let property = document.attributeBytes("itemprop", of: node),
      property.elementsEqual("author".utf8) || property.elementsEqual("creator".utf8)
    {
      return 0
    }
    if document.tag(node) == .a {
      if let relation = document.attributeBytes("rel", of: node),
        relation.split(separator: 0x20).contains(where: { $0.elementsEqual("author".utf8) })
      {
        return 1
      }
      if let target = document.attributeBytes("href", of: node), authorPaths.match(target) { return 1 }
    }
    return page.traits[node].contains(.byline) ? 2 : nil
  }

  private static let authorPaths = PathSigns([
    "/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/writers/", "/contributors/",
    "/contributor/",
    "/redakteur", "/journalist", "/producers/", "/by/",
  ])

  /// The words of an element, what stands in different texts apart.
  private static func pieces(of node: Int, in page: PageNodes) -> String {
    var pieces: [String] = []
    for inner in page.document.subtree(of: node)
    where page.document.tag(inner) == .text && !page.isHidden(inner) {
      let text = page.document.text(of: inner)
      if !text.isEmpty { pieces.append(text) }
    }
    return pieces.joined(separator: " | ")
  }
}

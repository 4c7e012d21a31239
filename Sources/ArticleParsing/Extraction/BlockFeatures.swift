import Glibc

/// The numbers by which the learned table tells an article's blocks from others.
///
/// One row a block: its own numbers, then seven numbers of each of the three blocks before and after it. The order is
/// part of the learned table: a change here needs a new table.
struct BlockFeatures {
  /// The number of a block's own numbers.
  static let ownCount = 56 + AncestorEvidence.contexts.count
  /// The numbers taken over from neighbours: length, links, commas, paragraph, heading, rest of the page, root, rules.
  private static let shared = [1, 2, 3, 4, 9, 10, 31, 28, 50]
  /// The number of neighbours on each side.
  private static let reach = 3
  /// The length of a row.
  static let count = ownCount + shared.count * reach * 2

  /// The rows, one after the other.
  private(set) var values: [Float]

  /// What the rules found out, which the table takes into account.
  struct Rules {
    var verdicts: [BoilerplateRule]
    var root: Int
    /// The rule that took an element around each block out, in the strictest pass.
    var elementRules: [BoilerplateRule]
  }

  /// Computes the rows of all blocks of a page.
  ///
  /// - Complexity: O(number of nodes and blocks).
  init(_ page: PageNodes, blocks: [PageBlock], rules: Rules) {
    let document = page.document
    values = Array(repeating: 0, count: blocks.count * Self.count)
    guard !blocks.isEmpty else { return }
    let evidence = AncestorEvidence.all(page)
    let mass = ArticleMass(page, blocks: blocks) { _ in true }
    let plainRoot = ContentRoot.find(page, mass: mass, isPlain: true)
    let plainRange = document.subtree(of: plainRoot)
    let ruleRange = document.subtree(of: rules.root)
    let whole = max(mass(page.body, in: document), 1e-6)
    let total = Float(max(1, blocks.reduce(0) { $0 + $1.length }))
    let branches = Self.branches(of: plainRoot, in: document)
    let repetitions = Self.repetitions(page, blocks: blocks)
    let headline = blocks.firstIndex { document.tag($0.container) == .h1 }
    let endings = blocks.map { $0.length < 100 && BlockFilter.opensEnding($0, page) }
    var cumulated: Float = 0
    for (index, block) in blocks.enumerated() {
      let node = block.container
      let tag = document.tag(node)
      let around = evidence[node]
      let parent = document.parent(of: node) ?? node
      let grand = document.parent(of: parent) ?? parent
      let statistics = block.statistics
      let length = Float(block.length)
      let words = Float(max(1, statistics.words))
      let depth = page.depths[node]
      let ancestor = Int(branches[node])
      let isTagP = tag == .p
      var row = index * Self.count
      func put(_ value: Float) {
        values[row] = value
        row += 1
      }
      func put(_ value: Bool) { put(value ? 1 : 0) }
      func gap(_ other: UInt16) -> Float { other == .max ? 99 : Float(depth - other) }
      // 0
      put(min(length, 3000))
      put(log1pf(length))
      put(block.linkShare)
      put(Float(statistics.commas))
      put(statistics.endsSentence)
      // 5
      put(Float(statistics.capitals) / length)
      put(Float(statistics.digits) / length)
      put(words)
      put(length / words)
      put(isTagP)
      // 10
      put(tag.headingLevel != nil)
      put(tag == .h1)
      put(tag == .li || tag == .dd || tag == .dt)
      put(tag == .td || tag == .th)
      put(tag == .pre)
      // 15
      put(tag == .div)
      put(Float(tag.headingLevel ?? 0))
      put(Float(around.junk))
      put(Float(around.comments))
      put(Float(around.good))
      // 20
      put(Float(around.strong))
      put(gap(around.junkDepth))
      put(gap(around.commentDepth))
      put(gap(around.goodDepth))
      put(Float(around.roles))
      // 25
      put(Float(depth))
      put(Float(index) / Float(blocks.count))
      put(cumulated / total)
      put(plainRange.contains(block.nodes.lowerBound))
      put(Float(depth - page.depths[ancestor]))
      // 30
      put(mass(ancestor, in: document) / whole)
      put(mass(node, in: document) / whole)
      put(mass(parent, in: document) / whole)
      put(mass(grand, in: document) / whole)
      put(Self.ratio(page.linkLength(of: parent), page.textLength(of: parent)))
      // 35
      put(Self.ratio(page.linkLength(of: grand), page.textLength(of: grand)))
      put(Float(page.textLength(of: parent)) / total)
      put(Float(page.textLength(of: grand)) / total)
      put(repetitions[index] / Float(blocks.count))
      put(headline.map { index > $0 ? 1 : 0 } ?? 0.5)
      // 40
      put(page.isForum)
      put(Float(blocks.count))
      put(whole)
      put(total)
      put(statistics.hasCopyright)
      // 45
      put(endings[index])
      put(page.traits[node].contains(.byline) || page.traits[node].contains(.date))
      put(page.traits[node].contains(.caption))
      put(ruleRange.contains(block.nodes.lowerBound))
      put(rules.elementRules[index] != .none)
      // 50
      put(rules.verdicts[index] == .none)
      put(page.flags[node].contains(.isHeadline))
      put(mass(rules.root, in: document) / whole)
      put(Float(page.textLength(of: node)) / total)
      put(headline.map { Float(index - $0) } ?? -999)
      // 55
      put(rules.elementRules[index] == .comments)
      for context in AncestorEvidence.contexts.indices { put(Float(around.count(ofContext: context))) }
      cumulated += length
    }
    addNeighbours(count: blocks.count)
  }

  /// For each node its innermost ancestor, itself included, that is `root` or around it.
  private static func branches(of root: Int, in document: HTMLDocument) -> [Int32] {
    var branches = [Int32](repeating: 0, count: document.nodes.count)
    for node in document.nodes.indices {
      if document.subtree(of: node).contains(root) {
        branches[node] = Int32(node)
      } else if let parent = document.parent(of: node) {
        branches[node] = branches[parent]
      }
    }
    return branches
  }

  private static func ratio(_ part: Int, _ whole: Int) -> Float { Float(part) / Float(max(1, whole)) }

  /// For each block how many blocks of the page have the same element and names.
  private static func repetitions(_ page: PageNodes, blocks: [PageBlock]) -> [Float] {
    let document = page.document
    let names = ["class", "id"].compactMap { document.number(ofName: $0) }
    var counts: [UInt64: Int32] = [:]
    let signatures = document.bytes.withUnsafeBufferPointer { bytes in
      blocks.map { block -> UInt64 in
        let record = document.nodes[block.container]
        var hash = WordHash.add(UInt8(truncatingIfNeeded: record.tag.hashIndex), to: WordHash.seed)
        for name in names {
          let first = Int(record.firstAttribute)
          for index in first..<first + Int(record.attributeCount)
          where document.attributes[index].name == name {
            let start = Int(document.attributes[index].start)
            for byte in bytes[start..<start + min(40, Int(document.attributes[index].count))] {
              hash = WordHash.add(byte, to: hash)
            }
            break
          }
        }
        counts[hash, default: 0] += 1
        return hash
      }
    }
    return signatures.map { Float(counts[$0] ?? 0) }
  }

  private mutating func addNeighbours(count: Int) {
    let width = Self.count
    let shared = Self.shared
    values.withUnsafeMutableBufferPointer { values in
      for index in 0..<count {
        var target = index * width + Self.ownCount
        for distance in 1...Self.reach {
          for other in [index - distance, index + distance] {
            if other >= 0, other < count {
              for place in shared.indices {
                values[target &+ place] = values[other &* width &+ shared[place]]
              }
            }
            target += shared.count
          }
        }
      }
    }
  }
}

extension HTMLTag {
  /// A small number that differs between most tags.
  fileprivate var hashIndex: Int { rawValue.utf8.reduce(0) { $0 &* 31 &+ Int($1) } }
}

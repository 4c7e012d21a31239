/// The byline that a page prints: elements marked as the author's, near the headline or in the article.
struct VisibleByline {
  /// The names of the authors.
  private(set) var names: [String] = []
  /// Whether the markup states that they are the authors, by more than the name of a class.
  private(set) var isFirm = false
  /// Whether it stands right at the headline.
  private(set) var isAtHeadline = false
  /// The nodes that print it, near the headline.
  private(set) var place: Range<Int>?
  /// What stands in the place of a byline when it names no person, the best first.
  private(set) var texts: [String] = []
  /// The words of the places that may be the byline, as they are printed.
  private var lines: [String] = []

  private struct Candidate {
    var node: Int
    var rank: Int
    var distance: Int
  }

  private static let farthest = 700
  /// How far from the headline lines are looked at, to tell whether the page lists articles.
  private static let farthestLine = 2000

  /// Finds the byline of a page.
  ///
  /// - Complexity: O(number of nodes).
  init(in scope: MetadataScope, blocks: [PageBlock], with text: NameText, host: String?) {
    let candidates = Self.candidates(in: scope, host: host)
    for candidate in candidates.prefix(12) {
      let stated = candidate.rank == 0 ? Self.statedName(of: candidate.node, in: scope.page.document) : nil
      if scope.page.isForum, let name = stated.flatMap(ContributorName.clean) {
        // On forums people are called as they like.
        names = [name]
        isFirm = true
        isAtHeadline = candidate.distance < 300
        return
      }
      let line = stated ?? Self.pieces(of: candidate.node, in: scope.page)
      lines.append(line.lowercased())
      names = text.names(in: line, isFirm: candidate.rank < 2)
      if names.isEmpty {
        if candidate.distance < Self.farthest, candidate.rank < 3 { texts.append(line) }
        continue
      }
      isFirm = candidate.rank < 2
      isAtHeadline = candidate.distance < 300
      if candidate.distance < Self.farthest, candidate.rank < 3 {
        place = scope.page.document.subtree(of: candidate.node)
      }
      if names.count == 1 { addNeighbours(of: candidate, among: candidates, in: scope, with: text) }
      return
    }
    if let line = Self.printed(in: scope, blocks: blocks, with: text) {
      names = line.names
      place = line.place
    }
  }

  /// Whether a name is printed where bylines stand.
  func shows(_ name: String) -> Bool {
    let wanted = name.lowercased()
    return names.contains { $0.lowercased() == wanted } || lines.contains { $0.holds(wanted) }
  }

  private static func candidates(in scope: MetadataScope, host: String?) -> [Candidate] {
    let document = scope.page.document
    let names = AttributeNumbers(document)
    var candidates: [Candidate] = []
    for node in document.nodes.indices where document.nodes[node].attributeCount > 0 {
      let length = scope.page.textLength(of: node)
      guard length > 1, length < 160, scope.allowsMarked(node), document.subtree(of: node).count < 60,
        let rank = rank(of: node, on: scope.page, names: names, host: host), !isOpinion(node, document)
      else { continue }
      let distance = scope.distance(of: node)
      guard rank < 3 ? distance < farthest || scope.isInRoot(node) : distance < 120 else { continue }
      if !scope.allows(node), distance >= farthest { continue }
      candidates.append(Candidate(node: node, rank: rank, distance: distance))
    }
    candidates = withoutCards(candidates, in: scope)
    return candidates.sorted {
      ($0.distance > farthest ? 1 : 0, $0.rank, $0.distance)
        < ($1.distance > farthest ? 1 : 0, $1.rank, $1.distance)
    }
  }

  /// Whether an element belongs to what a customer says of a product.
  private static func isOpinion(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard let names = document.attributeBytes("class", of: node) else { return false }
    return names.withUnsafeBufferPointer { bytes in
      (["testimonial", "rating"] as [StaticString]).contains { ASCII.find($0, in: bytes) != nil }
    }
  }

  /// The candidates without those of lists: cards of other articles and people who are quoted repeat the same element,
  /// each under a heading of its own.
  private static func withoutCards(_ candidates: [Candidate], in scope: MetadataScope) -> [Candidate] {
    guard candidates.count > 2 else { return candidates }
    var texts: [UInt64: Set<String>] = [:]
    var signatures: [UInt64] = []
    for candidate in candidates {
      let signature = UnitSignature(candidate.node, in: scope.page.document).hash
      signatures.append(signature)
      texts[signature, default: []].insert(scope.page.document.text(of: candidate.node))
    }
    return candidates.indices.filter { index in
      texts[signatures[index]]?.count ?? 0 < 3
        || scope.hasHeadline && !scope.isUnderAnotherHeading(candidates[index].node)
    }.map { candidates[$0] }
  }

  /// Adds the names in elements of the same rank side by side: several authors are several elements.
  private mutating func addNeighbours(
    of first: Candidate, among candidates: [Candidate], in scope: MetadataScope, with text: NameText
  ) {
    var end = first.node
    let isFirm = first.rank < 2
    for other in candidates.sorted(by: { $0.node < $1.node })
    where other.rank <= 2 && other.node >= scope.page.document.subtree(of: end).upperBound {
      let gap = Int(scope.page.textBefore[other.node] - scope.page.textBefore[end])
      guard gap < scope.page.textLength(of: end) + (isFirm ? 30 : 8), names.count < 8 else { break }
      for name in text.names(in: Self.pieces(of: other.node, in: scope.page), isFirm: other.rank < 2)
      where !names.contains(name) {
        names.append(name)
      }
      end = other.node
    }
    if let start = place?.lowerBound { place = start..<scope.page.document.subtree(of: end).upperBound }
  }

  /// The names in the first line near the headline that says "by".
  ///
  /// On pages with several such lines, those under other headings belong to articles that the page lists.
  private static func printed(
    in scope: MetadataScope, blocks: [PageBlock], with text: NameText
  ) -> (names: [String], place: Range<Int>)? {
    var found: (names: [String], place: Range<Int>)?
    var listed: Set<[String]> = []
    for block in blocks where block.length < 120 && block.length > 4 {
      let node = block.nodes.lowerBound
      guard scope.allowsMarked(node), scope.distance(of: node) < farthestLine,
        let names = opened(block, in: scope.page.document, with: text)
      else {
        continue
      }
      if !scope.isUnderAnotherHeading(node) {
        if scope.distance(of: node) < 500 { return (names, block.nodes) }
        continue
      }
      listed.insert(names)
      if listed.count > 2 { return nil }
      if found == nil, scope.distance(of: node) < 500 { found = (names, block.nodes) }
    }
    return found
  }

  /// The names in a line that says "by"; `nil` when it does not.
  private static func opened(_ block: PageBlock, in document: HTMLDocument, with text: NameText) -> [String]?
  {
    // Links that say all of it lead to lists: "By course".
    guard block.linkShare < 0.9, hasOpener(block, in: document) else { return nil }
    let words = block.text(in: document).split(separator: " ")
    guard let place = words.prefix(8).firstIndex(where: { openers.contains($0.lowercased()) }) else {
      return nil
    }
    let before = place > 0 ? words[place - 1] : ""
    let isOpened =
      place == 0 || verbs.contains(before.lowercased())
      || before.utf8.last.map({ ASCII.isDigit($0) || $0 == 0x7C || $0 == 0x2D }) ?? false
    guard isOpened else { return nil }
    let names = text.names(in: words[(place + 1)...].prefix(14).joined(separator: " "), isFirm: false)
    return names.isEmpty ? nil : names
  }

  /// Whether one of a block's first words is an opener, told without making strings: most blocks have none.
  private static func hasOpener(_ block: PageBlock, in document: HTMLDocument) -> Bool {
    document.bytes.withUnsafeBufferPointer { bytes in
      var words = 0
      for node in block.nodes where document.tag(node) == .text {
        let record = document.nodes[node]
        var position = Int(record.textStart)
        let end = position + Int(record.textCount)
        while position < end, words < 8 {
          while position < end, bytes[position] <= 0x20 { position += 1 }
          let start = position
          while position < end, bytes[position] > 0x20 { position += 1 }
          guard position > start else { break }
          words += 1
          if position - start < 16, openerHashes.contains(WordHash.word(bytes, start..<position)) {
            return true
          }
        }
      }
      return false
    }
  }

  private static let openerHashes = Set((openers + ["Автор:"]).map { WordHash.of($0) })
  private static let openers: Set<String> = [
    "by", "von", "par", "por", "di", "door", "by:", "von:", "text:", "author:", "autor:", "autorin:", "av",
    "af", "автор:", "auteur:", "autore:",
  ]
  /// Words before an opener ("Written by").
  private static let verbs: Set<String> = [
    "written", "posted", "published", "words", "story", "text", "reported", "verfasst", "geschrieben",
    "erstellt", "veröffentlicht", "eingestellt", "gepostet", "kolumne", "beitrag", "gastbeitrag", "artikel",
    "kommentar", "bericht", "interview", "essay", "analyse", "écrit", "publié", "rédigé", "escrito",
    "publicado", "scritto", "pubblicato", "geschreven", "geplaatst", "skrevet", "skriven", "column",
    "opinion",
    "article", "review",
  ]

  /// The attributes that every element is asked for, by their numbers in the page.
  private struct AttributeNumbers {
    let property: UInt16?
    let relation: UInt16?
    let target: UInt16?

    init(_ document: HTMLDocument) {
      property = document.number(ofName: "itemprop")
      relation = document.number(ofName: "rel")
      target = document.number(ofName: "href")
    }
  }

  private static func rank(
    of node: Int, on page: PageNodes, names: AttributeNumbers, host: String?
  ) -> Int? {
    let document = page.document
    if let property = names.property.flatMap({ document.attributeBytes(numbered: $0, of: node) }),
      property.elementsEqual("author".utf8) || property.elementsEqual("creator".utf8)
    {
      return 0
    }
    if document.tag(node) == .a {
      if let relation = names.relation.flatMap({ document.attributeBytes(numbered: $0, of: node) }),
        relation.split(separator: 0x20).contains(where: { $0.elementsEqual("author".utf8) })
      {
        return 1
      }
      if let target = names.target.flatMap({ document.attributeBytes(numbered: $0, of: node) }),
        authorPaths.match(target),
        isHere(target, host: host), standsAlone(node, on: page)
      {
        return 1
      }
    }
    if page.traits[node].contains(.byline) { return 2 }
    guard page.traits[node].contains(.person) else { return nil }
    return document.hasClass("username", node) && page.textLength(of: node) < 40 ? 3 : nil
  }

  /// Whether an address leads to the page's own site.
  private static func isHere(_ address: ArraySlice<UInt8>, host: String?) -> Bool {
    guard let host, address.starts(with: "http".utf8),
      let other = PageAddress.siteName(in: String(decoding: address.prefix(200), as: UTF8.self))
    else { return true }
    return other == host || address.starts(with: "https://web.archive.org/".utf8)
  }

  /// Whether a link is no part of a sentence.
  private static func standsAlone(_ node: Int, on page: PageNodes) -> Bool {
    guard let parent = page.document.parent(of: node) else { return true }
    return page.document.tag(parent) != .p || page.plainLength(of: parent) < 80
  }

  private static let authorPaths = PathSigns([
    "/author/", "/authors/", "/autor/", "/autoren/", "/auteur/", "/writers/", "/contributors/",
    "/contributor/", "/redakteur", "/journalist", "/producers/", "/by/",
  ])

  /// The name that the microdata of an author states apart from whatever else is said of them.
  private static func statedName(of node: Int, in document: HTMLDocument) -> String? {
    guard document.attributeBytes("itemscope", of: node) != nil else { return nil }
    let names = document.descendants(of: node).filter {
      document.attributeBytes("itemprop", of: $0)?.elementsEqual("name".utf8) ?? false
    }
    guard names.count == 1, let name = names.first else { return nil }
    let words = document.attribute("content", of: name) ?? document.text(of: name)
    return words.isEmpty ? nil : words
  }

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

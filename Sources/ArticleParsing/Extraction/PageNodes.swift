/// What is known of each node of a page before anything is decided: visibility, evidence of names, sums of text.
///
/// Flat arrays, one entry a node, made in two passes. The descendants of a node follow it, so that what a subtree
/// holds is a difference of two running sums.
struct PageNodes {
  /// What a node is, as bits.
  struct Flags: OptionSet {
    let rawValue: UInt16
    /// Hidden from readers, or holds no text of the page; so are its descendants.
    static let isHidden = Flags(rawValue: 1 << 0)
    /// Begins and ends lines.
    static let isBlock = Flags(rawValue: 1 << 1)
    /// Says that it is the article (`article`, `main`, `articleBody`).
    static let isArticle = Flags(rawValue: 1 << 2)
    /// Has a role that articles do not have.
    static let hasForeignRole = Flags(rawValue: 1 << 3)
    /// A heading or its wrapper with the property `headline`.
    static let isHeadline = Flags(rawValue: 1 << 4)
  }

  let document: HTMLDocument
  private(set) var flags: [Flags]
  private(set) var traits: [ClassTraits]
  private(set) var rules: [BoilerplateRule]
  /// The number of elements around each node.
  private(set) var depths: [UInt16]
  /// Running sums over the nodes before: text, and the part of it inside links.
  private(set) var textBefore: [Int32]
  private(set) var linkBefore: [Int32]
  /// The first `body` element, or the document.
  private(set) var body: Int
  /// Whether the page says that it is a forum or a page of questions and answers.
  var isForum: Bool
  /// The text that is not shown, in characters, scripts and the like left out.
  private(set) var hiddenLength = 0

  /// How much of a page counts as shown.
  enum Reading {
    /// What a browser shows at first.
    case shown
    /// Also what is meant for browsers without scripts.
    case withoutScripts
    /// Also what waits for a script to show it.
    case everything
  }

  /// Looks at all nodes of a page.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - reading: How much of the page counts as shown.
  /// - Complexity: O(number of nodes and bytes).
  init(_ document: HTMLDocument, reading: Reading = .shown) {
    self.document = document
    let count = document.nodes.count
    flags = Array(repeating: [], count: count)
    traits = Array(repeating: [], count: count)
    rules = Array(repeating: .none, count: count)
    depths = Array(repeating: 0, count: count)
    textBefore = Array(repeating: 0, count: count + 1)
    linkBefore = Array(repeating: 0, count: count + 1)
    body = 0
    isForum = false
    let names = AttributeNames(document)
    var known = KnownClasses()
    document.bytes.withUnsafeBufferPointer { bytes in
      for node in 0..<count {
        let tag = document.nodes[node].tag
        let parent = Int(document.nodes[node].parent)
        if parent >= 0 {
          depths[node] = depths[parent] &+ 1
          if flags[parent].contains(.isHidden) { flags[node].insert(.isHidden) }
        }
        if tag == .text { continue }
        if tag == .body, body == 0 { body = node }
        if tag.isInvisible || tag == .noscript && reading == .shown { flags[node].insert(.isHidden) }
        if Self.isBlock(tag, node, document) { flags[node].insert(.isBlock) }
        if tag == .article || tag == .main { flags[node].insert(.isArticle) }
        if document.nodes[node].attributeCount > 0 {
          readAttributes(
            of: node, names: names, known: &known, bytes: bytes, readsHidden: reading == .everything)
        }
      }
      if document.nodes.indices.contains(where: { document.nodes[$0].tag == .script }) {
        isForum = isForum || Self.linkedDataIsForum(document, bytes)
      }
    }
    sumText()
  }

  /// The text inside a subtree, in characters without white space.
  func textLength(of node: Int) -> Int {
    Int(textBefore[document.subtree(of: node).upperBound] &- textBefore[node])
  }

  /// The text inside links of a subtree.
  func linkLength(of node: Int) -> Int {
    Int(linkBefore[document.subtree(of: node).upperBound] &- linkBefore[node])
  }

  /// The text outside links of a subtree.
  func plainLength(of node: Int) -> Int { textLength(of: node) - linkLength(of: node) }

  func isHidden(_ node: Int) -> Bool { flags[node].contains(.isHidden) }

  func isBlock(_ node: Int) -> Bool { flags[node].contains(.isBlock) }

  /// Elements with unknown names run inside lines, custom elements do not.
  static func isBlock(_ tag: HTMLTag, _ node: Int, _ document: HTMLDocument) -> Bool {
    tag == .other ? document.name(of: node).utf8.contains(0x2D) : !tag.isInline
  }

  private mutating func sumText() {
    var linkEnd = 0
    var text: Int32 = 0
    var link: Int32 = 0
    document.bytes.withUnsafeBufferPointer { bytes in
      for node in document.nodes.indices {
        textBefore[node] = text
        linkBefore[node] = link
        let record = document.nodes[node]
        guard !flags[node].contains(.isHidden) else {
          // White space and markup make up much of it; this is an estimate.
          if record.tag == .text, record.textCount > 2, let parent = document.parent(of: node),
            !document.tag(parent).isInvisible
          {
            hiddenLength += Int(record.textCount)
          }
          continue
        }
        if record.tag == .a {
          linkEnd = max(linkEnd, Int(record.end))
        } else if record.tag == .text {
          let start = Int(record.textStart)
          let words = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(record.textCount)])
          let length = Self.length(of: words)
          text &+= length
          if node < linkEnd { link &+= length }
        }
      }
    }
    textBefore[document.nodes.count] = text
    linkBefore[document.nodes.count] = link
  }

  /// The scalars of a text without white space; ideographs count twice.
  private static func length(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var length: Int32 = 0
    // Without branches, so that many bytes are counted at once.
    for byte in bytes {
      length &+= (byte > 0x20 ? 1 : 0) &- (byte &- 0x80 < 0x40 ? 1 : 0) &+ (byte &- 0xE3 < 0x0B ? 1 : 0)
    }
    return length
  }

  // MARK: Attributes

  /// The attributes that are looked at, by their numbers in this page.
  private struct AttributeNames {
    private var kinds: [Attribute?] = []

    enum Attribute { case name, role, style, hidden, ariaHidden, property, type, generator }

    init(_ document: HTMLDocument) {
      let wanted: [(String, Attribute)] = [
        ("class", .name), ("id", .name), ("role", .role), ("style", .style), ("hidden", .hidden),
        ("aria-hidden", .ariaHidden), ("itemprop", .property), ("itemtype", .type), ("content", .generator),
      ]
      for (name, kind) in wanted {
        guard let number = document.number(ofName: name).map(Int.init) else { continue }
        while kinds.count <= number { kinds.append(nil) }
        kinds[number] = kind
      }
    }

    @inline(__always)
    subscript(number: UInt16) -> Attribute? { Int(number) < kinds.count ? kinds[Int(number)] : nil }
  }

  private mutating func readAttributes(
    of node: Int, names: AttributeNames, known: inout KnownClasses, bytes: UnsafeBufferPointer<UInt8>,
    readsHidden: Bool
  ) {
    let record = document.nodes[node]
    let first = Int(record.firstAttribute)
    var evidence = ClassEvidence()
    for index in first..<first + Int(record.attributeCount) {
      let attribute = document.attributes[index]
      guard let kind = names[attribute.name] else { continue }
      let start = Int(attribute.start)
      let value = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(attribute.count)])
      switch kind {
      case .name: evidence.add(known.evidence(of: start..<start + value.count, in: bytes))
      case .role:
        if Self.foreignRoles.contains(where: { value.elementsEqual($0) }) {
          flags[node].insert(.hasForeignRole)
        }
      case .style: if !readsHidden, Self.hides(value) { flags[node].insert(.isHidden) }
      case .hidden:
        if !readsHidden, ASCII.find("until-found", in: value) == nil { flags[node].insert(.isHidden) }
      case .ariaHidden:
        // Whole articles carry the attribute while a notice lies over them; only small parts are decoration.
        if value.elementsEqual("true".utf8), record.end - Int32(node) < 12 { flags[node].insert(.isHidden) }
      case .property:
        if ASCII.find("articlebody", in: value) != nil { flags[node].insert(.isArticle) }
        if ASCII.find("headline", in: value) != nil { flags[node].insert(.isHeadline) }
      case .type: if Self.isForumType(value) { isForum = true }
      case .generator:
        if record.tag == .meta, value.count < 80,
          Self.forumPrograms.contains(where: { ASCII.find($0, in: value) == 0 })
        {
          isForum = true
        }
      }
    }
    traits[node] = evidence.traits
    rules[node] = evidence.rule
    if evidence.traits.contains(.forum), record.tag == .html || record.tag == .body { isForum = true }
  }

  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    for (name, value) in [("display", "none"), ("visibility", "hidden")] as [(StaticString, StaticString)] {
      guard var position = ASCII.find(name, in: style) else { continue }
      position += name.utf8CodeUnitCount
      while position < style.count, style[position] <= 0x20 || style[position] == UInt8(ascii: ":") {
        position += 1
      }
      if ASCII.matches(value, in: style, at: position) { return true }
    }
    return false
  }

  private static func isForumType(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    ASCII.find("discussionforumposting", in: value) != nil || ASCII.find("qapage", in: value) != nil
  }

  private static func linkedDataIsForum(_ document: HTMLDocument, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool
  {
    for node in document.nodes.indices where document.nodes[node].tag == .text {
      guard let parent = document.parent(of: node), document.nodes[parent].tag == .script else { continue }
      let start = Int(document.nodes[node].textStart)
      let words = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(document.nodes[node].textCount)])
      if isForumType(words) { return true }
    }
    return false
  }

  private static let foreignRoles: [[UInt8]] = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu", "menubar",
    "alertdialog", "toolbar", "form",
  ].map { Array($0.utf8) }

  private static let forumPrograms: [StaticString] = [
    "discourse", "phpbb", "vbulletin", "xenforo", "mybb", "flarum", "vanilla", "simple machines", "invision",
  ]
}

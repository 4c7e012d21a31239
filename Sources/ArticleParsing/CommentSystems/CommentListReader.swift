import ArticleModel
import TerminalText

/// Reads comments that are elements of a page, nested in one another or pointing at their parents.
///
/// What the systems differ in is told by names of classes; what they have in common is here.
struct CommentListReader {
  /// One comment of the page.
  struct Unit {
    /// The element that holds the comment and maybe its replies.
    var node: Int
    /// The system's identifier.
    var id: String
    /// The identifier of the comment it answers when the markup says so; `nil` goes by containment.
    var parentID: String?
    /// What the markup of the unit says about it.
    var flags: Comment.Flags = []
  }

  /// The class names by which the parts of a comment are known, the best first.
  struct Parts {
    var author: [String]
    var date: [String]
    var body: [String]
    var score: [String]
    /// Parts of the body that are not the commenter's words.
    var residue: Set<String>
  }

  let document: HTMLDocument
  let base: String?
  let parts: Parts
  private let isHidden: [Bool]

  init(document: HTMLDocument, base: String?, parts: Parts) {
    self.document = document
    self.base = base
    self.parts = parts
    isHidden = PageNodes(document).flags.map { $0.contains(.isHidden) }
  }

  /// The thread of `units`, which come in document order.
  func thread(of units: [Unit]) -> CommentThread {
    var builder = CommentThread.Builder(capacity: units.count)
    let isUnit = Set(units.map(\.node))
    var depths: [String: Int] = [:]
    var open: [(end: Int, depth: Int)] = []
    for unit in units {
      while let last = open.last, last.end <= unit.node { open.removeLast() }
      var depth = open.last.map { $0.depth + 1 } ?? 0
      var comment = Comment(id: unit.id, flags: unit.flags)
      if let parent = unit.parentID {
        if let known = depths[parent] {
          depth = known + 1
        } else {
          depth = 0
          comment.flags.insert(.unplaced)
        }
      }
      if depths[unit.id] == nil { depths[unit.id] = depth }
      open.append((document.subtree(of: unit.node).upperBound, depth))
      let own = ownNodes(of: unit.node, isUnit: isUnit)
      let author = part(parts.author, in: own) ?? own.first { document.tag($0) == .cite }
      if let author, let name = Self.name(document.text(of: author)) { comment.author = builder.author(name) }
      let date = readDate(own, into: &comment)
      if let node = part(parts.score, in: own), let score = Self.score(document.text(of: node)) {
        comment.score = score
      }
      let body = readBody(unit.node, own: own, isUnit: isUnit, header: [author, date].compactMap { $0 })
      if Self.isRemovalNotice(body) { comment.flags.insert(.removed) }
      builder.append(comment, depth: depth, body: body)
    }
    return builder.finish()
  }

  /// The nodes of a comment without those of its replies.
  private func ownNodes(of unit: Int, isUnit: Set<Int>) -> [Int] {
    var nodes: [Int] = []
    var next = unit + 1
    let end = document.subtree(of: unit).upperBound
    while next < end {
      if isUnit.contains(next) {
        next = document.subtree(of: next).upperBound
      } else {
        nodes.append(next)
        next += 1
      }
    }
    return nodes
  }

  /// The first element with the first of the classes that any element has.
  private func part(_ classes: [String], in nodes: [Int]) -> Int? {
    for name in classes {
      if let node = nodes.first(where: { document.hasClass(name, $0) && document.subtree(of: $0).count > 1 })
      {
        return node
      }
    }
    return nil
  }

  private func readDate(_ own: [Int], into comment: inout Comment) -> Int? {
    if let time = own.first(where: { document.tag($0) == .time }) {
      let stated = document.attribute("datetime", of: time)
      comment.posted = stated.flatMap { Timestamp(iso8601: $0) ?? Timestamp(iso8601: String($0.prefix(19))) }
      comment.postedText = Self.dateText(document.text(of: time)) ?? stated
      return time
    }
    guard let holder = part(parts.date, in: own) else { return nil }
    let link = document.firstDescendant(of: holder) {
      document.tag($0) == .a && document.text(of: $0).utf8.contains { (0x30...0x39).contains($0) }
    }
    let node = link ?? holder
    comment.posted = document.attribute("title", of: node).flatMap { Timestamp(iso8601: $0) }
    comment.postedText = Self.dateText(document.text(of: node))
    return node
  }

  private static func dateText(_ text: String) -> String? {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    return trimmed.isEmpty || trimmed.utf8.count > 80 ? nil : trimmed
  }

  private func readBody(_ unit: Int, own: [Int], isUnit: Set<Int>, header: [Int]) -> RichText {
    let holder = part(parts.body, in: own) ?? unit
    let isWhole = holder == unit
    var writer = PageWriter(document, base: base, isHidden: isHidden, quotesMarkedLines: true) { node, _ in
      if isUnit.contains(node) && node != unit || header.contains(node) { return true }
      switch document.tag(node) {
      case .form, .button, .noscript, .header, .footer: return true
      case .img: return document.hasClass("avatar", node)
      default: break
      }
      guard node != holder, let classes = document.attributeBytes("class", of: node) else { return false }
      return classes.split(whereSeparator: { $0 <= 0x20 }).contains {
        let name = String(decoding: $0, as: UTF8.self)
        return parts.residue.contains(name) || isWhole && (name == "children" || parts.author.contains(name))
      }
    }
    let body = writer.write(holder)
    guard isWhole, body.blocks.isEmpty else { return body }
    // Broken markup may put the words into the header.
    var whole = PageWriter(document, base: base, isHidden: isHidden, quotesMarkedLines: true) { node, _ in
      isUnit.contains(node) && node != unit || header.contains(node) || document.tag(node) == .img
    }
    return whole.write(unit)
  }

  /// A commenter's name without what themes print after it.
  static func name(_ text: String) -> String? {
    var name = text[...]
    for suffix in [
      "says:", "says", "sagt:", "sagt", "schreibt:", "schrieb:", "dice:", "dijo:", "disse:", "a dit :",
      "dit :", "said:",
    ] {
      if name.lowercased().hasSuffix(" " + suffix) { name = name.dropLast(suffix.count) }
    }
    while let last = name.last, last == " " || last == ":" || last == "," { name = name.dropLast() }
    return name.isEmpty || name.utf8.count > 200 ? nil : String(name)
  }

  private static func score(_ text: String) -> Int32? {
    let digits = text.filter { $0 != "+" && $0 != " " }.map { $0 == "−" ? "-" : $0 }
    return Int32(String(digits))
  }

  /// Whether a body only says that there is none any more.
  private static func isRemovalNotice(_ body: RichText) -> Bool {
    guard body.utf8.count < 120 else { return false }
    let text = body.string.lowercased()
    return [
      "[deleted]", "[removed]", "comment deleted", "comment removed", "this comment was removed",
      "this comment has been removed", "this comment has been deleted",
    ].contains { text.hasPrefix($0) }
  }
}

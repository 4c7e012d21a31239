import ArticleModel
import TerminalText

/// Makes a comment thread of the comments found in a text dump.
///
/// The tree is only as deep as the text says: printed neighbours (Hacker News), indentation where it varies, and
/// "Reply to NAME". What answers somebody who cannot be found stays at top level, marked.
struct CommentDumpReader {
  private let table: LineTable
  private let layout: TextLayout
  private let comments: [DumpedComment]
  private var boilerplate: [Boilerplate] = []
  private let afterBlock: Int?

  /// Makes a reader; `afterBlock` is the article's last block, after which the furniture of the thread stands.
  init(_ dump: CommentDump, table: LineTable, layout: TextLayout, afterBlock: Int?) {
    comments = dump.comments
    self.table = table
    self.layout = layout
    self.afterBlock = afterBlock
  }

  /// The thread, and the page furniture that stood between the comments.
  mutating func read() -> (thread: CommentThread, boilerplate: [Boilerplate]) {
    var builder = CommentThread.Builder(capacity: comments.count)
    var bodies: [RichText] = []
    bodies.reserveCapacity(comments.count)
    var replyNames = comments.map(\.replyTo)
    for index in comments.indices { bodies.append(body(of: index, &replyNames[index])) }
    let names = comments.map { $0.author.map(string) }
    let (parents, unplaced) = parents(names: names, replyNames: replyNames)
    for (index, depth) in Self.preorder(parents) {
      var comment = Comment(postedText: (comments[index].header.date?.range).map(string))
      if let name = names[index], !name.isEmpty { comment.author = builder.author(name) }
      comment.posted = comments[index].header.date?.day
      comment.score = comments[index].header.score.flatMap { Int32(exactly: $0) }
      if comments[index].header.isEdited { comment.flags.insert(.edited) }
      if unplaced[index] {
        comment.flags.insert(.unplaced)
        comment.replyTo = replyNames[index].map(string)
      }
      builder.append(comment, depth: depth, body: bodies[index])
    }
    return (builder.finish(), boilerplate)
  }

  private func string(_ range: Range<Int>) -> String {
    Sanitizer.cleanLine(String(decoding: table.slice(range), as: UTF8.self))
  }

  // MARK: Bodies

  private mutating func body(of index: Int, _ replyTo: inout Range<Int>?) -> RichText {
    let comment = comments[index]
    let scanner = CommentHeaderScanner(table)
    var assembler = BlockAssembler(table, layout: layout, place: .comment)
    assembler.setAside(comment.gap, rule: LineRole.commentAction.rule)
    if comment.head.lowerBound < comment.body.lowerBound { keepHeadFurniture(of: comment) }
    var nameLines = comment.nameLines
    for line in comment.body where replyTo == nil && !table[line].isBlank {
      if let target = scanner.replyTarget(at: line), table[line].count <= 60 {
        replyTo = target
        nameLines.append(line)
      }
    }
    var start = comment.body.lowerBound
    for line in nameLines.sorted() where comment.body.contains(line) {
      assembler.append(lines: start..<line)
      start = line + 1
    }
    assembler.append(lines: start..<max(start, endOfWords(comment.body)))
    let (text, furniture) = assembler.finish()
    for item in furniture {
      boilerplate.append(Boilerplate(text: item.text, afterBlock: afterBlock, evidence: item.evidence))
    }
    if comment.head.lowerBound >= comment.body.lowerBound { keepHeadFurniture(of: comment) }
    return text
  }

  /// The end of a body without the row of hyphens that old pages print below each comment.
  private func endOfWords(_ body: Range<Int>) -> Int {
    var end = body.upperBound
    while end > body.lowerBound {
      let text = table.text(end - 1)
      guard text.isEmpty || (text.count >= 3 && text.allSatisfy { $0 == UInt8(ascii: "-") }) else { break }
      end -= 1
    }
    return end
  }

  /// Keeps the words of the head that are neither name nor date ("| parent | next", "Guest").
  private mutating func keepHeadFurniture(of comment: DumpedComment) {
    for line in comment.head where !table[line].isBlank && !comment.nameLines.contains(line) {
      var range = table[line].range
      if line == comment.header.line {
        range = (comment.header.date?.range ?? comment.header.name ?? range).upperBound..<range.upperBound
      }
      let words = string(range)
      guard words.utf8.contains(where: ASCII.isWord) else { continue }
      boilerplate.append(
        Boilerplate(
          text: words, afterBlock: afterBlock,
          evidence: Evidence(rule: LineRole.commentAction.rule, confidence: 0.9)))
    }
  }

  // MARK: The tree

  private func parents(
    names: [String?], replyNames: [Range<Int>?]
  ) -> (parents: [Int?], unplaced: [Bool]) {
    var parents: [Int?] = Array(repeating: nil, count: comments.count)
    var unplaced = Array(repeating: false, count: comments.count)
    if comments.contains(where: { $0.header.links.contains(.parent) }) {
      parents = parentsByLinks()
    } else if let found = parentsByIndent() {
      parents = found
    }
    var latest: [String: Int] = [:]
    for index in comments.indices {
      if parents[index] == nil, let target = replyNames[index] {
        parents[index] = latest[string(target)]
        unplaced[index] = parents[index] == nil
      }
      if let name = names[index] { latest[name] = index }
    }
    return (parents, unplaced)
  }

  /// The tree as the navigation words of Hacker News tell it.
  ///
  /// It prints "parent" at every reply, "root" from the second level on, and "prev" where an earlier answer to the
  /// same comment exists. A reply without "prev" answers the comment right before it.
  private func parentsByLinks() -> [Int?] {
    var parents: [Int?] = []
    var open: [Int] = []
    for (index, comment) in comments.enumerated() {
      let links = comment.header.links
      let depth: Int
      if !links.contains(.parent) {
        depth = 0
      } else if !links.contains(.previous) {
        depth = open.count
      } else {
        depth = links.contains(.root) ? max(2, open.count - 1) : 1
      }
      open.removeLast(max(0, open.count - depth))
      parents.append(open.last)
      open.append(index)
    }
    return parents
  }

  /// Text browsers indent nested lists: the parent is the nearest earlier comment that is indented less.
  private func parentsByIndent() -> [Int?]? {
    let indents = comments.map { Int(table[$0.header.line].indent) }
    guard let least = indents.min(), let most = indents.max(), most - least >= 2 else { return nil }
    // The first comment of a thread answers nobody; where it is indented more, the indentation means something else.
    guard indents[0] == least else { return nil }
    var parents: [Int?] = []
    var open: [Int] = []
    for (index, indent) in indents.enumerated() {
      while let last = open.last, indents[last] >= indent - 1 { open.removeLast() }
      parents.append(open.last)
      open.append(index)
    }
    return parents
  }

  /// The comments in pre-order with their depths; children keep the page's order.
  private static func preorder(_ parents: [Int?]) -> [(index: Int, depth: Int)] {
    var firstChild = Array(repeating: -1, count: parents.count)
    var nextSibling = Array(repeating: -1, count: parents.count)
    var roots = -1
    for index in parents.indices.reversed() {
      if let parent = parents[index] {
        nextSibling[index] = firstChild[parent]
        firstChild[parent] = index
      } else {
        nextSibling[index] = roots
        roots = index
      }
    }
    var order: [(index: Int, depth: Int)] = []
    order.reserveCapacity(parents.count)
    var stack: [(index: Int, depth: Int)] = roots >= 0 ? [(roots, 0)] : []
    while let (index, depth) = stack.popLast() {
      order.append((index, depth))
      if nextSibling[index] >= 0 { stack.append((nextSibling[index], depth)) }
      if firstChild[index] >= 0 { stack.append((firstChild[index], depth + 1)) }
    }
    return order
  }
}

import ArticleModel
import TerminalText

/// The one pass over a Hacker News item that finds the comments and where their texts are.
struct HackerNewsIndex {
  /// What the outermost object says besides its replies; texts are ranges of the source, still escaped.
  struct Story {
    var title: Range<Int>?
    var address: Range<Int>?
    var text: Range<Int>?
    var author: Range<Int>?
    var posted: Int64?
  }

  /// How the pass ended.
  enum Ending: Equatable {
    case complete
    case truncated
    /// Something that is no JSON stood at this offset.
    case malformed(Int)
  }

  private(set) var story = Story()
  private(set) var ending = Ending.complete
  private var scanner: JSONScanner
  private var builder: CommentThread.Builder
  private var ranges: [HackerNewsBodies.RawRange] = []
  /// The open comments, outermost first; -1 for one that is not in the thread yet.
  private var open: [Int32] = []
  private var item = HackerNewsMembers()
  /// Set when members came in an order that leaves flags to be decided at the end.
  private var needsReview = false

  /// Makes an empty index.
  ///
  /// `run()` fills it; the bytes must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    scanner = JSONScanner(bytes)
    // A comment with all its members takes at least this many bytes. Room that stays unused is never touched, and so
    // costs no memory; growing would copy everything.
    let capacity = bytes.count / 256
    builder = CommentThread.Builder(capacity: capacity)
    ranges.reserveCapacity(capacity)
  }

  /// The bytes of a range of the source.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { scanner.bytes(range) }

  /// A member's text, unescaped, cleaned and on one line; `nil` when there is none.
  func line(_ range: Range<Int>?) -> String? {
    guard let range else { return nil }
    let line = JSONString.line(bytes(range))
    return line.isEmpty ? nil : line
  }

  /// Reads the source to its end or to the first place that is no JSON.
  mutating func run() {
    defer { stop() }
    scanner.skipSpace()
    guard scanner.current == 0x7B else {
      ending = scanner.isAtEnd ? .truncated : .malformed(scanner.position)
      return
    }
    scanner.advance()
    while true {
      switch item.read(&scanner) {
      case .replies:
        flush()
        guard enterComment() else { return }
      case .objectEnd:
        flush()
        if open.isEmpty { return }
        open.removeLast()
        guard enterComment() else { return }
      case .stray:
        ending = scanner.isAtEnd ? .truncated : .malformed(scanner.position)
        return
      }
    }
  }

  /// Goes on in a list of replies.
  ///
  /// Into the next comment, or out of the list to the members that follow it; `false` at the end of the source.
  @inline(__always)
  private mutating func enterComment() -> Bool {
    while true {
      scanner.skipSpace()
      switch scanner.current {
      case 0x2C: scanner.advance()
      case 0x7B:
        scanner.advance()
        open.append(-1)
        return true
      case 0x5D:
        scanner.advance()
        return true
      default:
        if scanner.isAtEnd {
          ending = .truncated
          return false
        }
        // A number or text among the replies is none.
        scanner.skipValue()
      }
    }
  }

  /// The thread, with its texts left in `source`.
  mutating func finish(source: SourceBytes) -> CommentThread {
    review()
    return builder.finish(bodies: .encoded(HackerNewsBodies(source: source, ranges: ranges)))
  }

  /// Moves what was read of the outermost object out of the way of its replies.
  private mutating func keepForStory() {
    story.title = item.title ?? story.title
    story.address = item.address ?? story.address
    story.text = item.text ?? story.text
    story.posted = item.posted ?? story.posted
    if let author = item.author {
      story.author = author
      if builder.count > 0 { needsReview = true }
    }
    item = HackerNewsMembers()
  }

  /// Ends the pass: the comments that are still open keep what was read of them.
  private mutating func stop() {
    while !open.isEmpty {
      let isCut = scanner.isTruncated && item.text != nil
      flush()
      let index = Int(open.removeLast())
      if isCut { markCut(index) }
    }
    keepForStory()
  }

  /// Marks a comment whose text reaches to the end of a source that was cut off.
  private mutating func markCut(_ index: Int) {
    let range = ranges[index]
    guard range.isPresent, Int(range.start) + Int(range.count) == scanner.count else { return }
    builder.update(index) { $0.flags.insert(.truncated) }
  }

  /// Puts what was read of the innermost comment into the thread: a new comment, or late members of one whose replies
  /// came first.
  @inline(__always)
  private mutating func flush() {
    guard let last = open.last else { return keepForStory() }
    if last < 0 {
      open[open.count - 1] = append()
    } else if !item.isEmpty {
      complete(Int(last))
    }
    item = HackerNewsMembers()
  }

  @inline(__always)
  private mutating func append() -> Int32 {
    var comment = Comment()
    if let id = item.id { comment.id = identifier(id) }
    if let author = item.author { comment.author = authorIndex(author) }
    if let posted = item.posted { comment.posted = Timestamp(seconds: posted) }
    if let points = item.points { comment.score = Int32(clamping: points) }
    if item.author == nil, item.text == nil { comment.flags.insert(.deleted) }
    if let text = item.text { comment.flags.formUnion(notice(text)) }
    if item.hasSeenAuthor, item.hasSeenText {
      if isStoryAuthor(item.author) { comment.flags.insert(.originalPoster) }
    } else {
      needsReview = true
    }
    ranges.append(rawRange(item.text))
    return Int32(builder.append(comment, depth: open.count - 1))
  }

  /// Adds members that came after the replies.
  private mutating func complete(_ index: Int) {
    let id = item.id.map { identifier($0) }
    let author = item.author.flatMap { authorIndex($0) }
    let late = item
    builder.update(index) { comment in
      if let id { comment.id = id }
      if let author { comment.author = author }
      if let posted = late.posted { comment.posted = Timestamp(seconds: posted) }
      if let points = late.points { comment.score = Int32(clamping: points) }
    }
    if let text = late.text {
      ranges[index] = rawRange(text)
      let flags = notice(text)
      builder.update(index) { $0.flags.formUnion(flags) }
    }
    if late.hasSeenAuthor || late.hasSeenText { needsReview = true }
  }

  /// Decides the flags that depend on members which came late.
  private mutating func review() {
    guard needsReview else { return }
    let poster = story.author.flatMap { authorIndex($0) }
    for index in ranges.indices {
      let hasText = ranges[index].isPresent
      builder.update(index) { comment in
        comment.flags.remove(.deleted)
        if comment.author == nil, !hasText { comment.flags.insert(.deleted) }
        if comment.author != nil, comment.author == poster { comment.flags.insert(.originalPoster) }
      }
    }
  }

  /// What "[flagged]" in place of words says.
  @inline(__always)
  private func notice(_ text: Range<Int>) -> Comment.Flags {
    guard text.count <= 16, bytes(text).first == 0x5B else { return [] }
    return RemovalNotice.flags(ofBracketed: HackerNewsBodies.text(bytes(text)))
  }

  @inline(__always)
  private func rawRange(_ range: Range<Int>?) -> HackerNewsBodies.RawRange {
    guard let range else { return .none }
    return HackerNewsBodies.RawRange(
      start: UInt32(truncatingIfNeeded: range.lowerBound), count: UInt32(truncatingIfNeeded: range.count))
  }

  @inline(__always)
  private func isStoryAuthor(_ author: Range<Int>?) -> Bool {
    guard let author, let poster = story.author, author.count == poster.count else { return false }
    return bytes(author).elementsEqual(bytes(poster))
  }

  private mutating func authorIndex(_ range: Range<Int>) -> Int32? {
    let name = bytes(range)
    if Self.isPlain(name) { return name.isEmpty ? nil : builder.author(utf8: name) }
    let line = JSONString.line(name)
    return line.isEmpty ? nil : builder.author(line)
  }

  @inline(__always)
  private func identifier(_ range: Range<Int>) -> String {
    let digits = bytes(range)
    return Self.isPlain(digits) ? String(decoding: digits, as: UTF8.self) : JSONString.line(digits)
  }

  /// Whether the bytes are printable ASCII without escapes and spaces, so that they need no cleaning.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where byte <= 0x20 || byte >= 0x7F || byte == 0x5C { return false }
    return true
  }
}

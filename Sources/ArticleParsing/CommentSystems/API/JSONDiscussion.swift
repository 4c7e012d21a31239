import ArticleModel

/// What is read out of a JSON text, value by value: an article's facts, and contributions in the source's order.
struct JSONDiscussion {
  /// One comment as the source has it.
  struct Contribution {
    /// Its facts; the author is set from `author`.
    var facts: Comment
    /// Who wrote it.
    var author: String?
    /// Its words.
    var body: JSONBody
    /// Whom it answers.
    var parent = ThreadAssembly.Parent.none

    init(id: String?, author: String? = nil, posted: Timestamp? = nil, body: JSONBody = .none) {
      facts = Comment(id: id ?? "", posted: posted)
      self.author = author
      self.body = body
    }
  }

  var title: String?
  var byline: String?
  var site: String?
  var published: Timestamp?
  var publishedText: String?
  var language: String?
  /// The article's words.
  var body = RichText()
  /// Where the article is, when its words are somewhere else.
  var address: String?
  /// The address that the source gives as the article's own.
  var canonical: String?
  /// The comments, in the source's order.
  private(set) var contributions: [Contribution] = []
  /// Whether the source is about a discussion, even one without comments.
  var hasThread = false
  /// How many comments the source says there are.
  var statedCount: Int?
  /// Why comments are missing, in words for the user.
  var missingReason: String?
  /// Whether the source is one page of several, and more comments follow after its last.
  var hasNextPage = false
  /// Replies that the source counts beside a comment and does not hold.
  private var counted: [(place: Int, count: Int, evenIfAnswered: Bool)] = []
  /// How many of the contributions are stubs, and how many replies these stand for.
  private var stubs = (count: 0, missing: 0)

  /// Appends a comment; returns its place in the list.
  @discardableResult
  mutating func append(_ contribution: Contribution) -> Int {
    hasThread = true
    contributions.append(contribution)
    return contributions.count - 1
  }

  /// Changes a comment that was appended before.
  mutating func update(_ index: Int, _ change: (inout Contribution) -> Void) { change(&contributions[index]) }

  /// Appends a stub: replies that the source left out.
  ///
  /// - Parameters:
  ///   - count: How many; `nil` when the source does not say.
  ///   - parent: Whom they answer.
  mutating func appendStub(missing count: Int?, below parent: ThreadAssembly.Parent) {
    let missing = Int32(clamping: max(0, count ?? 0))
    var stub = Contribution(id: nil)
    stub.facts.flags = .stub
    stub.facts.missingReplies = missing
    stub.parent = parent
    append(stub)
    stubs.count += 1
    stubs.missing += Int(missing)
  }

  /// Notes how many replies to a comment the source counts; a stub stands for them if it holds none.
  ///
  /// - Parameters:
  ///   - count: The number; none or less is nothing.
  ///   - place: The comment's place in the list; it may be the next one.
  mutating func expectReplies(_ count: Int64?, to place: Int) {
    if let count, count > 0 { counted.append((place, Int(clamping: count), false)) }
  }

  /// Notes how many replies to a comment the source leaves out besides those that it holds.
  mutating func leaveOut(_ count: Int, below place: Int) {
    if count > 0 { counted.append((place, count, true)) }
  }

  /// Appends the stubs that only all of the source decides.
  private mutating func appendCountedStubs() {
    var answered: Set<Int> = []
    var ids: Set<String> = []
    for contribution in counted.isEmpty ? [] : contributions {
      switch contribution.parent {
      case .none: break
      case .entry(let place): answered.insert(place)
      case .id(let id): ids.insert(id)
      }
    }
    for (place, count, evenIfAnswered) in counted where contributions.indices.contains(place) {
      let isAnswered = answered.contains(place) || ids.contains(contributions[place].facts.id)
      if evenIfAnswered || !isAnswered { appendStub(missing: count, below: .entry(place)) }
    }
    counted = []
    guard hasNextPage else { return }
    let rest = statedCount.map { $0 - (contributions.count - stubs.count) - stubs.missing } ?? 0
    appendStub(missing: rest > 0 ? rest : nil, below: .none)
  }

  /// Appends comments whose replies are nested in them.
  ///
  /// - Parameters:
  ///   - list: The comments at top level.
  ///   - parent: Whom they answer; `nil` for nobody.
  ///   - replies: The replies of a comment, an array or an object of comments; asked for once.
  ///   - read: Reads a comment; gets the place of the one it answers. `nil` for what is no comment, whose replies then
  ///     answer its parent.
  mutating func appendNested(
    _ list: JSONValue, below parent: Int? = nil, replies: (JSONValue) -> JSONValue,
    read: (JSONValue, Int?, inout JSONDiscussion) -> Contribution?
  ) {
    hasThread = true
    var open: [(rest: JSONValue.Elements, parent: Int?)] = [(list.elements, parent)]
    while let last = open.indices.last {
      guard let value = open[last].rest.next() else {
        open.removeLast()
        continue
      }
      var place = open[last].parent
      if var contribution = read(value, place, &self) {
        if let place { contribution.parent = .entry(place) }
        place = append(contribution)
      }
      let below = replies(value).elements
      if below.first != nil { open.append((below, place)) }
    }
  }

  /// Appends comments that come flat, in tree order, with their depths.
  mutating func appendByDepth(_ list: JSONValue, read: (JSONValue) -> (Contribution, depth: Int)?) {
    hasThread = true
    var open: [(depth: Int, place: Int)] = []
    for value in list.elements {
      guard let (found, depth) = read(value) else { continue }
      var contribution = found
      while let last = open.last, last.depth >= depth { open.removeLast() }
      contribution.parent = open.last.map { .entry($0.place) } ?? .none
      open.append((depth, append(contribution)))
    }
  }

  /// The thread, its bodies left in their source.
  ///
  /// - Parameters:
  ///   - source: The JSON text.
  ///   - offset: How many bytes of the source the document did not count.
  /// - Returns: The thread; `nil` when the text holds no discussion.
  func thread(source: SourceBytes, offset: Int) -> CommentThread? {
    guard hasThread else { return nil }
    if !counted.isEmpty || hasNextPage {
      var whole = self
      whole.appendCountedStubs()
      whole.hasNextPage = false
      return whole.thread(source: source, offset: offset)
    }
    var builder = CommentThread.Builder(capacity: contributions.count)
    var bodies = JSONBodies(source: source, offset: offset, capacity: contributions.count)
    for place in ThreadAssembly.order(
      parents: contributions.map(\.parent), ids: contributions.map(\.facts.id))
    {
      let contribution = contributions[place.entry]
      var comment = contribution.facts
      comment.author = contribution.author.map { builder.author($0) }
      if place.isUnplaced { comment.flags.insert(.unplaced) }
      comment.flags.formUnion(contribution.body.flags(in: source, offset: offset))
      builder.append(comment, depth: place.depth)
      bodies.append(contribution.body)
    }
    var thread = builder.finish(bodies: .encoded(bodies))
    thread.note = note
    return thread
  }

  /// What is missing, as far as the source tells.
  private var note: ThreadNote? {
    let present = contributions.count - stubs.count
    let absent = max(stubs.missing, statedCount.map { $0 - present } ?? 0)
    guard absent > 0 || missingReason != nil || stubs.count > 0 else { return nil }
    let counts = statedCount.flatMap { $0 > present ? "The source holds \(present) of \($0) comments." : nil }
    var reasons = [counts, missingReason].compactMap(\.self)
    if reasons.isEmpty {
      reasons.append(
        absent > 0
          ? "The source leaves out \(absent) \(absent == 1 ? "reply" : "replies")."
          : "The source leaves out some replies.")
    }
    return ThreadNote(missing: absent > 0 ? absent : nil, reason: reasons.joined(separator: " "))
  }
}

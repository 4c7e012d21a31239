extension CommentThread {
  /// A thread of one of several sources.
  public struct Part: Sendable {
    /// The comments.
    public var thread: CommentThread
    /// What the source is called.
    public var title: String
    /// Where the comments came from.
    public var source: ArticleSource

    /// Makes a part.
    public init(thread: CommentThread, title: String, source: ArticleSource) {
      self.thread = thread
      self.title = title
      self.source = source
    }
  }

  /// One thread of those of several sources, each below a heading of its own.
  ///
  /// A comment that two sources have stands once, where the first of them has it, with the replies of both; a stub goes
  /// when the other source has the replies. Identifiers are kept, and are unique only within their section.
  ///
  /// - Parameter parts: The threads, with what their sources are called and where they came from.
  /// - Returns: The threads, one below the other; the note tells of all that are incomplete.
  /// - Complexity: O(number of comments); only bodies of comments that may be in two sources are looked at.
  public static func joining(_ parts: [Part]) -> CommentThread {
    ThreadJoint(parts).thread()
  }
}

/// Joins threads: numbers their entries through, finds the comments that are in several, and lays out the result.
private struct ThreadJoint {
  private let parts: [CommentThread.Part]
  /// The number of the first entry of each part, and that after the last.
  private var starts: [Int] = [0]
  /// The comment that an entry repeats, by its number; its own number when it repeats none.
  private var originals: [Int] = []
  /// The number of the entry that each answers, -1 at top level.
  private var parents: [Int] = []
  private var isDropped: [Bool] = []
  private var origins: [ThreadSectionSet] = []

  init(_ parts: [CommentThread.Part]) {
    self.parts = parts
    for part in parts { starts.append(starts[starts.count - 1] + part.thread.count) }
    findTwins()
    parents = [Int](repeating: -1, count: originals.count)
    for (number, part) in parts.enumerated() {
      for (index, parent) in part.thread.shape.parents.enumerated() where parent >= 0 {
        parents[starts[number] + index] = originals[starts[number] + Int(parent)]
      }
    }
    isDropped = originals.indices.map { originals[$0] != $0 }
    dropStubs()
  }

  private mutating func findTwins() {
    originals = Array(0..<starts[parts.count])
    origins = []
    var twins = CommentTwins()
    for (number, part) in parts.enumerated() {
      origins += [ThreadSectionSet](repeating: .init(number), count: part.thread.count)
      let start = starts[number]
      if number > 0 {
        for (index, place) in twins.places(of: part.thread).enumerated() where place >= 0 {
          originals[start + index] = place
          origins[place].insert(number)
        }
      }
      let others = parts[(number + 1)...].map(\.thread)
      if !others.isEmpty {
        twins.add(part.thread, comparedWith: others) { index in
          originals[start + index] == start + index ? start + index : nil
        }
      }
    }
  }

  /// Drops the stubs below a comment that is in several sources where another source has more of its replies.
  private mutating func dropStubs() {
    // For every comment that is in several sources, the replies that only one of them has.
    var owners: [Int: ThreadSectionSet] = [:]
    for entry in originals.indices where !isDropped[entry] && parents[entry] >= 0 {
      let parent = parents[entry]
      guard origins[parent].all.count > 1, entryOf(entry).isComment else { continue }
      owners[parent, default: origins[entry]].formUnion(origins[entry])
    }
    var hasStub: Set<Int> = []
    for entry in originals.indices where entryOf(entry).flags.contains(.stub) && parents[entry] >= 0 {
      let parent = parents[entry]
      let part = part(of: entry)
      // What somebody wrote below a stub stays with it.
      guard origins[parent].all.count > 1, parts[part].thread.subtreeCount(of: entry - starts[part]) == 1
      else { continue }
      let own = origins[entry].first
      let isFilled = owners[parent].map { $0.all.contains { $0 != own } } ?? false
      if isFilled || !hasStub.insert(parent).inserted { isDropped[entry] = true }
    }
  }

  private func part(of entry: Int) -> Int { starts.partitioningIndex { $0 > entry } - 1 }

  private func entryOf(_ entry: Int) -> Comment {
    let part = part(of: entry)
    return parts[part].thread.comments[entry - starts[part]]
  }

  func thread() -> CommentThread {
    // First and next sibling, filled from the end, so that siblings come out in order.
    var first = [Int](repeating: -1, count: originals.count)
    var next = [Int](repeating: -1, count: originals.count)
    var tops = [Int](repeating: -1, count: parts.count)
    for number in parts.indices.reversed() {
      for entry in (starts[number]..<starts[number + 1]).reversed() where !isDropped[entry] {
        if parents[entry] < 0 {
          next[entry] = tops[number]
          tops[number] = entry
        } else {
          next[entry] = first[parents[entry]]
          first[parents[entry]] = entry
        }
      }
    }
    var builder = CommentThread.Builder(capacity: originals.count + parts.count)
    let authors = parts.map { part in part.thread.authors.map { builder.author($0) } }
    var rows: [ThreadSectionSet] = []
    var bodies = JoinedBodies(threads: parts.map(\.thread))
    for number in parts.indices {
      builder.append(Comment(flags: .section), depth: 0)
      rows.append(ThreadSectionSet(number))
      bodies.appendNone()
      var above: [Int] = []
      var current = tops[number]
      while current >= 0 {
        let part = part(of: current)
        let index = current - starts[part]
        var comment = parts[part].thread.comments[index]
        comment.author = comment.author.flatMap {
          authors[part].indices.contains(Int($0)) ? authors[part][Int($0)] : nil
        }
        builder.append(comment, depth: above.count)
        rows.append(origins[current])
        bodies.append(part, index)
        if first[current] >= 0 {
          above.append(current)
          current = first[current]
          continue
        }
        while next[current] < 0, let parent = above.popLast() { current = parent }
        current = next[current]
      }
    }
    var joined = builder.finish(bodies: .encoded(bodies))
    joined.origins = rows
    joined.sections = parts.indices.map(section)
    joined.note = note
    return joined
  }

  private func section(_ number: Int) -> ThreadSection {
    let part = parts[number]
    var section = ThreadSection(
      title: part.title, source: part.source, note: part.thread.note, commentCount: part.thread.commentCount)
    section.sharedCount = (starts[number]..<starts[number + 1]).count { originals[$0] != $0 }
    return section
  }

  private var note: ThreadNote? {
    var missing: Int? = 0
    var reasons: [String] = []
    for part in parts {
      guard let note = part.thread.note else { continue }
      missing = note.missing.flatMap { count in missing.map { $0 + count } }
      reasons.append("\(part.title): \(note.reason)")
    }
    return reasons.isEmpty
      ? nil : ThreadNote(missing: missing, reason: reasons.joined(separator: "; "))
  }
}

/// The bodies of several threads, in the order of the thread that they were joined to.
private struct JoinedBodies: CommentBodySource {
  private let threads: [CommentThread]
  /// Thread and index of each body, -1 for none.
  private var places: [(thread: Int32, index: Int32)] = []

  init(threads: [CommentThread]) { self.threads = threads }

  var count: Int { places.count }

  mutating func append(_ thread: Int, _ index: Int) { places.append((Int32(thread), Int32(index))) }

  mutating func appendNone() { places.append((-1, -1)) }

  func body(at index: Int) -> RichText {
    let place = places[index]
    return place.thread < 0 ? RichText() : threads[Int(place.thread)].body(of: Int(place.index))
  }
}

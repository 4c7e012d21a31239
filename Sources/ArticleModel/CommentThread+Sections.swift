extension CommentThread {
  /// The part of a thread that came from one of several sources.
  public struct Section: Hashable, Sendable {
    /// What the source is called: its site, or its comment system, and the title of its discussion.
    public var title: String
    /// Where the comments came from and how they were read.
    public var source: ArticleSource
    /// What the source says about its completeness.
    public var note: Note?
    /// The number of comments that the source has.
    public internal(set) var commentCount: Int
    /// How many of them other sources have too; they stand where the first of these has them.
    public internal(set) var sharedCount = 0
  }

  /// Which sections an entry belongs to; one past the 64th counts as the 64th.
  struct SectionSet: Hashable, Sendable {
    private var bits: UInt64 = 0

    init(_ section: Int) { insert(section) }

    mutating func insert(_ section: Int) { bits |= 1 << UInt64(max(0, min(63, section))) }

    mutating func formUnion(_ other: SectionSet) { bits |= other.bits }

    var first: Int { bits.trailingZeroBitCount }

    var all: [Int] { (0..<64).filter { bits >> UInt64($0) & 1 == 1 } }
  }

  /// The source whose comments an entry stands among, when the thread was put together from several.
  public func section(of index: Int) -> Section? {
    sectionIndex(of: index).map { sections[$0] }
  }

  /// The index in `sections` of the source whose comments an entry stands among; `nil` when there is only one source.
  public func sectionIndex(of index: Int) -> Int? {
    guard origins.indices.contains(index), sections.indices.contains(origins[index].first) else { return nil }
    return origins[index].first
  }

  /// The sources that have an entry, as indices of `sections`, ascending; empty when there is only one source.
  public func sectionIndices(of index: Int) -> [Int] {
    guard origins.indices.contains(index) else { return [] }
    return origins[index].all.filter(sections.indices.contains)
  }

  /// Whether an entry stands above the comments of one of several sources.
  public func isSectionHeading(_ index: Int) -> Bool { comments[index].flags.contains(.section) }
}

extension CommentThread {
  /// The source whose comments an entry stands among, when the thread was put together from several.
  public func section(of index: Int) -> ThreadSection? {
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

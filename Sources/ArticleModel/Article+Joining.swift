extension Article {
  /// Puts the discussions of other sources below this article's own, each under a heading.
  ///
  /// What the others say besides is left out; what went wrong in reading them is kept.
  ///
  /// - Parameter others: What was read from the other sources.
  public mutating func join(discussionsOf others: [Article]) {
    guard !others.isEmpty else { return }
    var parts: [CommentThread.Part] = []
    if let thread, !thread.isEmpty {
      parts.append(.init(thread: thread, title: site ?? "This page", source: source))
    }
    for other in others {
      for var diagnostic in other.diagnostics {
        let places = [other.source.location.name, diagnostic.place].compactMap(\.self)
        diagnostic.place = places.joined(separator: ", ")
        diagnostics.append(diagnostic)
      }
      if let thread = other.thread, !thread.isEmpty || thread.note != nil {
        parts.append(.init(thread: thread, title: other.discussionTitle, source: other.source))
      } else {
        diagnostics.append(
          Diagnostic(
            severity: .warning, message: "There are no comments in this source.",
            place: other.source.location.name))
      }
    }
    guard !parts.isEmpty else { return }
    // Two files of one site are told apart by their names.
    var counts: [String: Int] = [:]
    for part in parts { counts[part.title, default: 0] += 1 }
    for index in parts.indices where counts[parts[index].title] ?? 0 > 1 {
      parts[index].title += " (\(parts[index].source.location.name))"
    }
    thread = .joining(parts)
  }

  private var discussionTitle: String {
    let names = [site ?? source.commentSystem.flatMap { $0 == "generic" ? nil : $0 }, title].compactMap(
      \.self)
    return names.isEmpty ? source.location.name : names.joined(separator: ": ")
  }
}

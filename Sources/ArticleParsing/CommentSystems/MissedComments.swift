import ArticleModel

/// Looks for comments of a page that were not read, so that a mistake is told and not hidden.
enum MissedComments {
  /// Fewer characters than this may be a notice or a label.
  private static let leastElement = 40
  private static let leastText = 200

  /// What the user should know of comments that are not in the thread.
  ///
  /// - Parameters:
  ///   - candidate: The page.
  ///   - units: The comments that were read, in document order.
  ///   - hasThread: Whether comments were read at all, from elements or from what the page states for machines.
  /// - Returns: At most two diagnostics.
  /// - Complexity: O(number of nodes).
  static func diagnostics(on candidate: CommentPage, units: [CommentUnit], hasThread: Bool) -> [Diagnostic] {
    let page = candidate.shown
    var result: [Diagnostic] = []
    let (count, characters) = leftOver(on: page, units: units)
    if characters >= leastText {
      result.append(
        Diagnostic(
          severity: .warning,
          message:
            "The page has \(count) more places called comments, \(characters) characters, that were not read."
        ))
    }
    if !hasThread, let name = emptyService(on: candidate) {
      result.append(
        Diagnostic(
          severity: .note,
          message: "The page loads its comments from \(name) by a script; they are not in it."))
    }
    return result
  }

  /// The elements called comments that hold words and neither are nor hold a comment that was read.
  private static func leftOver(on page: PageNodes, units: [CommentUnit]) -> (count: Int, characters: Int) {
    let document = page.document
    var count = 0
    var characters = 0
    var nextUnit = 0
    var node = 0
    while node < document.nodes.count {
      while nextUnit < units.count, units[nextUnit].element < node { nextUnit += 1 }
      let end = document.subtree(of: node).upperBound
      if nextUnit < units.count, units[nextUnit].element == node {
        node = max(node + 1, units[nextUnit].end)
        continue
      }
      if page.isHidden(node) {
        node = end
        continue
      }
      let holdsUnit = nextUnit < units.count && units[nextUnit].element < end
      guard !holdsUnit, page.traits[node].contains(.comment), page.isBlock(node),
        page.plainLength(of: node) >= leastElement, !isForm(node, document)
      else {
        node += 1
        continue
      }
      count += 1
      characters += page.plainLength(of: node)
      node = end
    }
    return (count, characters)
  }

  /// Whether an element is the form for a new comment, or a part of it.
  private static func isForm(_ node: Int, _ document: HTMLDocument) -> Bool {
    let isField: (Int) -> Bool = { [.form, .textarea, .input].contains(document.tag($0)) }
    if document.subtree(of: node).prefix(300).contains(where: isField) { return true }
    var ancestor = document.parent(of: node)
    for _ in 0..<12 {
      guard let current = ancestor else { return false }
      if document.tag(current) == .form { return true }
      ancestor = document.parent(of: current)
    }
    return false
  }

  /// The service whose empty frame the page has.
  private static func emptyService(on page: CommentPage) -> String? {
    for (name, patterns) in services {
      let possible = patterns.filter { page.vocabulary.mayHave($0) }
      guard !possible.isEmpty else { continue }
      let frame = ElementMatcher(possible, in: page.document)
      guard let node = page.document.nodes.indices.first(where: frame.matches) else { continue }
      if page.shown.plainLength(of: node) < leastText { return name }
    }
    return nil
  }

  private static let services: [(name: String, frames: [ElementPattern])] = [
    ("Disqus", ["#disqus_thread"]), ("Coral", ["#coral_talk_stream", "#coral_thread"]),
    ("Facebook", [".fb-comments"]), ("Hyvor Talk", ["#hyvor-talk-view", "hyvor-talk-comments"]),
    ("GitHub discussions", [".giscus", "script[src*=giscus.app]"]),
    ("GitHub issues", [".utterances", "script[src*=utteranc.es]"]), ("Commento", ["#commento"]),
    ("Remark42", ["#remark42"]), ("Isso", ["#isso-thread"]), ("Cusdis", ["#cusdis_thread"]),
    ("OpenWeb", ["[data-spot-im-module-default-area]", "[data-spotim-module]"]),
    ("Viafoura", ["vf-conversations"]), ("Discourse", ["#discourse-comments"]),
    ("Livefyre", ["#livefyre-comments"]),
  ]
}

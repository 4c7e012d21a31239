/// Where names and dates of contributors stand on a page, as running sums over the nodes.
struct DiscussionSigns {
  /// What an element has outside the units nested in it.
  struct Own {
    var text = 0
    var links = 0
    var names = 0
    var dates = 0
  }

  private let page: PageNodes
  private var namesBefore: [Int32]
  private var datesBefore: [Int32]

  /// Marks names and dates.
  ///
  /// - Complexity: O(number of nodes + text of short texts).
  init(_ page: PageNodes) {
    self.page = page
    let document = page.document
    namesBefore = Array(repeating: 0, count: document.nodes.count + 1)
    datesBefore = namesBefore
    var scanner = DateScanner()
    document.bytes.withUnsafeBufferPointer { bytes in
      for node in document.nodes.indices {
        var isName = false
        var isDate = false
        if !page.isHidden(node) {
          let record = document.nodes[node]
          switch record.tag {
          case .text:
            // Times say it themselves; other dates stand in short texts.
            if let parent = document.parent(of: node), !Self.isTime(parent, document) {
              var start = Int(record.textStart)
              var end = start + Int(record.textCount)
              while start < end, bytes[start] <= 0x20 { start += 1 }
              while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
              if (3...160).contains(end - start) { isDate = scanner.firstDate(in: bytes, start..<end) != nil }
            }
          case .time: isDate = true
          case .cite: isName = page.textLength(of: node) > 0
          case .other: isDate = Self.isTime(node, document)
          default: isName = Self.isName(node, on: page)
          }
        }
        namesBefore[node + 1] = namesBefore[node] + (isName ? 1 : 0)
        datesBefore[node + 1] = datesBefore[node] + (isDate ? 1 : 0)
      }
    }
  }

  /// The names in a subtree.
  func names(in node: Int) -> Int32 {
    namesBefore[page.document.subtree(of: node).upperBound] - namesBefore[node]
  }

  /// The dates in a subtree.
  func dates(in node: Int) -> Int32 {
    datesBefore[page.document.subtree(of: node).upperBound] - datesBefore[node]
  }

  /// What an element has outside nested units.
  ///
  /// - Complexity: O(size of the subtree).
  func own(of node: Int, isUnit: Set<Int>) -> Own {
    var own = Own(
      text: page.textLength(of: node), links: page.linkLength(of: node), names: Int(names(in: node)),
      dates: Int(dates(in: node)))
    var next = node + 1
    let end = page.document.subtree(of: node).upperBound
    while next < end {
      guard isUnit.contains(next) else {
        next += 1
        continue
      }
      own.text -= page.textLength(of: next)
      own.links -= page.linkLength(of: next)
      own.names -= Int(names(in: next))
      own.dates -= Int(dates(in: next))
      next = page.document.subtree(of: next).upperBound
    }
    return own
  }

  /// Whether an element states a time in its markup.
  static func isTime(_ node: Int, _ document: HTMLDocument) -> Bool {
    document.tag(node) == .time || document.tag(node) == .other && document.name(of: node) == "relative-time"
  }

  /// Whether an element names a contributor: by its class, or by linking to a profile.
  static func isName(_ node: Int, on page: PageNodes) -> Bool {
    guard page.document.nodes[node].attributeCount > 0 else { return false }
    let length = page.textLength(of: node)
    guard length > 1, length < 60 else { return false }
    if page.traits[node].contains(.person), !page.traits[node].contains(.control) { return true }
    return page.document.tag(node) == .a && linksToProfile(node, page.document)
  }

  /// Whether a link leads to somebody's profile.
  static func linksToProfile(_ node: Int, _ document: HTMLDocument) -> Bool {
    document.attributeBytes("href", of: node).map { profilePaths.match($0) } ?? false
  }

  private static let profilePaths = PathSigns([
    "/u/", "/user/", "/users/", "/profile/", "/member/", "/members/", "/people/", "/~", "/user?id=", "/@",
    "/user.php",
    "/member.php", "/memberlist.php",
  ])
}

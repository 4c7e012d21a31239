/// The article's words in the data that a page hands to its own scripts, for pages that show nothing without them.
///
/// Frameworks put the data into scripts of JSON (`__NEXT_DATA__`, `__NUXT_DATA__`), assign it (`__INITIAL_STATE__`,
/// `__APOLLO_STATE__`, `__PRELOADED_STATE__`), or push it in pieces (`__next_f`). What its members are called differs from
/// site to site. So the words are looked for by what they are: strings that are prose, in the value that holds most of
/// the prose.
struct StateScripts {
  /// The words, maybe with markup; a line is a paragraph.
  private(set) var body: StatedBody?

  /// Shorter scripts hold no article.
  private static let shortest = 400

  /// Searches the scripts of a page.
  ///
  /// - Complexity: O(number of bytes).
  init(_ page: UnsafeBufferPointer<UInt8>) {
    var best: Prose?
    var pushed: [UInt8] = []
    Self.forEachScript(in: page) { script in
      if ASCII.find("__next_f", in: script) != nil {
        Self.appendPushed(script, to: &pushed)
      } else if script.count > Self.shortest, let start = Self.dataStart(of: script) {
        let prose = Prose(UnsafeBufferPointer(rebasing: script[start...]))
        if prose.mass > best?.mass ?? 0 { best = prose }
      }
    }
    let prose = pushed.withUnsafeBufferPointer { Prose($0) }
    if prose.mass > best?.mass ?? 0 { best = prose }
    if let best, best.mass > 0 { body = StatedBody(best.text) }
  }

  /// Calls `body` with the content of each script that is not read elsewhere.
  private static func forEachScript(
    in page: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var position = 0
    while let start = ASCII.find("<script", in: page, from: position) {
      guard let close = page[start...].firstIndex(of: UInt8(ascii: ">")) else { return }
      let end = ASCII.find("</script", in: page, from: close) ?? page.count
      position = end
      let isLinkedData = ASCII.find("ld+json", in: UnsafeBufferPointer(rebasing: page[start..<close])) != nil
      if end > close + 1, !isLinkedData { body(UnsafeBufferPointer(rebasing: page[close + 1..<end])) }
    }
  }

  /// Where data begins in a script: at the first object with a quoted name, or list of such.
  private static func dataStart(of script: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    while position + 1 < script.count {
      let byte = script[position]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        var next = position + 1
        let farthest = min(script.count, position + 16)
        while next < farthest, script[next] <= 0x20 || script[next] == byte { next += 1 }
        if next < script.count, script[next] == 0x22 || script[next] == UInt8(ascii: "{") { return position }
      }
      position += 1
    }
    return nil
  }

  /// Appends the strings that a script pushes, without their escapes.
  private static func appendPushed(_ script: UnsafeBufferPointer<UInt8>, to pushed: inout [UInt8]) {
    var position = 0
    while let call = ASCII.find("push([1,", in: script, from: position) {
      guard let mark = script[call...].firstIndex(of: 0x22) else { return }
      var end = mark + 1
      while end < script.count, script[end] != 0x22 { end += script[end] == 0x5C ? 2 : 1 }
      end = min(end, script.count)
      JSONString.append(UnsafeBufferPointer(rebasing: script[mark + 1..<end]), to: &pushed)
      position = end
    }
  }

  // MARK: Prose

  /// The prose of one script.
  private struct Prose {
    /// How much prose there is, in words.
    private(set) var mass = 0
    private(set) var text = ""

    init(_ script: UnsafeBufferPointer<UInt8>) {
      let tree = LinkedDataTree(script)
      let values = tree.values
      var masses = [Int](repeating: 0, count: values.count)
      for index in values.indices where values[index].kind == .string {
        masses[index] = Self.mass(of: UnsafeBufferPointer(rebasing: script[values[index].range]))
      }
      // Children stand behind their parents.
      var isAside = [Bool](repeating: false, count: values.count)
      for index in values.indices {
        let parent = values[index].parent
        isAside[index] = parent >= 0 && isAside[parent] || Self.asides.contains { values[index].key == $0 }
        if isAside[index] { masses[index] = 0 }
      }
      for index in values.indices.reversed() where values[index].parent >= 0 {
        masses[values[index].parent] += masses[index]
      }
      var roots = values.indices.filter { values[$0].parent < 0 && masses[$0] > 0 }
      mass = roots.reduce(0) { $0 + masses[$1] }
      if let root = roots.max(by: { masses[$0] < masses[$1] }), masses[root] * 100 >= mass * 97 {
        roots = [Self.holder(below: root, tree: tree, masses: masses)]
        mass = masses[roots[0]]
      }
      write(roots, tree: tree, masses: masses)
    }

    /// The value that holds nearly all of the prose below another, or the string that is the article beside its summaries.
    private static func holder(below root: Int, tree: LinkedDataTree, masses: [Int]) -> Int {
      var root = root
      while let child = tree.children(of: root).max(by: { masses[$0] < masses[$1] }), masses[child] >= 60 {
        let share = masses[child] * 100 / max(1, masses[root])
        let isMember = tree.values[root].kind == .object
        guard share >= (isMember ? (tree.values[child].kind == .string ? 40 : 70) : 97) else { break }
        root = child
      }
      return root
    }

    /// Takes over the strings below some values; what was there already is another form of the same.
    private mutating func write(_ roots: [Int], tree: LinkedDataTree, masses: [Int]) {
      var seen: Set<String> = []
      var paragraphs: [String] = []
      for root in roots {
        var index = root
        repeat {
          if tree.values[index].kind == .string, masses[index] > 0, let words = tree.text(index),
            seen.insert(words).inserted
          {
            paragraphs.append(words)
          }
          index += 1
        } while index < tree.values.count && tree.values[index].parent >= root
      }
      if paragraphs.contains(where: { $0.holds("<p") || $0.holds("<br") || $0.holds("</") }) {
        text = paragraphs.map { $0.holds("<") ? $0 : "<p>" + $0 + "</p>" }.joined()
      } else {
        text = paragraphs.joined(separator: "\n")
      }
    }

    /// The words of a string that reads like sentences; 0 for other strings.
    private static func mass(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
      guard bytes.count >= 40 else { return 0 }
      var spaces = 0
      var wide = 0
      var code = 0
      for byte in bytes {
        switch byte {
        case 0x20: spaces += 1
        case 0x80...: wide += 1
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: ";"): code += 1
        default: break
        }
      }
      // Scripts without spaces between words: three bytes a character.
      let words = max(spaces, wide / 6)
      guard words >= 6, words * 16 >= bytes.count, code * 25 < bytes.count else { return 0 }
      return words
    }

    /// Members that are about something else than the article.
    private static let asides = [
      JSONKey("comments"), JSONKey("related"), JSONKey("relatedArticles"), JSONKey("recommendations"),
      JSONKey("translations"), JSONKey("messages"), JSONKey("i18n"), JSONKey("locale"), JSONKey("config"),
      JSONKey("seo"), JSONKey("meta"), JSONKey("navigation"), JSONKey("footer"), JSONKey("consent"),
      JSONKey("legal"),
    ]
  }
}

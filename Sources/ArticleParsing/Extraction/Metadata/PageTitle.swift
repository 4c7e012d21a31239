/// Finds the title of an article by agreement between its headings and what the page states about itself.
enum PageTitle {
  /// A heading of the first or second level.
  struct Heading {
    var text: String
    var level: Int
    /// Whether it stands in the element that holds the article.
    var isInArticle: Bool
    /// Whether it stands in something beside the article.
    var isBeside = false
  }

  /// What titles are made from.
  struct Sources {
    /// The visible headings, in page order.
    var headings: [Heading]
    /// The heading that is marked as the article's headline.
    var marked: String?
    var openGraph: String?
    var linked: String?
    var element: String?
    var others: [String] = []
    /// The site's names: what it calls itself, and the name in its address.
    var siteNames: [String]
  }

  /// The title, or `nil` when the page states none.
  ///
  /// A heading that the statements confirm, word by word or mostly, is the title as readers see it; so is the only heading
  /// of the first level. Without one it is what the page states, less the site's name.
  static func find(_ sources: Sources) -> String? {
    let sites = Set(sources.siteNames.map(folded)).subtracting([""])
    let element = sources.element.map(shortened)
    let raw =
      [sources.openGraph, sources.linked].compactMap { $0 }.map(shortened) + [element].compactMap { $0 }
      + sources.others.map(shortened)
    let stated = raw.map { withoutSite($0, sites: sites) }.filter { !$0.isEmpty }
    func isUsable(_ text: String) -> Bool {
      (2...400).contains(text.utf8.count) && !text.unicodeScalars.contains("\u{FFFD}")
        && !sites.contains(folded(text))
    }
    let first = ([sources.marked].compactMap { $0 } + sources.headings.filter { $0.level == 1 }.map(\.text))
      .filter(isUsable)
    let openings = Openings(raw: raw, stated: stated)
    let best = confirmed(first, by: stated + [element].compactMap { $0 })
    if let best, best.score > 2.5 { return best.title }
    let opening = sources.headings.first {
      isUsable($0.text) && !isSite($0.text, sites) && openings.begin(with: $0.text)
    }
    if let title = opening?.text ?? best?.title { return title }
    if let lonely = lonely(sources.headings.filter { $0.level == 1 && isUsable($0.text) }, sites: sites) {
      return lonely
    }
    return stated.first { !sites.contains(folded($0)) } ?? first.first ?? stated.first
  }

  /// What is longer than any title is cut, so that no page makes the comparisons long.
  private static func shortened(_ text: String) -> String {
    text.utf8.count > 1000 ? String(text.prefix(250)) : text
  }

  /// What the statements are, and what they begin with, folded.
  private struct Openings {
    private var wholes: Set<String> = []
    private var beginnings: Set<String> = []

    init(raw: [String], stated: [String]) {
      for text in stated { wholes.insert(PageTitle.folded(text)) }
      for text in raw {
        for mark in PageTitle.marks where text.holds(mark) {
          let parts = PageTitle.split(text, at: mark)
          if parts.count > 1, let first = parts.first { beginnings.insert(PageTitle.folded(first)) }
        }
      }
    }

    /// Whether a heading is a statement, or what stands before the first mark in one.
    func begin(with heading: String) -> Bool {
      let name = PageTitle.folded(heading)
      return wholes.contains(name) || beginnings.contains(name)
    }
  }

  /// The only heading of the first level, when it stands in the article or says something.
  private static func lonely(_ headings: [Heading], sites: Set<String>) -> String? {
    let main = headings.filter { !$0.isBeside }
    let headings = main.isEmpty ? headings : main
    guard let only = headings.first, headings.allSatisfy({ folded($0.text) == folded(only.text) }),
      !isSite(only.text, sites)
    else { return nil }
    // One word is often the name of a section.
    let words = only.text.split { !isOfWord($0) }.count
    let isLong =
      words >= (only.isInArticle ? 2 : 3) || only.text.unicodeScalars.contains { $0.value >= 0x3040 }
    return isLong ? only.text : nil
  }

  /// The heading that agrees best with the statements, when one agrees enough, and how much: 3 is word by word, more than
  /// 2 is in full.
  private static func confirmed(
    _ headings: [String], by stated: [String]
  ) -> (title: String, score: Double)? {
    var best: (heading: String, score: Double)?
    let statements = stated.map { (folded: folded($0), words: words($0)) }
    for heading in headings {
      let name = folded(heading)
      let own = words(heading)
      guard name.utf8.count > 2 else { continue }
      var score = 0.0
      for statement in statements {
        if statement.folded == name {
          score = max(score, 3)
        } else if statement.folded.holds(name), name.utf8.count > 7,
          name.utf8.count * 20 >= statement.folded.utf8.count * 7
        {
          score = max(score, 2 + Double(name.utf8.count) / Double(max(1, statement.folded.utf8.count)))
        } else if name.holds(statement.folded), statement.folded.utf8.count > 7 {
          score = max(score, 1.9)
        } else {
          let common = Double(own.intersection(statement.words).count)
          let share = common / Double(max(1, min(own.count, statement.words.count)))
          if common >= 3, share >= 0.4 || common >= 2 && share >= 0.6 { score = max(score, 1 + share / 2) }
        }
      }
      if score > 0, score > best?.score ?? 0 { best = (heading, score) }
    }
    guard let best else { return nil }
    // A kicker may stand in the heading before the title.
    let name = folded(best.heading)
    for (index, statement) in statements.enumerated()
    where name != statement.folded && name.hasSuffix(statement.folded)
      && statement.folded.utf8.count * 2 >= name.utf8.count
    {
      return (stated[index], best.score)
    }
    return (best.heading, best.score)
  }

  private static func words(_ text: String) -> Set<String> {
    if let words = plainWords(text) { return words }
    return Set(
      text.lowercased().split(whereSeparator: { !isOfWord($0) }).map(String.init).filter {
        $0.utf8.count > 2
      })
  }

  /// The words of a text in ASCII; `nil` for others.
  private static func plainWords(_ text: String) -> Set<String>? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var words: Set<String> = []
      var word: [UInt8] = []
      for position in 0...bytes.count {
        let byte = position < bytes.count ? bytes[position] : 0x20
        if ASCII.isLetter(byte) || ASCII.isDigit(byte) {
          word.append(ASCII.lowercased(byte))
          continue
        }
        if word.count > 2 { words.insert(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
      return words
    }
  }

  /// Whether a character is a letter or a number; told at once for ASCII.
  private static func isOfWord(_ character: Character) -> Bool {
    if let byte = character.asciiValue { return ASCII.isLetter(byte) || ASCII.isDigit(byte) }
    return character.isLetter || character.isNumber
  }

  /// Letters and digits in lower case.
  static func folded(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var isPlain = true
    for byte in text.utf8 {
      if byte >= 0x80 {
        isPlain = false
        break
      }
      if ASCII.isLetter(byte) { folded.append(byte | 0x20) }
      if ASCII.isDigit(byte) { folded.append(byte) }
    }
    if isPlain { return String(decoding: folded, as: UTF8.self) }
    return String(
      text.lowercased().unicodeScalars.filter {
        $0.isASCII
          ? ASCII.isLetter(UInt8($0.value)) || ASCII.isDigit(UInt8($0.value))
          : $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
  }

  /// A title without the name of the site at either end.
  ///
  /// - Parameters:
  ///   - title: The title as the page states it.
  ///   - sites: The folded names of the site.
  /// - Returns: The title; all of it when nothing is left otherwise.
  static func withoutSite(_ title: String, sites: Set<String>) -> String {
    var title = title
    for mark in marks where title.holds(mark) {
      var parts = split(title, at: mark)
      guard parts.count > 1 else { continue }
      while parts.count > 1, let last = parts.last, isSite(last, sites, isLast: true) { parts.removeLast() }
      while parts.count > 1, let first = parts.first, isSite(first, sites) { parts.removeFirst() }
      if sites.isEmpty || mark == " | " || mark == " :: " || mark == "｜", parts.count > 1 {
        let longest = parts.max { $0.utf8.count < $1.utf8.count } ?? title
        // What stands first is the page's own name unless it is much shorter than the rest.
        if let first = parts.first, first.utf8.count * 2 >= longest.utf8.count {
          parts = [first]
        } else {
          parts = [longest]
        }
      }
      title = parts.joined(separator: mark)
    }
    // Marks without spaces, as some languages write them, belong to words too: only the site's own name goes.
    while let mark = title.unicodeScalars.lastIndex(where: {
      $0 == "_" || $0 == ":" || $0 == "｜" || $0 == "-"
    }) {
      let last = title[title.unicodeScalars.index(after: mark)...]
      guard sites.contains(folded(String(last))), mark > title.startIndex else { break }
      title = String(title[..<mark])
    }
    return title
  }

  /// What pages set between the parts of their titles.
  static let marks = [
    " | ", " - ", " – ", " — ", " :: ", " · ", " • ", " « ", " » ", " › ", " / ", "｜", " ~ ", " : ",
  ]

  /// A heading without the sign that links to it.
  static func withoutAnchor(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last == "¶" || last == "#" || last == " " || last == "🔗" { text.removeLast() }
    return String(text)
  }

  /// Whether a part of a title is the name of the site.
  private static func isSite(_ part: String, _ sites: Set<String>, isLast: Bool = false) -> Bool {
    let name = folded(part)
    guard !name.isEmpty else { return true }
    if sites.contains(name) || name == "blogarchive" || name == "blogarchiv" { return true }
    // "The Example Times" and "exampletimes.com".
    return name.utf8.count >= 4
      && sites.contains { site in
        guard site.utf8.count >= 4 else { return false }
        if isLast, site.utf8.count >= 5, name.hasPrefix(site) || name.hasSuffix(site) { return true }
        guard name.utf8.count <= site.utf8.count + 6 else { return false }
        return site.hasPrefix(name) || name.hasPrefix(site) || site.hasSuffix(name)
          || name == "the" + site
      }
  }

  /// The parts of a title between marks, white space trimmed.
  fileprivate static func split(_ text: String, at mark: String) -> [String] {
    guard text.holds(mark) else { return [text] }
    let bytes = Array(text.utf8)
    let wanted = Array(mark.utf8)
    var parts: [Range<Int>] = []
    var start = 0
    var position = 0
    while position + wanted.count <= bytes.count {
      if bytes[position] == wanted[0], bytes[position..<position + wanted.count].elementsEqual(wanted) {
        parts.append(start..<position)
        position += wanted.count
        start = position
      } else {
        position += 1
      }
    }
    parts.append(start..<bytes.count)
    return parts.map {
      String(decoding: bytes[$0], as: UTF8.self).split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}

/// Finds the title of an article by agreement between its headings and what the page states about itself.
enum PageTitle {
  /// What titles are made from.
  struct Sources {
    /// The visible headings of the first level, in page order.
    var headings: [String]
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
  /// A heading that the statements confirm, word by word or mostly, is the title as readers see it. Without one it is
  /// what the page states, less the site's name.
  static func find(_ sources: Sources) -> String? {
    let sites = Set(sources.siteNames.map(folded)).subtracting([""])
    let stated = ([sources.openGraph, sources.linked, sources.element].compactMap { $0 } + sources.others)
      .map { withoutSite($0, sites: sites) }.filter { !$0.isEmpty }
    let headings = ([sources.marked].compactMap { $0 } + sources.headings)
      .filter { (2...400).contains($0.utf8.count) && !sites.contains(folded($0)) }
    if let best = confirmed(headings, by: stated + [sources.element].compactMap { $0 }) { return best }
    let isLonely = headings.count == 1 && headings[0].split(separator: " ").count >= 3
    if isLonely, stated.isEmpty || stated.allSatisfy({ sites.contains(folded($0)) }) { return headings[0] }
    return stated.first { !sites.contains(folded($0)) } ?? headings.first ?? stated.first
  }

  /// The heading that agrees best with the statements, when one agrees enough.
  private static func confirmed(_ headings: [String], by stated: [String]) -> String? {
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
        } else if statement.folded.contains(name), name.utf8.count > 7,
          name.utf8.count * 20 >= statement.folded.utf8.count * 7
        {
          score = max(score, 2 + Double(name.utf8.count) / Double(max(1, statement.folded.utf8.count)))
        } else if name.contains(statement.folded), statement.folded.utf8.count > 7 {
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
      return stated[index]
    }
    return best.heading
  }

  private static func words(_ text: String) -> Set<String> {
    Set(
      text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init).filter {
        $0.utf8.count > 2
      })
  }

  /// Letters and digits in lower case.
  static func folded(_ text: String) -> String {
    var folded: [UInt8] = []
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
        $0.properties.isAlphabetic || $0.properties.numericType != nil
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
    for mark in [
      " | ", " - ", " – ", " — ", " :: ", " · ", " • ", " « ", " » ", " › ", " / ", "｜", " ~ ", " : ",
    ] {
      var parts = split(title, at: mark)
      guard parts.count > 1 else { continue }
      while parts.count > 1, let last = parts.last, isSite(last, sites) { parts.removeLast() }
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
    return title
  }

  private static func isSite(_ part: String, _ sites: Set<String>) -> Bool {
    let name = folded(part)
    guard !name.isEmpty else { return true }
    if sites.contains(name) { return true }
    // "The Example Times" and "exampletimes.com".
    return name.utf8.count >= 4
      && sites.contains { site in
        site.utf8.count >= 4 && name.utf8.count <= site.utf8.count + 6
          && (site.hasPrefix(name) || name.hasPrefix(site) || site.hasSuffix(name) || name.hasSuffix(site))
      }
  }

  private static func split(_ text: String, at mark: String) -> [String] {
    var parts: [String] = []
    var rest = Array(text.utf8)[...]
    let wanted = Array(mark.utf8)
    var current: [UInt8] = []
    while let byte = rest.first {
      if rest.starts(with: wanted) {
        parts.append(String(decoding: current, as: UTF8.self))
        current = []
        rest = rest.dropFirst(wanted.count)
      } else {
        current.append(byte)
        rest = rest.dropFirst()
      }
    }
    parts.append(String(decoding: current, as: UTF8.self))
    return parts.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }
}

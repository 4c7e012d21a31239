/// Finds the names of people in what pages print as a byline.
struct NameText {
  /// The names of the site, folded; they are no authors.
  private(set) var siteNames: Set<String>
  /// The same without anything between their letters and digits, as addresses have them.
  private var compactSiteNames: Set<String>

  /// Makes a reader of names.
  ///
  /// - Parameter siteNames: What the site calls itself, and the name in its address.
  init(siteNames: [String]) {
    self.siteNames = Set(siteNames.map(PageTitle.folded))
    compactSiteNames = Set(siteNames.map(Self.compact))
  }

  /// Adds a name of the site.
  mutating func addSite(_ name: String) {
    siteNames.insert(PageTitle.folded(name))
    compactSiteNames.insert(Self.compact(name))
  }

  /// Whether a name is one of the site's own, however it is spaced: "Quay News" of `quaynews.example`.
  func isSite(_ name: String) -> Bool {
    siteNames.contains(PageTitle.folded(name)) || compactSiteNames.contains(Self.compact(name))
  }

  /// Whether a name is, or begins with, one of the site's.
  ///
  /// Departments and people who publish under their own name are called so: only more evidence tells which it is.
  func isNearSite(_ name: String) -> Bool {
    let compact = Self.compact(name)
    return compactSiteNames.contains { site in
      site.utf8.count >= 4 && compact.hasPrefix(site)
    }
  }

  private static func compact(_ name: String) -> String {
    String(PageTitle.folded(name).filter { $0.isLetter || $0.isNumber })
  }

  /// The names in a byline, or none when it holds no plausible name.
  ///
  /// - Parameters:
  ///   - text: The byline on one line, maybe with "by", a date, a role.
  ///   - isFirm: Whether the source is one that states nothing but authors, so that one word may be a name.
  ///   - allowsSite: Whether the name of the site may be a person's.
  /// - Returns: The names in order, each once.
  /// - Complexity: O(length of the text).
  func names(in text: String, isFirm: Bool, allowsSite: Bool = false) -> [String] {
    guard text.utf8.count <= 240 else { return [] }
    var result: [String] = []
    var seen: Set<String> = []
    let parts = Self.parts(of: text)
    // Headlines in scripts without spaces, side by side, are a list of articles.
    if parts.count > 2, parts.count(where: { Self.isPhrase($0.text) }) * 2 >= parts.count { return [] }
    // What was said of the author before: a role or a place.
    var addition: Part?
    for part in parts {
      if let addition {
        // More of it follows, unless a conjunction leads on to the next author.
        guard part.leads.contains(.conjunction), !part.tellsWhatWasDone,
          addition.endsInRole || addition.leads.contains(.place) && part.leads.contains(.comma)
        else { break }
      }
      let isPlace = !result.isEmpty && part.leads.contains(.place)
      guard !isPlace, let name = name(part.text, isFirm: isFirm && parts.count == 1, allowsSite: allowsSite)
      else {
        if !result.isEmpty { addition = part }
        continue
      }
      addition = nil
      if seen.insert(PageTitle.folded(name)).inserted { result.append(name) }
    }
    return result.count <= 12 ? result : []
  }

  /// The name of a group that a page gives as an author ("Quay News staff"), or `nil` when it is no name at all.
  ///
  /// - Complexity: O(length of the text).
  static func group(in text: String) -> String? {
    guard (2...80).contains(text.utf8.count) else { return nil }
    var words = text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "|" }).map(String.init)
    if let by = words.firstIndex(where: { $0.lowercased() == "by" || $0.lowercased() == "von" }), by > 0,
      words[..<by].contains(where: { $0.utf8.contains { ASCII.isDigit($0) } })
    {
      words.removeSubrange(..<by)
    }
    words = withoutPreposition(words)
    let isDate = words.contains {
      $0.utf8.contains { ASCII.isDigit($0) } || MonthNames.numbers[WordHash.of($0.lowercased())] != nil
    }
    guard !isDate else { return nil }
    while let last = words.last, last.allSatisfy({ !$0.isLetter && !$0.isNumber }) { words.removeLast() }
    let name = words.joined(separator: " ")
    guard (1...6).contains(words.count), name.utf8.count > 2, !name.contains("@"), !name.contains("://"),
      !name.contains("?"), !name.contains("{"), name.contains(where: \.isLetter),
      !nobodies.contains(name.lowercased()), !words.contains(where: { otherWords.contains($0.lowercased()) })
    else { return nil }
    return name
  }

  /// One name without what stands around it; `nil` for what is no name.
  private func name(_ text: String, isFirm: Bool, allowsSite: Bool) -> String? {
    var words = text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map(String.init)
    words = Self.withoutPreposition(words)
    while let last = words.last, last.allSatisfy({ !$0.isLetter && !$0.isNumber }) { words.removeLast() }
    while let first = words.first, first.allSatisfy({ !$0.isLetter && !$0.isNumber }) { words.removeFirst() }
    if let last = words.last, last.hasSuffix(":") || last.hasSuffix(",") {
      words[words.count - 1].removeLast()
    }
    if let first = words.first, words.count > 2, Self.listOpeners.contains(first.lowercased()),
      let by = words.firstIndex(where: { ["by", "von", "de", "from"].contains($0.lowercased()) }),
      by + 1 < words.count
    {
      // "More posts by", "Alle Beiträge von".
      words.removeSubrange(...by)
    }
    if let by = words.firstIndex(where: { $0.lowercased() == "by" }), by > 0, by + 1 < words.count {
      // "Recipe by" is, "Photo by" and "Edited by" are about somebody else.
      let isOther = words[..<by].contains { Self.roleWords.contains($0.lowercased().filter { $0.isLetter }) }
      if isOther { return nil }
      words.removeSubrange(...by)
    }
    if let last = words.last?.lowercased(), words.count > 1, Self.speechVerbs.contains(last) {
      words.removeLast()
    }
    // "Researched by" is about somebody else.
    if let last = words.last?.lowercased(), last == "by" || last == "von" || last == "par" { return nil }
    let name = words.joined(separator: " ")
    let digits = name.utf8.count { ASCII.isDigit($0) }
    guard (2...Self.longest).contains(name.utf8.count), (1...6).contains(words.count),
      digits <= (isFirm ? 4 : 0),
      !name.contains("@"), !name.contains("://"), !name.contains("www."), !name.contains("{"),
      !name.contains("?"), !name.contains("!"), !name.contains("%"), !name.contains("["),
      !name.unicodeScalars.contains("\u{FFFD}"),
      !name.hasSuffix("..."), !name.hasSuffix("…"), name.contains(where: \.isLetter)
    else { return nil }
    if Self.isPhrase(name) || name.hasSuffix("：") { return nil }
    if words.count == 1, let dot = name.lastIndex(of: "."),
      Self.domains.contains(name[name.index(after: dot)...].lowercased())
    {
      return nil
    }
    guard allowsSite && words.count > 1 || !isSite(name),
      !Self.noNames.contains(name.lowercased())
    else { return nil }
    let lower = words.map { $0.lowercased() }
    let hasRole = lower.indices.contains { index in
      let isEpithet =
        lower[index] == "the" && index > 0 && index + 1 < lower.count
        && Self.epithets.contains(lower[index + 1])
      return !isEpithet && Self.roleWords.contains(lower[index].filter { $0.isLetter })
    }
    if hasRole { return nil }
    if lower.contains(where: Self.endsInRole) { return nil }
    if words.count == 1, !isFirm, !name.unicodeScalars.allSatisfy({ $0.value >= 0x3040 }) { return nil }
    // Names are written with capitals; scripts without them pass.
    let capitals = words.count { word in
      guard let first = word.first(where: \.isLetter) else { return false }
      return first.isUppercase || !first.isCased
    }
    guard isFirm && words.count == 1 || capitals * 2 >= words.count else { return nil }
    return name
  }

  /// Whether a text without spaces is too long for a name in a script that is written without them.
  private static func isPhrase(_ text: String) -> Bool {
    guard text.utf8.count > longestUnspaced * 3 else { return false }
    var count = 0
    for scalar in text.unicodeScalars {
      // A middle dot stands between the parts of foreign names.
      if scalar == "\u{30FB}" || scalar == "\u{B7}" { return false }
      if (0x3040...0x9FFF).contains(scalar.value) { count += 1 }
    }
    return count > longestUnspaced && !text.contains(" ")
  }

  /// Whether a word is a role joined to another word ("Quay-Redaktion") or an account of the staff ("quaystaff").
  private static func endsInRole(_ word: String) -> Bool {
    if let hyphen = word.lastIndex(of: "-"), roleWords.contains(String(word[word.index(after: hyphen)...])) {
      return true
    }
    return word.utf8.count > 6 && word.hasSuffix("staff")
  }

  /// A stretch of a byline between marks.
  private struct Part {
    /// What stands before a stretch.
    struct Leads: OptionSet {
      let rawValue: UInt8
      static let comma = Leads(rawValue: 1 << 0)
      static let conjunction = Leads(rawValue: 1 << 1)
      static let place = Leads(rawValue: 1 << 2)
    }

    var text: String
    var leads: Leads

    /// Whether its last word is a role: "Harbour Correspondent".
    var endsInRole: Bool {
      text.split(separator: " ").last.map { roleWords.contains($0.lowercased().filter(\.isLetter)) } ?? false
    }

    /// Whether it is about somebody who did something else than write: "checked by Bo Ek".
    var tellsWhatWasDone: Bool {
      text.split(separator: " ").contains { ["by", "von", "par"].contains($0.lowercased()) }
    }
  }

  /// A byline cut at the marks that stand between names.
  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var leads: Part.Leads = []
    var current = ""
    func cut(_ lead: Part.Leads) {
      if !current.isEmpty {
        parts.append(Part(text: current, leads: leads))
        leads = []
      }
      current = ""
      leads.formUnion(lead)
    }
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\n" }) {
      // "(with Jane Doe)"
      let folded = (word.first == "(" ? word.dropFirst() : word).lowercased()
      if separators.contains(folded) {
        cut(conjunctions.contains(folded) ? .conjunction : places.contains(folded) ? .place : [])
        continue
      }
      var rest = word[...]
      while let index = rest.firstIndex(where: { ",;|•·/&".contains($0) }) {
        if index > rest.startIndex { current += (current.isEmpty ? "" : " ") + rest[..<index] }
        cut(rest[index] == "," || rest[index] == ";" ? .comma : [])
        rest = rest[rest.index(after: index)...]
      }
      if !rest.isEmpty { current += (current.isEmpty ? "" : " ") + rest }
    }
    cut([])
    return parts
  }

  private static func withoutPreposition(_ words: [String]) -> [String] {
    var words = words
    while words.count > 1, let first = words.first {
      let lower = first.lowercased()
      if prepositions.contains(lower) || lower.hasSuffix(":") && lower.utf8.count < 16 {
        words.removeFirst()
      } else {
        break
      }
    }
    // "ByJane" is printed where a style sheet sets the words apart.
    if let first = words.first, first.hasPrefix("By"), first.dropFirst(2).first?.isUppercase == true {
      words[0] = String(first.dropFirst(2))
    }
    return words
  }

  /// Bytes of the longest name that is believed.
  private static let longest = 90
  /// Characters of the longest usual name without spaces: family name, given name and a role.
  private static let longestUnspaced = 7
  private static let separators: Set<String> = [
    "and", "und", "et", "y", "e", "|", "•", "·", "-", "–", "—", "&", "/", "with", "for", "at", "in", "on",
    "mit", "für", "är", "och", "og", "en", "am", "um", "avec", "@",
  ]
  /// The separators that lead on to another name.
  private static let conjunctions: Set<String> = [
    "and", "und", "et", "y", "e", "&", "with", "mit", "och", "og", "en", "avec",
  ]
  /// The separators that lead to where the one before writes, or for whom.
  private static let places: Set<String> = ["for", "at", "in", "on", "für", "am", "um", "@"]
  /// What follows an article in a name: "Lena Okafor the Younger".
  private static let epithets: Set<String> = [
    "elder", "younger", "great", "first", "second", "third", "fourth",
  ]
  private static let prepositions: Set<String> = [
    "by", "by:", "von", "par", "por", "di", "af", "av", "door", "author", "author:", "autor", "autor:",
    "autorin",
    "autoren", "written", "posted", "published", "text", "text:", "from", "story", "words", "veröffentlicht",
    "geschrieben", "publié", "escrito", "publicado", "redactie", "verfasst", "reported", "reviewed",
    "skrevet",
    "tekst", "tekst:", "eingestellt", "gepostet", "erstellt", "postado", "redigiert", "beitrag", "autorem",
    "автор", "автор:", "a", "cura", "artikel",
  ]
  /// What stands for an author where nobody is named, and other words of bylines.
  private static let nobodies: Set<String> = [
    "admin", "administrator", "author", "guest", "webmaster", "anonymous", "unknown", "name", "home", "by",
    "user", "account", "my account", "list", "profile", "log in", "login", "sign in", "anonym", "deleted",
    "none", "null", "n/a", "online", "super user", "root", "wordpress", "about", "contact", "more", "follow",
    "share", "website", "facebook", "twitter", "anónimo", "about the author", "view all posts", "read more",
    "default", "post author", "guest author", "contributor", "contributors", "authors", "comments", "autor",
    "autoren", "author:", "autor:", "reuters", "dpa", "afp", "ap", "efe", "ansa", "associated press",
  ]
  private static let otherWords: Set<String> = [
    "min", "minutes", "read", "share", "follow", "subscribe", "posts", "comments", "view", "more", "about",
    "profile", "login", "sign", "updated", "published", "last",
  ]
  /// The ends of addresses: sites call themselves by them.
  private static let domains: Set<String> = [
    "com", "org", "net", "info", "io", "co", "agency", "de", "at", "ch", "fr", "it", "es", "nl", "uk", "eu",
    "tv",
  ]
  private static let listOpeners: Set<String> = [
    "more", "all", "view", "alle", "alles", "mehr", "weitere", "voir",
  ]
  private static let speechVerbs: Set<String> = ["says", "said", "wrote", "writes", "sagt", "schreibt"]
  private static let noNames: Set<String> = [
    "admin", "administrator", "author", "staff", "editor", "editors", "guest", "webmaster", "anonymous",
    "unknown", "redaktion", "redacción", "redaction", "rédaction", "redazione", "redakcja", "name", "home",
    "by", "news", "user", "account", "my account", "list", "profile", "log in", "login", "sign in", "people",
    "anonym",
    "deleted", "[deleted]", "thread starter", "team", "blog", "none", "null", "n/a", "online", "super user",
    "root", "wordpress",
    "about", "contact", "more", "follow", "share", "profile", "website", "facebook", "twitter", "anónimo",
    "about the author", "view all posts", "alle beiträge", "read more", "personal finance", "editorial",
    "default",
    "post author", "guest author", "contributor", "contributors", "press release", "reuters", "dpa", "afp",
    "ap", "associated press", "the associated press", "efe", "ansa", "作者", "著者", "筆者", "訳者", "翻訳者", "記者",
    "记者",
    "编辑", "編集者",
  ]
  private static let roleWords: Set<String> = [
    "editor", "editors", "reporter", "correspondent", "writer", "staff", "team", "editorial", "newsroom",
    "redaktion",
    "news", "online", "agency", "agencies", "contributor", "contributors", "columnist", "producer", "fellow",
    "director",
    "manager", "officer", "ceo", "founder", "professor", "university", "magazine", "media", "press", "inc",
    "llc",
    "gmbh", "ltd", "limited", "company", "comments", "comment", "posts", "beiträge", "redakteur",
    "redakteurin",
    "chefredakteur", "korrespondent", "updated", "published", "posted", "minutes", "min", "read", "photo",
    "photos",
    "foto", "fotos", "image", "images", "courtesy", "getty", "redaktionsteam", "institute", "ministerium",
    "bundesministerium", "newsletter", "subscribe", "follow", "member", "journalist", "freelance", "blog",
    "blogger",
    "website", "group", "department", "desk", "bureau", "store", "shop", "official", "support", "service",
    "center",
    "edited", "edition", "forum", "moderator", "administrator", "com", "org", "net", "redacción", "the",
    "this", "stories", "recent", "latest", "most",
    "about", "view", "all", "more", "to", "ag", "kg", "ev", "publisher", "authors", "kitchens", "head",
    "expert", "admin", "secretary", "critic", "analyst", "photographer",
  ]
}

extension Character {
  /// Whether the character is a letter of a script with capitals.
  fileprivate var isCased: Bool { isUppercase || isLowercase }
}

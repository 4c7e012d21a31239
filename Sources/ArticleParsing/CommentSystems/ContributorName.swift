/// A contributor's name, without what pages print around it.
enum ContributorName {
  /// The name in a text: "Posted by Ann Reed on May 9:" is "Ann Reed"; `nil` when no name is left.
  ///
  /// - Complexity: O(length of the text); texts over 200 bytes hold no name.
  static func clean(_ text: String) -> String? {
    var name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty, name.utf8.count <= 200 else { return nil }
    var scanner = DateScanner()
    var isCut = false
    if let date = name.withUTF8({ scanner.firstDate(in: $0, 0..<$0.count)?.range }) {
      guard date.lowerBound > 1 else { return nil }
      name = String(decoding: Array(name.utf8)[..<date.lowerBound], as: UTF8.self)
      isCut = true
    }
    var words = name.split(separator: " ")
    dropPrefix(&words)
    dropSuffix(&words, beforeDate: isCut)
    var result = words.joined(separator: " ")
    while let last = result.last, marks.contains(last) { result.removeLast() }
    while let first = result.first, leadingMarks.contains(first) { result.removeFirst() }
    return result.isEmpty || result.utf8.count > 120 || gone.contains(result.lowercased()) ? nil : result
  }

  /// Drops the comment's number ("12.", "#12"), then "by", "posted by" and the like.
  private static func dropPrefix(_ words: inout [Substring]) {
    if words.count > 1, let first = words.first, isOrdinal(first) { words.removeFirst() }
    var prefix = 0
    while prefix < 3, prefix + 1 < words.count {
      let word = bare(words[prefix])
      guard openings.contains(word) || prefix > 0 && agents.contains(word) else { break }
      prefix += 1
      if agents.contains(word) { break }
    }
    guard prefix > 0, agents.contains(bare(words[prefix - 1])) || words[prefix - 1].hasSuffix(":") else {
      return
    }
    words.removeFirst(prefix)
  }

  private static func dropSuffix(_ words: inout [Substring], beforeDate: Bool) {
    // "Ann Reed (not verified)"
    if words.count > 1, let last = words.last, last.hasSuffix(")"),
      let open = words.lastIndex(where: { $0.hasPrefix("(") }), open > 0,
      remarks.contains(words[open...].joined(separator: " ").lowercased())
    {
      words.removeLast(words.count - open)
    }
    while words.count > 1, let last = words.last {
      let word = bare(last)
      let isVerb = verbs.contains(word)
      guard isVerb || last.allSatisfy({ marks.contains($0) }) || beforeDate && dateWords.contains(word) else {
        break
      }
      words.removeLast()
      // "a dit", "ha scritto", "hat gesagt"
      if isVerb, words.count > 1, auxiliaries.contains(bare(words[words.count - 1])) { words.removeLast() }
    }
    if words.count == 1, let only = words.first, only.hasSuffix(":"), verbs.contains(bare(only)) {
      words = []
    }
  }

  private static func isOrdinal(_ word: Substring) -> Bool {
    let digits = word.hasPrefix("#") ? word.dropFirst() : word.dropLast()
    let isMarked = word.hasPrefix("#") || [".", ")", ":", "#"].contains(word.last)
    let number = digits.last.map { [".", ":", ")"].contains($0) } ?? false ? digits.dropLast() : digits
    return isMarked && !number.isEmpty && number.utf8.count < 6 && number.utf8.allSatisfy(ASCII.isDigit)
  }

  /// A word in lower case without marks at its end.
  private static func bare(_ word: Substring) -> String {
    var word = word
    while let last = word.last, !last.isLetter, !last.isNumber { word = word.dropLast() }
    return word.lowercased()
  }

  /// What stands in the place of a name that was taken away.
  private static let gone: Set<String> = ["[deleted]", "[removed]", "[gelöscht]", "[deleted account]"]
  private static let marks: Set<Character> = [
    " ", ":", ",", "|", "•", "·", "-", "–", "—", "/", "@", "»", "›", "…", ";", "~", "(", "[",
  ]
  private static let leadingMarks: Set<Character> = [
    " ", ":", ",", "|", "•", "·", "–", "—", "»", "›", "~", "-", "/",
  ]
  private static let openings: Set<String> = [
    "posted", "comment", "written", "submitted", "kommentar", "geschrieben", "verfasst", "eingetragen",
    "comentario", "publicado", "enviado", "commentaire", "publié", "posté", "écrit", "reply", "answer",
    "by", "von", "par", "por", "de", "da", "door", "av", "af", "przez", "author", "autor", "auteur", "name",
    "from", "commento", "inviato", "scritto", "geplaatst",
  ]
  private static let agents: Set<String> = ["by", "von", "par", "por", "door", "przez", "from"]
  private static let auxiliaries: Set<String> = ["a", "ha", "hat", "has"]
  private static let remarks: Set<String> = [
    "not verified", "(not verified)", "(nicht überprüft)", "(unüberprüft)", "(non vérifié)",
    "(no verificado)",
    "(niet gecontroleerd)", "(non verificato)", "(não verificado)", "(guest)", "(gast)", "(invité)",
    "(visitor)", "(anonymous)",
  ]
  private static let verbs: Set<String> = [
    "says", "said", "wrote", "writes", "commented", "comments", "replied", "replies", "responded", "posted",
    "sagt", "sagte", "schreibt", "schrieb", "meint", "meinte", "kommentiert", "kommentierte", "antwortet",
    "gesagt", "geschrieben", "dice", "dijo", "escribió", "escribe", "comentó", "comenta", "dit", "écrit",
    "disse", "diz", "escreveu", "comentou", "scritto", "detto", "scrive", "scrisse", "zegt", "schreef",
    "säger", "skriver", "sier", "siger", "skrev", "pisze", "napisał", "mówi", "říká", "napsal", "kaže",
    "pravi", "говорит", "пишет", "написал",
  ]
  /// What stands between a name and a date.
  private static let dateWords: Set<String> = [
    "on", "am", "at", "um", "vom", "le", "el", "il", "den", "op", "em", "dne", "dnia", "the", "mo", "di",
    "mi", "do", "fr", "sa", "so", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
  ]
}

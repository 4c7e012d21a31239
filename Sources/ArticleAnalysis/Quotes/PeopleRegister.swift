import ArticleModel

/// Everybody an article names: full names, surnames, titles, and who was spoken of last.
struct PeopleRegister {
  /// What a pronoun can tell of a person.
  enum Gender: Sendable { case masculine, feminine }

  /// A person, organisation or document.
  struct Entry: Sendable {
    var name: String
    var surname: String
    var gender: Gender?
    var description: String?
    /// The nouns that can stand for the person: minister, spokesman.
    var roles: [String] = []
    var mentions: [TextRange] = []
    var isPerson: Bool
    /// The first word of a name of several; empty for one word.
    var firstName = ""
    /// Whether the name ends in "Jr." or the like, which tells a son from his father.
    var isJunior = false
  }

  private(set) var entries: [Entry] = []
  private var byName: [String: Int] = [:]
  private var bySurname: [String: [Int]] = [:]
  private var byRole: [String: Int] = [:]
  /// Sources and subjects in the order of reading.
  private var recent: [Int] = []
  private var lastGroup: Int?
  /// How far back a pronoun looks.
  private static let reach = 16
  /// How many people of one surname are told apart.
  private static let namesakes = 8

  /// The entry for a person with a full name, made or made fuller.
  @discardableResult
  mutating func register(name: String, gender: Gender?, isPerson: Bool = true) -> Int {
    if let index = byName[name] {
      if entries[index].gender == nil { entries[index].gender = gender }
      return index
    }
    let words = name.utf8.split(separator: 0x20).map { String(Substring($0)) }
    let isJunior = words.last.map { Self.generations.contains($0) } ?? false
    let surname = words.last { !Self.generations.contains($0) } ?? name
    let firstName = words.count > 1 ? words.first ?? "" : ""
    if isPerson,
      let known = bySurname[surname]?.first(where: { isSame(entries[$0], firstName, isJunior) })
    {
      byName[name] = known
      if name.utf8.count > entries[known].name.utf8.count {
        entries[known].name = name
        entries[known].firstName = firstName
        entries[known].isJunior = isJunior
      }
      if entries[known].gender == nil { entries[known].gender = gender }
      return known
    }
    let index = entries.count
    entries.append(
      Entry(
        name: name, surname: surname, gender: gender, isPerson: isPerson, firstName: firstName,
        isJunior: isJunior))
    byName[name] = index
    if isPerson, bySurname[surname, default: []].count < Self.namesakes { bySurname[surname]?.append(index) }
    if isPerson, bySurname[surname] == nil { bySurname[surname] = [index] }
    return index
  }

  /// Forms of address, which say nothing about what a person is.
  private static let honorifics: Set<String> = [
    "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx", "Mx.", "Sir", "Madam", "Dr", "Dr.",
  ]
  private static let generations: Set<String> = ["Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"]

  /// Whether two names of one surname can be one person: equal first names, or one is missing or an initial.
  private func isSame(_ entry: Entry, _ firstName: String, _ isJunior: Bool) -> Bool {
    if entry.firstName.isEmpty || firstName.isEmpty { return true }
    guard entry.isJunior == isJunior else { return false }
    if entry.firstName == firstName { return true }
    guard entry.firstName.utf8.first == firstName.utf8.first else { return false }
    return entry.firstName.utf8.count <= 2 || firstName.utf8.count <= 2
  }

  /// The person whom a surname alone means: the last one spoken of, or the first one of the article.
  mutating func person(surname: String, gender: Gender?) -> Int? {
    guard let candidates = bySurname[surname] else { return nil }
    var fitting = candidates.filter {
      gender == nil || entries[$0].gender == nil || entries[$0].gender == gender
    }
    if fitting.isEmpty, candidates.count == 1 {
      // A pronoun's guess at the gender was wrong: "Ms" says so, and there is nobody else of that name.
      entries[candidates[0]].gender = gender
      return candidates[0]
    }
    let elders = fitting.filter { !entries[$0].isJunior }
    if !elders.isEmpty { fitting = elders }
    if fitting.count > 1, let last = recent.suffix(Self.reach).last(where: { fitting.contains($0) }) {
      return last
    }
    return fitting.first
  }

  /// The last compatible person, for he and she.
  mutating func person(of gender: Gender) -> Int? {
    let found = recent.suffix(Self.reach).last { entries[$0].gender == nil || entries[$0].gender == gender }
    if let found, entries[found].gender == nil { entries[found].gender = gender }
    return found
  }

  /// The last organisation or group, for they and it.
  var group: Int? { lastGroup }

  /// The last person who was given a role, for "the minister".
  func person(role: String) -> Int? { byRole[role] }

  /// Notes that a person was spoken of.
  mutating func touch(_ index: Int) {
    guard entries[index].isPerson else {
      lastGroup = index
      return
    }
    if recent.last == index { return }
    recent.append(index)
    if recent.count > 4 * Self.reach { recent.removeFirst(3 * Self.reach) }
    for role in entries[index].roles { byRole[role] = index }
  }

  /// Notes where an entry was named.
  mutating func mention(_ index: Int, at range: TextRange) { entries[index].mentions.append(range) }

  /// Notes what a person is; the first description stays.
  mutating func describe(_ index: Int, as description: String, role: String?) {
    if entries[index].description == nil, !Self.honorifics.contains(description) {
      entries[index].description = description
    }
    if let role, !entries[index].roles.contains(role), entries[index].roles.count < 8 {
      entries[index].roles.append(role)
      byRole[role] = index
    }
  }

  mutating func set(_ gender: Gender, of index: Int) { entries[index].gender = gender }
}

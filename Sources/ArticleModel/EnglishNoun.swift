/// English nouns as far as comparing counted things needs them.
enum EnglishNoun {
  /// The singular of a phrase's head noun in small letters: "wooden fishing boats" is `boat`, "members of staff"
  /// `member`.
  static func head(of phrase: String) -> String {
    let words = phrase.lowercased().split(separator: " ")
    let end = words.firstIndex { $0 == "of" || $0 == "per" || $0 == "in" } ?? words.endIndex
    guard let last = words[..<end].last ?? words.last else { return "" }
    return singular(String(last.split(separator: "-").last ?? last))
  }

  /// The singular of a noun in small letters; a singular stays as it is.
  static func singular(_ noun: String) -> String {
    if let irregular = irregulars[noun] { return irregular }
    let count = noun.utf8.count
    guard count > 3, noun.hasSuffix("s"), !noun.hasSuffix("ss"), !noun.hasSuffix("us"), !noun.hasSuffix("is")
    else {
      return noun.hasSuffix("men") && count > 4 ? noun.dropLast(3) + "man" : noun
    }
    if noun.hasSuffix("ies"), count > 4 { return noun.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] where noun.hasSuffix(ending) {
      return String(noun.dropLast(2))
    }
    if noun.hasSuffix("oes") { return String(noun.dropLast(2)) }
    return String(noun.dropLast())
  }

  private static let irregulars: [String: String] = [
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "kids": "child",
    "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife",
    "knives": "knife", "halves": "half", "wolves": "wolf", "thieves": "thief", "leaves": "leaf",
    "calves": "calf",
    "shelves": "shelf", "loaves": "loaf", "oxen": "ox", "criteria": "criterion", "phenomena": "phenomenon",
    "crises": "crisis", "analyses": "analysis", "movies": "movie", "cookies": "cookie", "buses": "bus",
    "gases": "gas", "viruses": "virus", "shoes": "shoe", "series": "series", "species": "species",
    "news": "news",
  ]
}

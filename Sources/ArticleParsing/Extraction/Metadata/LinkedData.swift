/// What a page says of its article in JSON-LD.
struct LinkedData {
  /// An author, and whether the page calls it an organisation.
  struct Author: Equatable {
    var name: String
    var isOrganization: Bool
  }

  private(set) var authors: [Author] = []
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var headline: String?
  private(set) var site: String?
  private(set) var language: String?
  /// The article's words, when the page states them.
  private(set) var articleBody: String?
  /// Whether an object that is an article was found.
  private(set) var hasArticle = false
  /// Whether the first of them is a recipe.
  private(set) var isRecipe = false

  /// Reads all JSON-LD scripts of a page; what articles say counts before what other objects say.
  ///
  /// - Complexity: O(number of bytes of the scripts).
  init(_ document: HTMLDocument) {
    for node in document.nodes.indices where document.tag(node) == .text {
      guard let parent = document.parent(of: node), document.tag(parent) == .script else { continue }
      document.textBytes(node).withUnsafeBufferPointer { read(LinkedDataTree($0)) }
    }
  }

  private enum Rank: Int { case other, page, article }

  private mutating func read(_ tree: LinkedDataTree) {
    var objects: [(node: Int, rank: Rank)] = []
    for index in tree.values.indices where tree.values[index].kind == .object {
      guard let rank = Self.rank(of: index, in: tree) else { continue }
      objects.append((index, rank))
    }
    for wanted in [Rank.article, .page, .other] {
      for (node, rank) in objects where rank == wanted { read(node, rank: rank, in: tree) }
    }
  }

  private mutating func read(_ node: Int, rank: Rank, in tree: LinkedDataTree) {
    if rank == .article {
      if !hasArticle { isRecipe = tree.string(Self.typeKey, of: node)?.lowercased() == "recipe" }
      hasArticle = true
    }
    if site == nil, let publisher = tree.member(Self.publisherKey, of: node) {
      site = names(in: publisher, of: tree).first?.name
    }
    if rank != .other {
      language = language ?? tree.string(Self.languageKey, of: node)
      published = published ?? tree.string(Self.publishedKey, of: node)
      modified = modified ?? tree.string(Self.modifiedKey, of: node)
    }
    guard rank == .article else { return }
    headline = headline ?? tree.string(Self.headlineKey, of: node) ?? tree.string(Self.nameKey, of: node)
    published = published ?? tree.string(Self.createdKey, of: node)
    if authors.isEmpty {
      for key in [Self.authorKey, Self.creatorKey] where authors.isEmpty {
        if let author = tree.member(key, of: node) { authors = names(in: author, of: tree) }
      }
    }
    if let body = tree.member(Self.bodyKey, of: node), let text = tree.text(body),
      text.utf8.count > articleBody?.utf8.count ?? 0
    {
      articleBody = text
    }
  }

  /// What kind of thing an object is; `nil` for comments, reviews and the like, and for objects inside them.
  private static func rank(of object: Int, in tree: LinkedDataTree) -> Rank? {
    let type = tree.string(typeKey, of: object) ?? ""
    let lower = type.lowercased()
    // Objects that belong to others (authors, comments, parts, related articles) say nothing of the page.
    var parent = tree.values[object].parent
    var steps = 0
    while parent >= 0, steps < 12 {
      let value = tree.values[parent]
      if value.kind == .object, value.key == commentKey || value.key == hasPartKey || value.key == itemsKey {
        return nil
      }
      if value.kind == .list, value.key == commentKey || value.key == hasPartKey || value.key == itemsKey {
        return nil
      }
      parent = value.parent
      steps += 1
    }
    let key = tree.values[object].key
    if key == commentKey || key == authorKey || key == publisherKey || key == hasPartKey || key == itemsKey {
      return nil
    }
    if lower.hasSuffix("article") || lower.hasSuffix("posting") || lower == "report"
      || lower == "review"
        && tree.values[object].parent < 0
      || lower == "recipe" || lower == "howto" || lower == "question"
      || lower == "podcastepisode" || lower == "creativework"
    {
      return lower == "jobposting" ? .other : .article
    }
    return lower == "webpage" || lower == "qapage" || lower == "itempage" || lower == "aboutpage"
      ? .page : .other
  }

  /// The names in an author's value: a text, an object with a `name` or an `@id`, or a list of these.
  private func names(in value: Int, of tree: LinkedDataTree) -> [Author] {
    var names: [Author] = []
    for item in tree.items(of: value).prefix(12) {
      if let name = tree.string(item) {
        names.append(Author(name: name, isOrganization: false))
      } else if tree.values[item].kind == .object {
        let target =
          tree.member(Self.nameKey, of: item) == nil ? referenced(by: item, in: tree) ?? item : item
        let type = tree.string(Self.typeKey, of: target)?.lowercased() ?? ""
        for name in tree.member(Self.nameKey, of: target).map({ tree.items(of: $0) }) ?? [] {
          if let name = tree.string(name) {
            names.append(
              Author(name: name, isOrganization: type.hasSuffix("organization") || type == "brand"))
          }
        }
      }
    }
    return names
  }

  /// The object that states what another only refers to by its identifier.
  private func referenced(by item: Int, in tree: LinkedDataTree) -> Int? {
    guard let identifier = tree.string(Self.identifierKey, of: item) else { return nil }
    return tree.values.indices.first {
      $0 != item && tree.values[$0].kind == .object && tree.string(Self.identifierKey, of: $0) == identifier
        && tree.member(Self.nameKey, of: $0) != nil
    }
  }

  private static let authorKey = JSONKey("author")
  private static let creatorKey = JSONKey("creator")
  private static let publisherKey = JSONKey("publisher")
  private static let publishedKey = JSONKey("datePublished")
  private static let createdKey = JSONKey("dateCreated")
  private static let modifiedKey = JSONKey("dateModified")
  private static let headlineKey = JSONKey("headline")
  private static let nameKey = JSONKey("name")
  private static let typeKey = JSONKey("@type")
  private static let identifierKey = JSONKey("@id")
  private static let bodyKey = JSONKey("articleBody")
  private static let languageKey = JSONKey("inLanguage")
  private static let commentKey = JSONKey("comment")
  private static let hasPartKey = JSONKey("hasPart")
  private static let itemsKey = JSONKey("itemListElement")
}

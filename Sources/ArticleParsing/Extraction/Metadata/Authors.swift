/// Settles on the authors among those that a page states and prints; none rather than a wrong one.
enum Authors {
  /// The authors' names.
  ///
  /// People named in JSON-LD are believed first, then meta tags, then the byline at the headline; the byline decides
  /// between people and accounts or publishers. Organisations are no authors. When no person is named, the name of a
  /// group or of the site stands where the page calls it a person or prints it as a byline.
  ///
  /// - Parameters:
  ///   - linked: What the page says in JSON-LD.
  ///   - meta: What its head says.
  ///   - visible: The byline that is printed.
  ///   - firstPost: The first post of a topic, when the page is of a forum.
  ///   - isHome: Whether the page is the first of its site: what its head says is about the site.
  ///   - text: Reads names.
  /// - Returns: The names in order, or none.
  static func find(
    linked: LinkedData, meta: MetaTags, visible: VisibleByline, firstPost: FirstPost?, isHome: Bool,
    text: NameText
  ) -> [String] {
    // Whoever opened a topic is called as they like.
    if firstPost != nil, let author = linked.authors.first { return [author.name] }
    if let author = firstPost?.author {
      return visible.isFirm && visible.isAtHeadline && !visible.names.isEmpty ? visible.names : [author]
    }
    var text = text
    for author in linked.authors where author.isOrganization {
      text.addSite(author.name)
    }
    var people: [String] = []
    func add(_ names: [String]) {
      for name in names where !people.contains(where: { PageTitle.folded($0) == PageTitle.folded(name) }) {
        people.append(name)
      }
    }
    for author in linked.authors
    where !author.isOrganization && isConfirmed(author.name, linked: linked, meta: meta, visible, text) {
      add(text.names(in: author.name, isFirm: true, allowsSite: true))
    }
    let isLinked = !people.isEmpty
    if !isLinked, !isHome {
      for author in meta.authors
      where !author.contains("://") && isConfirmed(author, linked: linked, meta: meta, visible, text) {
        add(text.names(in: author, isFirm: true))
      }
    }
    // A site named beside people is their publisher.
    let others = people.filter { !text.isSite($0) }
    if !others.isEmpty { people = others }
    let printed = visible.names
    if people.isEmpty, !printed.isEmpty { return printed }
    if let first = printed.first, first.contains(" ") {
      if people.allSatisfy({ isAccount($0) }) { return printed }
      // Of several that are stated, the byline names those who wrote.
      let isPart = printed.allSatisfy { name in
        people.contains { PageTitle.folded($0) == PageTitle.folded(name) }
      }
      if isPart, visible.isFirm, printed.count < people.count { return printed }
      // What says that it is the author, right under the headline, is.
      if visible.isFirm, visible.isAtHeadline, !isLinked || !people.contains(where: { $0.contains(" ") }) {
        return printed
      }
    }
    if !people.isEmpty { return people }
    // Recipes name the site whose they are.
    guard !linked.isRecipe else { return [] }
    // The site's own name says nothing that readers do not know, unless it is printed as the byline.
    let groups = linked.authors.filter { author in
      !author.isOrganization && !text.isSite(author.name)
        && (visible.shows(author.name) || meta.authors.contains(author.name))
    }
    return (groups.map(\.name) + visible.texts).lazy.compactMap { NameText.group(in: $0) }.first.map { [$0] }
      ?? []
  }

  /// Whether a stated author is more than the site by another name.
  ///
  /// What is called like the site counts when a byline prints it, or when JSON-LD and a meta tag agree; of recipes never.
  private static func isConfirmed(
    _ name: String, linked: LinkedData, meta: MetaTags, _ visible: VisibleByline, _ text: NameText
  ) -> Bool {
    guard text.isNearSite(name) else { return true }
    if linked.isRecipe, text.isSite(name) { return false }
    return visible.shows(name) || linked.authors.contains { $0.name == name } && meta.authors.contains(name)
  }

  /// Whether a name looks like that of an account: one word without capitals, or with marks or digits in it.
  private static func isAccount(_ name: String) -> Bool {
    !name.contains(" ")
      && (name.utf8.contains { $0 == 0x2E || $0 == 0x5F || ASCII.isDigit($0) }
        || name.first.map { $0.isLowercase || $0.isUppercase } ?? false)
  }
}

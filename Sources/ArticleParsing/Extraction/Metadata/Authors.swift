/// Settles on the authors among those that a page states and prints; none rather than a wrong one.
enum Authors {
  /// The authors' names.
  ///
  /// People named in JSON-LD are believed first, then meta tags, then the byline at the headline. Organisations and the
  /// site itself are no authors.
  static func find(linked: LinkedData, meta: MetaTags, visible: () -> [String], text: NameText) -> [String] {
    var text = text
    for author in linked.authors where author.isOrganization {
      text.siteNames.insert(PageTitle.folded(author.name))
    }
    var people: [String] = []
    for author in linked.authors where !author.isOrganization {
      for name in text.names(in: author.name, isFirm: true, allowsSite: true) where !people.contains(name) {
        people.append(name)
      }
    }
    // A site named beside people is their publisher.
    let others = people.filter { !text.siteNames.contains(PageTitle.folded($0)) }
    if !others.isEmpty { people = others }
    if !people.isEmpty { return people }
    for author in meta.authors where !author.contains("://") {
      for name in text.names(in: author, isFirm: true) where !people.contains(name) { people.append(name) }
    }
    let printed = visible()
    if people.isEmpty { return printed }
    // One word in a meta tag is often an account; a printed name that contains it is the person's.
    if people.count == 1, !people[0].contains(" "), let first = printed.first, first.contains(" ") {
      return printed
    }
    return people
  }
}

import ArticleModel

extension ReaderState {
  /// The discussions elsewhere whose system or title contains the words.
  public func discussions(filter: String) -> [FoundDiscussion] {
    let wanted = filter.lowercased()
    if wanted.isEmpty { return discussions }
    return discussions.filter { "\($0.system) \($0.title)".lowercased().contains(wanted) }
  }
}

import ArticleModel

extension Block {
  /// Whether the block is an item of a list; items of one list are written without empty lines between them.
  var isListItem: Bool {
    if case .listItem = kind { true } else { false }
  }
}

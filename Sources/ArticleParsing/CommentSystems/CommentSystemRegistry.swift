/// The comment systems that pages are searched for.
enum CommentSystemRegistry {
  /// In the order they are tried: the first that matches reads the thread.
  static let systems: [any CommentSystem] = [
    WPDiscuzComments(),
    WordPressComments(),
  ]
}

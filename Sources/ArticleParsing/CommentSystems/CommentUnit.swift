/// One comment of a page, before it is read: the nodes that it is made of.
struct CommentUnit {
  /// The element of the comment, or the first of several that follow one another.
  var element: Int
  /// The node after the last one.
  var end: Int
  /// Whether it is made of several elements side by side, such as `dt` and `dd`.
  var isRun = false
  /// Whether it stands for comments that the page does not show.
  var isStub = false

  /// The nodes of the comment and of what is nested in it.
  var nodes: Range<Int> { (isRun ? element : element + 1)..<end }
}

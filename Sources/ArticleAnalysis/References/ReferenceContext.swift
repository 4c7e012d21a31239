/// What the comments above refer to.
struct ReferenceContext {
  /// The figure that the comment above refers to, or -1.
  var figure = -1
  /// The quote that the comment above refers to, or -1.
  var quote = -1
  /// Whether the comment above questions or disputes what it refers to.
  var isDoubted = false
}

/// A comment system, or another publisher, whose answers in JSON can be read.
///
/// To add one: a type in a file of this folder, a line in `JSONSystemRegistry`, a folder of fixtures.
protocol JSONSystem: Sendable {
  /// The system's name in exports.
  var name: String { get }

  /// Whether the text has the structure of this system's answers.
  ///
  /// Looks at the names of members near the root and of the first elements, never through the whole text.
  func matches(_ document: JSONDocument) -> Bool

  /// Reads everything the answer holds: the article or post, the comments, and what it says of missing ones.
  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion)
}

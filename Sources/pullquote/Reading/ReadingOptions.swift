/// What the command line asks for of an article, or of a list of them, that is read interactively.
struct ReadingOptions {
  var format: String?
  var article: Int?
  /// Files and addresses of further discussions of the article.
  var threads: [String] = []
  var textWidth: Int?
  var usesColor: Bool?
  var theme: String?
  /// Whether nothing is kept.
  var isPrivate = false
  /// How requests name the program.
  var userAgent: String?
  /// Whether threads are completed from the interfaces of their systems.
  var wantsThread = true
  var script: String?
  var config: String?
  var isLinear = false
  var log: String?
}

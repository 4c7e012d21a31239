/// Why the engine believes in a mark: the rule that found it and how often that rule is right.
public struct Evidence: Hashable, Sendable {
  /// The name of the rule, in kebab case with a topic in front: `quote.after-speech`, `figure.percent`.
  public var rule: String
  /// The share of such finds that are right on the development data, from 0 to 1.
  public var confidence: Double

  /// Makes evidence.
  public init(rule: String, confidence: Double) {
    self.rule = rule
    self.confidence = confidence
  }
}

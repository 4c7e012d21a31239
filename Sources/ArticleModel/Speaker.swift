/// A person, organisation or document that the article quotes.
public struct Speaker: Hashable, Sendable {
  /// The fullest name the article gives.
  public var name: String
  /// What the article says the speaker is ("transport minister"), or `nil`.
  public var description: String?
  /// The places that name the speaker, in `Article.body`, ascending.
  public var mentions: [TextRange]

  /// Makes a speaker.
  public init(name: String, description: String? = nil, mentions: [TextRange] = []) {
    self.name = name
    self.description = description
    self.mentions = mentions
  }
}

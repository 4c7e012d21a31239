/// The systems whose JSON is known.
enum JSONSystemRegistry {
  /// In the order they are tried: the first that matches reads the text.
  ///
  /// Those with names of their own (`@context`, `post_stream`) stand before those that are told by common ones.
  static let systems: [any JSONSystem] = [
    JSONFeed(), LinkedDataDocument(), BlueskyThread(), RedditListing(), DiscourseTopic(), LobstersStory(),
    HackerNewsItems(), HackerNewsSearch(), StackExchangeAnswer(), GuardianDiscussion(), MastodonContext(),
    LemmyComments(), RemarkComments(), IssoComments(), WordPressREST(), WordPressComComments(),
    DisqusPosts(), GitHubIssue(), ForemComments(), SubstackComments(),
  ]
}

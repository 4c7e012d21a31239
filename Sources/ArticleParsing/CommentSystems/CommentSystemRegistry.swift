/// The comment systems that pages are searched for.
enum CommentSystemRegistry {
  /// In the order they are tried: the first that finds a discussion reads it.
  ///
  /// Systems with names of their own come before those whose names others use too.
  static let systems: [any CommentSystem] = [
    HackerNewsPage.system,
    LobstersPage.system,
    WPDiscuzPage.system,
    RedditPage.system,
    OldRedditPage.system,
    StackExchangePage.system,
    DiscoursePage.system,
    GitHubPage.system,
    XenForoPage.system,
    VBulletinPage.system,
    PHPBBPage.system,
    FluxBBPage.system,
    DisqusPage.system,
    DisqusStaticPage.system,
    LivefyrePage.system,
    KinjaPage.system,
    LWNPage.system,
    SlashdotPage.system,
    IssoPage.system,
    Remark42Page.system,
    CommentoPage.system,
    ForemPage.system,
    MastodonPage.system,
    LemmyPage.system,
    LiveJournalPage.system,
    BloggerPage.system,
    BloggerFlatPage.system,
    SPIPPage.system,
    MovableTypePage.system,
    DrupalPage.system,
    WordPressPage.system,
    SubstackPage.system,
    MicrodataPage.system,
  ]
}

/// What the words of an element's class and identifier say about it.
///
/// Names are cut at everything but letters and where a capital follows a small letter; each part, and each pair of
/// neighbours written together (`entry-content`, `entryContent` and `entrycontent` are the same), is looked up by
/// its hash.
struct ClassEvidence {
  private(set) var traits: ClassTraits = []
  /// The rule for the first junk word.
  private(set) var rule = BoilerplateRule.none

  /// Adds what an attribute value says.
  ///
  /// - Complexity: O(length); only the first 400 bytes count.
  mutating func add(_ value: UnsafeBufferPointer<UInt8>) {
    let count = min(value.count, 400)
    var position = 0
    while position < count {
      while position < count, value[position] <= 0x20 { position += 1 }
      let start = position
      while position < count, value[position] > 0x20 { position += 1 }
      if position > start { add(token: UnsafeBufferPointer(rebasing: value[start..<position])) }
    }
  }

  /// Adds what is known of another attribute.
  mutating func add(_ other: ClassEvidence) {
    traits.formUnion(other.traits)
    if rule == .none { rule = other.rule }
  }

  private mutating func add(token: UnsafeBufferPointer<UInt8>) {
    var whole = WordHash.seed
    for byte in token { whole = WordHash.add(ASCII.lowercased(byte), to: whole) }
    note(Self.tokens.value(of: whole))
    var pair = WordHash.seed
    var hash = WordHash.seed
    var length = 0
    var position = 0
    while position <= token.count {
      let byte = position < token.count ? token[position] : 0
      let isBoundary =
        !ASCII.isLetter(byte)
        || length > 0 && ASCII.isUpper(byte) && ASCII.isLower(token[position - 1])
      if isBoundary, length > 0 {
        note(Self.words.value(of: hash))
        if pair != hash { note(Self.words.value(of: pair)) }
        pair = hash
        hash = WordHash.seed
        length = 0
      }
      if ASCII.isLetter(byte) {
        hash = WordHash.add(byte | 0x20, to: hash)
        pair = WordHash.add(byte | 0x20, to: pair)
        length += 1
      }
      position += 1
    }
  }

  private mutating func note(_ entry: ClassWordTable.Entry?) {
    guard let entry else { return }
    traits.formUnion(ClassTraits(rawValue: entry.traits))
    if rule == .none, let found = BoilerplateRule(rawValue: entry.rule) { rule = found }
  }

  // MARK: Words

  private static func junk(
    _ rule: BoilerplateRule, _ words: String, traits: ClassTraits = .junk
  ) -> (ClassTraits, BoilerplateRule, String) {
    (traits, rule, words)
  }

  /// Whole class names: too short or too common as parts of others.
  private static let tokens = ClassWordTable([
    junk(.advertisement, "ad ads"), junk(.hidden, "hidden hide print-only no-print noprint", traits: .junk),
    junk(.print, "print printfriendly"), junk(.contents, "toc"),
    junk(.tags, "tags tag keywords labels topics"),
    (.date, .none, "date time posted when dateline timestamp published"),
    (.byline, .none, "by vcard writer name-author"),
    (.good, .none, "main"), (.forum, .none, "discourse xenforo phpbb mybb flarum"),
  ])

  /// Parts of class names, alone or two together.
  private static let words = ClassWordTable([
    (
      .comments, .comments,
      """
      comments commentlist commentslist commentarea commentsarea commentsection commentssection commentcontainer \
      commentscontainer commentwrap commentwrapper commentswrapper commentswrap commentthread commentbox \
      commentsbox commentblock commentsblock commentform respond disqus dsq livefyre kommentare kommentar \
      kommentarliste comentarios commentaires commentaire replies replyform wpdiscuz wpdcom usercomments \
      readercomments discussion leserkommentare reacties commenti komentarze comentarii guestbook \
      readeropinions jdgm yotpo customerreviews productreviews reviewlist userreviews usercomment commentlinks commentscontent opiniones fbcomments
      """
    ),
    (.comment, .none, "comment commentbody commenttext commentcontent commentitem"),
    junk(.navigation, "nav navigation navbar menu menubar submenu breadcrumb breadcrumbs skiplink skiplinks"),
    junk(.navigation, "pager pagination paginator prevnext postnav postnavigation sitemap toolbar navi"),
    junk(
      .sidebar, "sidebar sidebars sidecolumn siderail rightrail leftrail rightcolumn rightcol sidenav",
      traits: [.junk, .firmJunk]),
    junk(.sidebar, "widget widgets widgetarea"),
    junk(
      .footer, "footer foot sitefooter pagefooter bottombar colophon footercontent",
      traits: [.junk, .firmJunk]),
    junk(.header, "masthead siteheader topbar pageheader globalheader"),
    junk(
      .share,
      """
      share sharing sharedaddy shares social socialmedia sociallinks socialshare addtoany sharebar sharetools \
      socialicons sharebuttons addthis followus teilen socialbar shariff
      """),
    junk(
      .related,
      """
      related recommended recommendations recommendation recommend popular trending mostread mostpopular morestories readmore \
      readnext outbrain taboola zergnet yarpp jprelatedposts crprelated morefrom seealso youmaylike alsolike \
      relatedposts relatedarticles relatedcontent articleteaser teaserlist nextarticle moreon mostviewed
      """, traits: [.junk, .firmJunk]),
    junk(
      .newsletter,
      "newsletter subscribe subscription subscribebox signup mailchimp optin subscriptions abonnement"),
    junk(
      .advertisement,
      """
      advert advertisement advertising adsbygoogle sponsor sponsored promo promotion banner banners adslot \
      adcontainer adunit adwrapper werbung anzeige advertorial adbox googlead dfp promobox affiliate
      """),
    junk(.cookies, "cookie cookies consent gdpr cookiebar privacybanner", traits: [.junk, .firmJunk]),
    junk(.overlay, "modal popup overlay tooltip lightbox dialog dropdown offcanvas"),
    junk(
      .tags,
      """
      taglist tagcloud categories categorylist posttags entrytags tagged articletags tagslinks categorylinks \
      catlinks
      """),
    junk(
      .byline,
      """
      postmeta entrymeta metadata articlemeta postinfo entryinfo postdetails articleinfo metainfo postdate \
      entrydate articledate postedon
      """),
    junk(
      .authorBox,
      """
      authorbio authorbox authorinfo authorcard aboutauthor biography authorprofile aboutheauthor authordescription \
      abouttheauthor contributorbio authordetails writerinfo
      """),
    junk(.print, "screenreadertext visuallyhidden sronly printonly screenreader"),
    junk(.contents, "tableofcontents toccontainer toctoggle"),
    junk(.rating, "rating ratings vote votes stars reviewsummary"),
    junk(.login, "login signin loginform register searchform search searchbox"),
    junk(.legal, "copyright legal disclaimer imprint impressum"),
    (
      .good, .none,
      "article body content entry post story text blog column hentry page instapaper texto contenu inhalt artikel"
    ),
    (
      [.good, .strong], .none,
      """
      articlebody entrycontent postcontent postbody storybody articlecontent articletext contentbody postentry \
      namebody markdownbody mwparser parseroutput storycontent singlecontent blogcontent storytext articlebodytext newsbody \
      newstext articletextbody textbody maincontent bodytext contentbodytext fulltext articlecopy
      """
    ),
    (
      .byline, .none,
      "byline author authors authorname writer creator reporter postauthor entryauthor autor redakteur readercredits"
    ),
    (
      .date, .none,
      "date dateline timestamp pubdate publishdate publisheddate datetime published postdate entrydate articledate datum postedon createdate datepublished"
    ),
    (.forum, .none, "xenforo phpbb vbulletin ipsapp discourse mybb flarum vanillaforum smf"),
    (
      .person, .none,
      """
      author user username displayname name nick nickname vcard fn poster benutzer benutzername autor auteur byline login handle cite \
      profile commenter commentator hnuser commentuser commentauthor commentername membername creator pseudo
      """
    ),
    (
      .words, .none,
      """
      content body text message comtext usertext entry copy texte md commenttext commentbody commentcontent posttext \
      postbody commtext messagebody kommentartext inhalt cooked bbwrapper
      """
    ),
    (
      .control, .none,
      """
      replylink reply respond report share vote votes like likes action actions button buttons tool tools toolbar flag avatar \
      rating recommend menu controls awaiting signature navs permalink gravatar badge userinfo antworten
      """
    ),
    (
      .contribution, .none,
      "comment comments commentlist reply kommentar post forum message msg response answer discuss feedback cmt thread note coment"
    ),
    (
      .caption, .none,
      "caption wpcaption figcaption imagecaption photocaption bildunterschrift credit imagecredit photocredit"
    ),
    (.pullQuote, .none, "pullquote pulledquote blockpullquote pullquotetext zitatbox teaserquote"),
    (
      .embeddedPost, .none,
      """
      twittertweet instagrammedia embedtwitter fbpost tiktokembed blueskyembed mastodonembed redditembed \
      tweetembed embedtweet embeddedtweet twitterembed tootembed telegrampost instagramembed facebookembed \
      redditcard blockembedtwitter socialembed
      """
    ),
    junk(
      .embedded,
      """
      highcharts recharts apexcharts echarts amcharts plotly datawrapper infogram vegaembed chartjs chartistchart \
      flourishembed
      """),
  ])
}

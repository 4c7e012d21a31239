/// What a line of page furniture is for.
enum LineRole: String {
  case newsletter
  case commentForm = "comment-form"
  case commentMenu = "comment-menu"
  case commentAction = "comment-action"
  case share
  case navigation
  case notice
  /// A line that announces the comments ("12 Comments").
  case commentHeading = "comment-heading"
  /// A line that says only that more of the page follows ("[image]").
  case image

  /// The name of the rule that sets the line aside.
  var rule: String { "boilerplate.\(rawValue)" }
}

/// Recognises lines that belong to the page and not to article or comments.
///
/// The phrases are the default wordings of comment systems, share bars, sign-up forms and menus in English, German,
/// French and Spanish. A line must consist of them wholly; a sentence that merely contains one is left alone.
enum LinePhrases {
  /// The role of a line, or `nil` when it is words of somebody.
  static func role(of bytes: UnsafeBufferPointer<UInt8>) -> LineRole? {
    guard bytes.count <= 220, mayBegin(bytes) else { return nil }
    if bytes.count <= 110 {
      let (hash, isBare) = normalHash(bytes)
      if let list = phrases[hash] { return phraseLists[list].role }
      if isBare { return bytes.count <= 48 && isImageMark(bytes) || bytes.count <= 3 ? .image : nil }
      if bytes.count <= 72, let role = roleByWords(bytes) { return role }
      if bytes.count <= 80, bytes.contains(UInt8(ascii: "[")), isImageMark(bytes) { return .image }
      if announcesComments(bytes) { return .commentHeading }
    }
    return invites(bytes) ? .newsletter : nil
  }

  /// Whether any phrase begins as the line does; rejects nearly all lines of prose after their first word.
  private static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < bytes.count, !ASCII.isWord(bytes[start]) || isBullet(bytes, start) {
      if bytes[start] == UInt8(ascii: "["), bytes.count <= 80 { return true }
      start += bytes[start] >= 0x80 ? 3 : 1
    }
    guard start < bytes.count else { return false }
    if ASCII.isDigit(bytes[start]) { return true }
    var end = start + 1
    while end < bytes.count, ASCII.isWord(bytes[end]), !ASCII.isDigit(bytes[end]) { end += 1 }
    return firstWords.mayContain(WordHash.word(bytes, start..<end))
  }

  /// The words that phrases begin with.
  private static let firstWords: FirstWords = {
    var words = FirstWords()
    for list in phraseLists { words.insert(list.phrases) }
    for list in menuWordLists { words.insert(list.phrases) }
    for opening in imperatives { opening.withUTF8Buffer { words.insert(phrase: $0) } }
    words.insert("one|button")
    return words
  }()

  /// Words, as a set of the low thirteen bits of their hashes.
  private struct FirstWords {
    private var marks = [UInt64](repeating: 0, count: 128)

    func mayContain(_ hash: UInt64) -> Bool { marks[Int(hash >> 6 & 127)] & 1 << (hash & 63) != 0 }

    /// Adds the first word of each phrase of a list.
    mutating func insert(_ list: String) {
      WordTable.forEachPhrase(of: list) { insert(phrase: $0) }
    }

    mutating func insert(phrase: UnsafeBufferPointer<UInt8>) {
      let end = phrase.firstIndex { !ASCII.isWord($0) || ASCII.isDigit($0) } ?? phrase.count
      let hash = WordHash.of(UnsafeBufferPointer(rebasing: phrase[..<end]))
      marks[Int(hash >> 6 & 127)] |= 1 << (hash & 63)
    }
  }

  /// Whether the line says that the comments begin.
  private static func announcesComments(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // "5 thoughts on “Title”", "12 responses to Title", "3 Gedanken zu „Titel“"
    var position = 0
    while position < bytes.count, ASCII.isDigit(bytes[position]) { position += 1 }
    guard position > 0, position < 7, position < bytes.count, bytes[position] == 0x20 else {
      return position == 0 && ASCII.matches("one thought on", in: bytes, at: 0)
    }
    for opening in openings where ASCII.matches(opening, in: bytes, at: position + 1) { return true }
    return false
  }

  private static let openings: [StaticString] = [
    "thoughts on ", "thought on ", "responses to ", "response to ", "replies to ", "comments on ",
    "comment on ",
    "gedanken zu ", "gedanke zu ", "antworten auf ", "antworten zu ", "kommentare zu ", "kommentar zu ",
    "commentaires sur ",
    "comentarios en ", "reacties op ",
  ]

  /// Whether the line invites to a newsletter: it begins with an imperative and names the letter or the mailbox.
  private static func invites(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard imperatives.contains(where: { ASCII.matches($0, in: bytes, at: 0) }) else { return false }
    return mailWords.contains { ASCII.find($0, in: bytes) != nil }
  }

  private static let imperatives: [StaticString] = [
    "sign up", "subscribe", "join our", "get our", "get the latest", "enter your e", "melden sie sich",
    "abonnieren sie", "abonniere", "inscrivez-vous", "abonnez-vous", "suscríbete", "suscríbase",
  ]
  private static let mailWords: [StaticString] = [
    "newsletter", "inbox", "mailing list", "email", "e-mail", "infolettre", "bolet", "postfach",
  ]

  /// The role of a line all of whose words belong to menus of comments, such as "Reply 2 Votes | Share".
  private static func roleByWords(_ bytes: UnsafeBufferPointer<UInt8>) -> LineRole? {
    var position = 0
    var found: LineRole?
    while position < bytes.count {
      if !ASCII.isWord(bytes[position]) {
        guard bytes[position] != 0x3F, bytes[position] != 0x22 else { return nil }
        position += 1
        continue
      }
      let start = position
      var isNumber = true
      while position < bytes.count, ASCII.isWord(bytes[position]) {
        if !ASCII.isDigit(bytes[position]) { isNumber = false }
        position += 1
      }
      if isNumber { continue }
      guard let list = menuWords[WordHash.word(bytes, start..<position)] else { return nil }
      let role = menuWordLists[list].role
      if role != .notice { found = role }
    }
    return found
  }

  /// Whether the line is only a bracketed image name or form field of a text browser: `[photo_1]`, `[ ]`.
  private static func isImageMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < bytes.count, ASCII.isDigit(bytes[position]) || bytes[position] == UInt8(ascii: ".") {
      position += 1
    }
    while position < bytes.count {
      if bytes[position] == 0x20 {
        position += 1
        continue
      }
      guard bytes[position] == UInt8(ascii: "[") else { return false }
      position += 1
      let start = position
      while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
        // A name has no spaces; an empty check box is one space.
        if bytes[position] == 0x20, position > start { return false }
        position += 1
      }
      guard position < bytes.count else { return false }
      position += 1
    }
    return true
  }

  /// The hash of a line in normal form, without marks at its ends; `isBare` when no letter or digit is left.
  private static func normalHash(_ bytes: UnsafeBufferPointer<UInt8>) -> (hash: UInt64, isBare: Bool) {
    var hash = WordHash.seed
    var position = 0
    var pendingSpace = false
    var isBare = true
    var inNumber = false
    // List marks, check boxes and the words in parentheses that lynx prints for buttons.
    while position < bytes.count, !ASCII.isWord(bytes[position]) || isBullet(bytes, position) {
      position += bytes[position] >= 0x80 ? 3 : 1
    }
    if ASCII.matches("button) ", in: bytes, at: position) { position += 8 }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0xC2, position + 1 < bytes.count, bytes[position + 1] == 0xA0 {
        pendingSpace = true
        position += 2
        continue
      }
      if ASCII.isWord(byte) || byte == 0x27 {
        if pendingSpace { hash = WordHash.add(0x20, to: hash) }
        pendingSpace = false
        if ASCII.isDigit(byte) {
          if !inNumber { hash = WordHash.add(UInt8(ascii: "#"), to: hash) }
          inNumber = true
        } else {
          hash = WordHash.add(WordHash.folded(byte, after: position > 0 ? bytes[position - 1] : 0), to: hash)
          inNumber = false
        }
        isBare = false
      } else {
        // Marks inside a line count as a space, marks at its end not at all.
        pendingSpace = !isBare
        inNumber = false
      }
      position += 1
    }
    return (hash, isBare)
  }

  /// Whether one of the three-byte marks that text browsers use for lists stands here (•, □, ☆, ●, ○, ◦, ‣, ×, …).
  private static func isBullet(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    guard bytes[position] == 0xE2, position + 2 < bytes.count else { return false }
    return bytes[position + 1] == 0x80 || (0x96...0x9E).contains(bytes[position + 1])
      || bytes[position + 1] == 0x86
  }

  /// What lines of a role say, separated by `|`.
  private struct PhraseList {
    let role: LineRole
    let phrases: String

    init(_ role: LineRole, _ phrases: String) {
      self.role = role
      self.phrases = phrases
    }
  }

  private static let phrases = WordTable(phraseLists.map { $0.phrases })

  private static let phraseLists = [
    PhraseList(
      .newsletter,
      "subscribe to our newsletter|subscribe to the newsletter|newsletter|sign up for our newsletter|"
        + "get our newsletter|join our newsletter|join our mailing list|newsletter abonnieren|subscribe|sign up|"
        + "enter your email|enter your email address|your email address|never miss a story|abonnez vous"
    ),
    PhraseList(
      .commentMenu,
      "notify of|inline feedbacks|inline feedback|view all comments|see all comments|"
        + "load more comments|show more comments|load more|hide replies|show replies|view replies|"
        + "new follow up comments|new replies to my comments|be the first to comment|oldest|newest|most voted|"
        + "newest first|oldest first|sort by|sorted by|order by|collapse all|expand all|alle kommentare anzeigen|"
        + "inline feedback|benachrichtige mich bei|neueste zuerst|älteste zuerst|nur leserempfehlungen|"
        + "sortiert nach|mehr kommentare|get livefyre|# weitere antworten anzeigen|view all # comments|"
        + "show # more comments|# more replies|show all comments|read all comments|add a comment|post comment|"
        + "commenting is closed|comments are closed|comments are closed for this article|kommentare sind geschlossen"
    ),
    PhraseList(
      .commentForm,
      "would love your thoughts please comment x|would love your thoughts please comment|"
        + "leave a reply|leave a reply cancel reply|leave a comment|leave a comment cancel reply|post a comment|"
        + "write a comment|add your comment|join the discussion|submit comment|cancel reply|"
        + "log in or register to join the discussion|you must be logged in to post a comment|"
        + "you must log in to post a comment|your email address will not be published|required fields are marked|"
        + "your email address will not be published required fields are marked|"
        + "save my name email and website in this browser for the next time i comment|"
        + "notify me of follow up comments by email|notify me of new posts by email|"
        + "schreibe einen kommentar|schreibe einen kommentar antworten abbrechen|kommentar verfassen|"
        + "schreiben sie einen kommentar|kommentar schreiben|hinterlasse eine antwort|"
        + "deine e mail adresse wird nicht veröffentlicht|antworten abbrechen|ihr kommentar|ihr name|"
        + "laisser un commentaire|laissez un commentaire|deja un comentario|deja una respuesta|kommentar abschicken|"
        + "please enter your comment|please enter your name here|post reply|reply to thread|"
        + "leave this field blank|bitte melde dich an um einen kommentar abzugeben|website"
    ),
    PhraseList(
      .commentAction,
      "reply|replies|replydelete|delete|report|flag|permalink|link|reply share|share|like|dislike|"
        + "vote|votes|upvote|downvote|quote|edit|antworten|antwort|melden|empfehlen|zitieren|répondre|responder|"
        + "respuesta|rispondi|permanenter link|permalien|parent|root|read more|show more|click to expand|mehr|"
        + "aufklappen|translate|show all|original|gast|guest|author|contributor|member|edits|"
        + "# vote|# votes|# likes|# like|# points|# point|#|x|unfollow|follow|beitrag melden|kommentar melden|"
        + "diesen kommentar auf twitter teilen diesen kommentar auf twitter teilen|profil|beiträge anzeigen|"
        + "private nachricht|last edited by|likes #|reply to this|reply to this comment|gefällt mir|gefällt mir #|"
        + "daumen hoch # daumen runter|daumen hoch# daumen runter|daumen hoch#daumen runter|sign in|"
        + "antworten melden empfehlen|like author displayname|i like this|reaction|contributorauthor"
    ),
    PhraseList(
      .share,
      "share this|share this article|share this post|share on facebook|share on twitter|tweet|pin it|"
        + "share to twitter|share to facebook|email this|blogthis|print|facebook|twitter|whatsapp|reddit|linkedin|"
        + "pinterest|telegram|flipboard|tumblr|xing|copy link|teilen|twittern|jetzt teilen auf|facebook messenger|"
        + "artikel drucken|partager|compartir|share via email|click to share|more|share this entry|"
        + "share on whatsapp|share on linkedin|share on reddit|email thisblogthis share to twitter share to facebook|"
        + "teilentwitternwhatsappreddit|pocket|instapaper|send by email|print this article|mailen|flippen"
    ),
    PhraseList(
      .navigation,
      "skip to content|skip to main content|skip to navigation|zum inhalt springen|menu|menü|home|"
        + "startseite|impressum|about us|contact us|search|suche|suchen|login|log in|log out|register|anmelden|"
        + "registrierung|sitemap|back to top|nach oben|previous post|next post|previous article|next article|"
        + "related articles|related posts|related stories|beitrags navigation|beitragsnavigation|seitennavigation|"
        + "post navigation|terms of service|privacy policy|datenschutz|datenschutzerklärung|advertisement|anzeige|"
        + "werbung|toggle navigation|main menu|hauptmenü|navigation|archives|categories|older posts|newer posts|"
        + "older post|newer post|about|contact|contacto|contactez nous|toggle menu|close|close menu|rss|feed|"
        + "accessibility links|all rights reserved|most popular|trending|recommended|you may also like|read next"
    ),
    PhraseList(
      .notice,
      "this site uses cookies|we use cookies|accept cookies|accept all cookies|accept all|accept|"
        + "cookie settings|manage cookies|got it|reject all|cookie policy|cookies akzeptieren|alle akzeptieren|"
        + "by continuing to use this site you agree to our use of cookies|"
        + "we use cookies to improve your experience|diese website verwendet cookies|i agree|"
        + "this site uses akismet to reduce spam learn how your comment data is processed|advertisements|"
        + "javascript is disabled|please enable javascript"
    ),
    PhraseList(
      .commentHeading,
      "# comments|# comment|comments|# kommentare|# kommentar|kommentare|comments #|kommentare #|"
        + "# ergänzungen|# responses|# response|# replies|# reply|talkback|# commentaires|# commentaire|"
        + "commentaires|# comentarios|comentarios|vos réactions|réactions|discussion|# comments so far|"
        + "reader comments|show comments|hide comments|leserkommentare|conversation|# answers|activity|"
        + "comments section|join the conversation|responses|antworten #|responses #|diskussion|view comments"
    ),
  ]

  /// Words of menus; `.notice` marks words that carry no meaning alone ("most", "to", "or").
  private static let menuWords = WordTable(menuWordLists.map { $0.phrases })

  private static let menuWordLists = [
    PhraseList(
      .commentMenu, "newest|oldest|voted|neuste|neueste|älteste|sort|sortiert|sorted|beste"),
    PhraseList(
      .commentAction,
      "reply|share|report|votes|vote|antworten|melden|empfehlen|zitieren|répondre|responder|permalink|flag|delete|"
        + "upvote|downvote|hide|favorite|parent|pts|points|likes|dislikes|replydelete"
    ),
    PhraseList(
      .notice,
      "most|nach|bewertung|abstimmungen|meisten|by|top|link|past|next|prev|root|like|up|down|edit|quote|follow|hot|"
        + "new|first|controversial|context|save|x|a|on|or|add|comment|this|all|full|comments|source|unread"
    ),
  ]
}

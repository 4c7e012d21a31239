/// Phrases that open what follows an article: lists of other articles, invitations to share, subscribe or comment.
enum EndingPhrases {
  /// Whether a text begins with such a phrase.
  static func opens(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start < text.count, !ASCII.isWord(text[start]) { start += 1 }
    guard start < text.count, beginnings[Int(WordHash.folded(text[start], after: 0))] else { return false }
    var folded: [UInt8] = []
    folded.reserveCapacity(28)
    var position = start
    while position < text.count, folded.count < 28 {
      let byte = WordHash.folded(text[position], after: position > start ? text[position - 1] : 0)
      if byte > 0x20 { folded.append(byte) } else if folded.last != 0x20 { folded.append(0x20) }
      position += 1
    }
    for phrase in phrases where phrase[0] == folded[0] && folded.starts(with: phrase) {
      let next = folded.count > phrase.count ? folded[phrase.count] : 0
      if !ASCII.isWord(next) { return true }
    }
    return false
  }

  /// Whether a phrase begins with a byte.
  private static let beginnings: [Bool] = phrases.reduce(into: Array(repeating: false, count: 256)) {
    $0[Int($1[0])] = true
  }

  private static let phrases: [[UInt8]] = [
    "related", "related articles", "related posts", "related stories", "related content", "related links",
    "read more", "read next", "read also", "see also", "more from", "more on", "more stories", "more news",
    "you may also like", "you might also like", "recommended", "share this", "share on", "share", "follow us",
    "follow me", "subscribe", "sign up", "newsletter", "comment", "comments", "leave a reply",
    "leave a comment", "post a comment", "advertisement", "tags", "filed under", "posted in", "categories",
    "about the author", "like this", "most popular", "trending", "recent posts", "latest", "next article",
    "previous article", "mehr zum thema", "das könnte", "lesen sie auch", "weitere artikel", "kommentare",
    "anzeige", "werbung", "weiterlesen", "schlagwörter", "teilen", "ähnliche artikel", "mehr aus",
    "das könnte sie auch interessieren", "kommentar schreiben", "à lire aussi", "lire aussi", "partager",
    "sur le même sujet", "commentaires", "te puede interesar", "lea también", "comentarios", "compartir",
    "noticias relacionadas", "leggi anche", "condividi", "lees ook", "reacties", "leia também", "leia mais",
    "czytaj także", "zobacz także", "читайте также", "по теме", "комментарии", "läs också", "les også",
    "læs også", "相关阅读", "相关新闻", "推荐阅读", "関連記事",
  ].map { Array($0.utf8) }
}

/// The forums of SPIP: nested lists, identifiers only in classes, nameless comments.
enum SPIPPage {
  static let system = MarkedUpComments(
    name: "spip",
    signs: ["li.forum-fil", "[class*=forum-texte]", ".forum-message", "meta[content^=SPIP]"],
    markup: CommentMarkup(
      comments: [
        "li.forum-fil", "li.comment-item", "ul.forum li.comment", "li.comment-li", "li.forum_message",
        ".forum > li",
      ],
      identifier: [
        "[class*=forum-texte-] @class", "[class*=comment-texte] @class", "a[name^=forum] @name",
        "a[href*=id_forum=] @href",
        "@id",
      ],
      author: [
        "[class*=forum-qui]", ".comment-author", ".forum-auteur", ".auteur", ".vcard", ".fn",
      ],
      date: ["abbr.date", "abbr.published", "abbr[title]", "time", ".date", ".forum-chapo", ".comment-meta"],
      body: ["[class*=forum-texte-]", ".forum-texte", ".comment-texte", ".comment-content", ".texte"],
      residue: [".repondre", ".comment-reply"],
      containers: ["ul.forum"]))
}

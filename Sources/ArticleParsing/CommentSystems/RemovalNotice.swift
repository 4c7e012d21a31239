import ArticleModel

/// Tells bodies that only say that the words are gone.
enum RemovalNotice {
  /// What a body says became of its words; no flags when it is words of somebody.
  ///
  /// - Complexity: O(1); bodies of more than 240 bytes are words.
  static func flags(of body: RichText) -> Comment.Flags {
    guard body.utf8.count < 240, let first = body.utf8.first else { return [] }
    var text = body.string.lowercased()
    if first == UInt8(ascii: "["), let end = text.firstIndex(of: "]"), text[end...].utf8.count < 4 {
      text = String(text[text.index(after: text.startIndex)..<end])
    }
    for (flags, openings) in notices where openings.contains(where: { text.hasPrefix($0) }) { return flags }
    return []
  }

  /// What a body in brackets says became of its words: interfaces state the rest.
  static func flags(ofBracketed body: RichText) -> Comment.Flags {
    body.utf8.first == UInt8(ascii: "[") ? flags(of: body) : []
  }

  private static let notices: [(Comment.Flags, [String])] = [
    (.flagged, ["flagged", "dead]"]),
    (
      .deleted,
      [
        "deleted", "comment deleted", "comment removed by author", "this comment has been deleted",
        "this comment was deleted", "this post was deleted", "this user has deleted", "deleted by user",
        "comment has been removed by the author", "this comment has been removed by the author",
        "post deleted by author", "(post deleted by author", "(topic deleted by author",
        "dieser kommentar wurde vom autor gelöscht", "dieser kommentar wurde vom verfasser gelöscht",
        "kommentar gelöscht", "gelöscht", "ce commentaire a été supprimé par",
        "este comentario ha sido eliminado por el autor",
        "questo commento è stato eliminato dall'autore",
      ]
    ),
    (
      .removed,
      [
        "removed", "comment removed", "this comment was removed", "this comment has been removed",
        "comment from banned user removed", "this post was removed", "removed by moderator",
        "this comment was deleted by a moderator", "this comment has been hidden",
        "this comment has been marked as spam", "this comment has been minimized",
        "entfernt. ", "entfernt ", "dieser kommentar wurde entfernt", "dieser kommentar wurde gesperrt",
        "dieser beitrag wurde entfernt", "der kommentar wurde entfernt", "kommentar entfernt",
        "die redaktion hat den kommentar", "dieser kommentar wurde moderiert",
        "ce commentaire a été supprimé", "ce commentaire a été modéré", "commentaire modéré",
        "este comentario ha sido eliminado", "comentario eliminado", "questo commento è stato eliminato",
        "este comentário foi removido", "dit bericht is verwijderd", "deze reactie is verwijderd",
      ]
    ),
    (
      .pending,
      [
        "your comment is awaiting moderation", "comment awaiting moderation", "dein kommentar wartet auf",
      ]
    ),
  ]
}

import ArticleModel

/// An article of a library as a line of JSON, with everything that belongs to it: `pullquote.library/1`.
///
/// SQLite's own JSON functions write and read it, so that it holds whatever the tables hold.
public struct LibraryLine: Sendable {
  /// What the article is known by.
  public var key: String
  /// Where it came from.
  public var address: String
  /// The bytes that it was read from.
  public var sources: [SourcePart]
  /// When it was added, in seconds since 1970.
  public var added: Int64
  var opened: Int64?
  var percent: Int
  var isStarred: Bool
  var isArchived: Bool
  var tags: [String]
  var visit: Visit?
  var highlights: [Highlight]

  /// Reads a line.
  ///
  /// - Throws: `LibraryFailure.badLine` with what is wrong.
  public init(_ json: String) throws(LibraryFailure) {
    do throws(DatabaseProblem) {
      try self.init(json, Connection(path: ":memory:", isReadOnly: false))
    } catch {
      throw .badLine(error.words)
    }
  }

  private init(_ json: String, _ connection: Connection) throws(DatabaseProblem) {
    guard try connection.number("SELECT json_valid(?)", .text(json)) == 1 else {
      throw DatabaseProblem(kind: .other, words: "it is no JSON")
    }
    let head = try connection.first(
      """
      SELECT json_extract(?1, '$.schema'), json_extract(?1, '$.key'), json_extract(?1, '$.address'),
        json_extract(?1, '$.added'), json_extract(?1, '$.opened'), json_extract(?1, '$.percent'),
        json_extract(?1, '$.starred'), json_extract(?1, '$.archived'), json_type(?1, '$.visit') = 'object'
      """, [.text(json)]
    ) { row in
      (
        schema: row.text(0), key: row.text(1), address: row.text(2), added: row.integer(3),
        opened: row.optionalInteger(4), percent: row.int(5), isStarred: row.flag(6), isArchived: row.flag(7),
        hasVisit: row.flag(8)
      )
    }
    guard let head, head.schema == "pullquote.library/1", !head.key.isEmpty else {
      throw DatabaseProblem(kind: .other, words: "it is no article of a library (pullquote.library/1)")
    }
    key = head.key
    address = head.address
    added = head.added
    opened = head.opened
    percent = max(0, min(100, head.percent))
    isStarred = head.isStarred
    isArchived = head.isArchived
    tags = try connection.all("SELECT value FROM json_each(?, '$.tags')", [.text(json)]) { $0.text(0) }
    sources = try connection.all(
      """
      SELECT value ->> 'role', value ->> 'address', value ->> 'format', value ->> 'contentType',
        value ->> 'entityTag', value ->> 'lastModified', unbase64(value ->> 'bytes'),
        value ->> 'article'
      FROM json_each(?, '$.sources')
      """, [.text(json)]
    ) { row in
      SourcePart(
        role: SourcePart.Role(rawValue: row.text(0)) ?? .article, address: row.optionalText(1),
        format: row.optionalText(2), article: row.optionalInteger(7).flatMap { $0 > 0 ? Int($0) : nil },
        contentType: row.optionalText(3), entityTag: row.optionalText(4),
        lastModified: row.optionalText(5), bytes: row.blob(6))
    }
    guard !sources.isEmpty else { throw DatabaseProblem(kind: .other, words: "it has no sources") }
    highlights = try connection.all(
      """
      SELECT value ->> 'text', value ->> 'note', value ->> 'made', value ->> 'block', value ->> 'words',
        value ->> 'offset', value ->> 'comment'
      FROM json_each(?, '$.highlights')
      """, [.text(json)]
    ) { row in
      Highlight(
        text: row.text(0), note: row.text(1), place: ArticleLibrary.articlePlace(row, at: 3),
        comment: row.optionalInteger(6).map { Fingerprint(value: UInt64(bitPattern: $0)) },
        made: row.integer(2))
    }.filter { !$0.text.isEmpty }
    guard head.hasVisit else { return }
    visit = try connection.first(
      """
      SELECT v ->> 'block', v ->> 'words', v ->> 'offset', v ->> 'comment', v ->> 'index', v ->> 'inThread',
        unbase64(v ->> 'folded'), unbase64(v ->> 'seen'), unbase64(v ->> 'blocks')
      FROM (SELECT json_extract(?, '$.visit') AS v)
      """, [.text(json)]
    ) { row in
      var visit = Visit()
      visit.article = ArticleLibrary.articlePlace(row, at: 0)
      visit.thread = ArticleLibrary.threadPlace(row, at: 3)
      visit.isInThread = row.flag(5)
      visit.folded = ArticleLibrary.unpacked(row.blob(6))
      visit.seen = ArticleLibrary.unpacked(row.blob(7)).sorted()
      visit.blocks = ArticleLibrary.unpacked(row.blob(8))
      return visit
    }
    visit?.percent = percent
    visit?.marks = try connection.all(
      """
      SELECT value ->> 'letter', value ->> 'block', value ->> 'words', value ->> 'offset', value ->> 'comment',
        value ->> 'index' FROM json_each(?, '$.marks')
      """, [.text(json)]
    ) {
      Visit.Mark(
        letter: $0.text(0), article: ArticleLibrary.articlePlace($0, at: 1),
        thread: ArticleLibrary.threadPlace($0, at: 4))
    }.filter { $0.letter.unicodeScalars.count == 1 && ($0.article == nil) != ($0.thread == nil) }
  }
}

extension ArticleLibrary {
  /// An article as a line of JSON, without a newline.
  public func line(of id: Int64) throws(LibraryFailure) -> String {
    let parts = try sources(of: id)
    return try perform { connection throws(DatabaseProblem) in
      var sources: [String] = []
      for part in parts {
        let json = try connection.first(
          """
          SELECT json_object('role', ?, 'address', ?, 'format', ?, 'contentType', ?, 'entityTag', ?, 'lastModified', ?,
            'article', ?, 'bytes', base64(?))
          """,
          [
            .text(part.role.rawValue), DatabaseValue(part.address), DatabaseValue(part.format),
            DatabaseValue(part.contentType), DatabaseValue(part.entityTag), DatabaseValue(part.lastModified),
            DatabaseValue(part.article.map { Int64($0) }), .blob(part.bytes),
          ]
        ) { $0.text(0) }
        sources.append(json ?? "null")
      }
      return try connection.first(
        Self.lineQuery, [.integer(id), .text("[" + sources.joined(separator: ",") + "]")]
      ) {
        $0.text(0)
      } ?? ""
    }
  }

  private static let lineQuery = """
    SELECT json_object('schema', 'pullquote.library/1', 'key', key, 'address', address, 'title', title,
      'byline', byline, 'site', site, 'language', language, 'published', published, 'added', added, 'opened', opened,
      'percent', percent, 'starred', json(iif(starred, 'true', 'false')),
      'archived', json(iif(archived, 'true', 'false')),
      'tags', json((SELECT json_group_array(name) FROM tag WHERE article = a.id)),
      'visit', json((SELECT json_object('block', block, 'words', block_words, 'offset', block_offset,
        'comment', comment, 'index', comment_index, 'inThread', json(iif(in_thread, 'true', 'false')),
        'folded', base64(folded), 'seen', base64(seen), 'blocks', base64(blocks)) FROM visit WHERE article = a.id)),
      'marks', json((SELECT json_group_array(json_object('letter', letter, 'block', block, 'words', block_words,
        'offset', block_offset, 'comment', comment, 'index', comment_index)) FROM mark WHERE article = a.id)),
      'highlights', json((SELECT json_group_array(json_object('text', text, 'note', note, 'made', made, 'block', block,
        'words', block_words, 'offset', block_offset, 'comment', comment)) FROM highlight WHERE article = a.id)),
      'sources', json(?2))
    FROM article a WHERE id = ?1
    """

  /// The numbers of all articles that are not deleted.
  public func identifiers() throws(LibraryFailure) -> [Int64] {
    try perform { connection throws(DatabaseProblem) in
      try connection.all("SELECT id FROM article WHERE deleted IS NULL ORDER BY id") { $0.integer(0) }
    }
  }

  /// Gives an article that was imported what belonged to it; what is here already is kept where it is newer.
  public func adopt(_ line: LibraryLine, as id: Int64) throws(LibraryFailure) {
    let mine = try visit(of: id)
    if let visit = line.visit, mine == nil { try remember(visit, of: id, now: line.opened ?? line.added) }
    try change { connection throws(DatabaseProblem) in
      try connection.run(
        """
        UPDATE article SET added = min(added, ?2), percent = max(percent, ?3), starred = max(starred, ?4),
          archived = max(archived, ?5) WHERE id = ?1
        """, .integer(id), .integer(line.added), DatabaseValue(line.percent), DatabaseValue(line.isStarred),
        DatabaseValue(line.isArchived))
      for name in line.tags.flatMap(Self.tagNames(in:)) {
        try connection.run("INSERT OR IGNORE INTO tag VALUES (?, ?)", .integer(id), .text(name))
      }
    }
    let known = Set(try highlights(of: id).map { HighlightIdentity($0.highlight) })
    for highlight in line.highlights where !known.contains(HighlightIdentity(highlight)) {
      try keep(highlight, of: id)
    }
  }

  /// What makes two highlights the same.
  private struct HighlightIdentity: Hashable {
    let text: String
    let made: Int64

    init(_ highlight: Highlight) {
      text = highlight.text
      made = highlight.made
    }
  }
}

/// The tables of a library, as named migrations.
///
/// A migration is never changed once it is released: another one is added. A library with a migration that this program
/// does not know comes from a newer one, and is left alone.
enum Schema {
  /// Marks the file as a library of Pullquote: the letters PQLB.
  static let applicationIdentifier: Int64 = 0x5051_4C42

  /// The migrations in order.
  static let migrations: [(name: String, sql: String)] = [
    ("articles", articles), ("search", search), ("entries", entries),
  ]

  private static let articles = """
    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE CHECK (key <> ''),
      address TEXT NOT NULL,
      format TEXT NOT NULL,
      title TEXT NOT NULL,
      byline TEXT,
      site TEXT,
      language TEXT,
      published INTEGER,
      added INTEGER NOT NULL,
      opened INTEGER,
      words INTEGER NOT NULL CHECK (words >= 0),
      comments INTEGER NOT NULL CHECK (comments >= 0),
      new_comments INTEGER NOT NULL DEFAULT 0 CHECK (new_comments BETWEEN 0 AND comments),
      percent INTEGER NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
      starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
      archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
      deleted INTEGER,
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      recent INTEGER GENERATED ALWAYS AS (max(added, ifnull(opened, 0))) VIRTUAL
    ) STRICT;
    CREATE INDEX article_recent ON article (recent DESC, archived) WHERE deleted IS NULL;
    CREATE INDEX article_added ON article (added DESC, archived) WHERE deleted IS NULL;
    CREATE INDEX article_published ON article (published DESC, archived) WHERE deleted IS NULL;
    CREATE INDEX article_title ON article (title COLLATE NOCASE, archived) WHERE deleted IS NULL;
    CREATE INDEX article_site ON article (site COLLATE NOCASE, title COLLATE NOCASE, archived) WHERE deleted IS NULL;
    CREATE INDEX article_comments ON article (comments DESC, archived) WHERE deleted IS NULL;
    CREATE INDEX article_words ON article (words DESC, archived) WHERE deleted IS NULL;
    CREATE INDEX article_archived ON article (archived) WHERE deleted IS NULL;
    CREATE INDEX article_unread ON article (recent DESC, archived) WHERE deleted IS NULL AND percent < 100;
    CREATE INDEX article_starred ON article (recent DESC) WHERE deleted IS NULL AND starred = 1;
    CREATE INDEX article_news ON article (recent DESC) WHERE deleted IS NULL AND new_comments > 0;
    CREATE INDEX article_deleted ON article (deleted) WHERE deleted IS NOT NULL;

    CREATE TABLE source (
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      part INTEGER NOT NULL CHECK (part >= 0),
      role TEXT NOT NULL,
      address TEXT,
      format TEXT,
      content_type TEXT,
      entity_tag TEXT,
      last_modified TEXT,
      size INTEGER NOT NULL CHECK (size >= 0),
      is_compressed INTEGER NOT NULL CHECK (is_compressed IN (0, 1)),
      data BLOB NOT NULL,
      PRIMARY KEY (article, part)
    ) STRICT;

    CREATE TABLE visit (
      article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
      block INTEGER, block_words INTEGER, block_offset INTEGER,
      comment INTEGER, comment_index INTEGER,
      in_thread INTEGER NOT NULL CHECK (in_thread IN (0, 1)),
      folded BLOB NOT NULL CHECK (length(folded) % 8 = 0),
      seen BLOB NOT NULL CHECK (length(seen) % 8 = 0),
      blocks BLOB NOT NULL CHECK (length(blocks) % 8 = 0)
    ) STRICT;

    CREATE TABLE mark (
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      letter TEXT NOT NULL CHECK (length(letter) = 1),
      block INTEGER, block_words INTEGER, block_offset INTEGER,
      comment INTEGER, comment_index INTEGER,
      PRIMARY KEY (article, letter),
      CHECK ((block IS NULL) <> (comment IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tag (
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      name TEXT NOT NULL CHECK (name <> '' AND name NOT LIKE '% %'),
      PRIMARY KEY (article, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tag_name ON tag (name, article);

    CREATE TABLE highlight (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
      block INTEGER, block_words INTEGER, block_offset INTEGER,
      comment INTEGER,
      text TEXT NOT NULL CHECK (text <> ''),
      note TEXT NOT NULL,
      made INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX highlight_article ON highlight (article);

    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """

  private static let search = """
    CREATE VIRTUAL TABLE search USING fts5 (
      title, byline, article, speakers, quotes, comments, tokenize = "unicode61 remove_diacritics 2"
    );
    """

  private static let entries = """
    ALTER TABLE source ADD COLUMN entry INTEGER CHECK (entry > 0);

    CREATE TABLE read_entry (
      key TEXT PRIMARY KEY CHECK (key <> ''),
      read INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX read_entry_read ON read_entry (read);
    """
}

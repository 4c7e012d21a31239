import ArticleModel

/// Why bytes cannot be read at all.
public enum ParseError: Error, Hashable, Sendable {
  /// There are no bytes, or nothing but white space.
  case empty
  /// The bytes are no text; the value says what they look like ("a PNG image").
  case binary(String)
  /// The source is larger than a text can be; the value is its size in bytes.
  case tooLarge(Int)
  /// The source is compressed and holds more than the given number of bytes.
  case expands(Int)
  /// The format is known, but nothing in this build reads it.
  case unsupported(String)
  /// The bytes hold nothing of the format that the user, a name or a server says they have.
  case mismatch(InputFormat)
  /// The source has no article of this number, counted from 1, but so many.
  case noArticle(Int, count: Int)

  /// The error in one line for the user: what happened, why, and what to do.
  public var message: String {
    switch self {
    case .empty:
      "nothing to read: the source is empty; give a file or a pipe that carries text"
    case .binary(let kind):
      "not a text: this looks like \(kind); convert it to text or HTML first, or force a format with "
        + "--input-format if it is text after all"
    case .tooLarge(let count):
      "too large: \(count) bytes, and at most \(SourceBytes.sizeLimit) can be read at once; "
        + "split the source"
    case .expands(let count):
      "too large: it is compressed and holds more than \(count >> 20) MB; unpack it and split what is in it"
    case .unsupported(let format):
      "no reader for the format \"\(format)\"; choose another one with --input-format"
    case .mismatch(let format):
      "not \(format.kind): nothing in it has that form; --input-format text reads it as text"
    case .noArticle(let number, 1):
      "there is no article \(number) in it: it holds one; leave --article out"
    case .noArticle(let number, let count):
      "there is no article \(number) in it: it holds \(count); --article takes 1 to \(count)"
    }
  }
}

extension InputFormat {
  /// What a source of the format is, for a sentence.
  fileprivate var kind: String {
    switch self {
    case .text: "a text"
    case .html: "a web page"
    case .markdown: "a text in Markdown"
    case .hackerNews: "an item of Hacker News in JSON"
    case .json: "JSON"
    case .feed: "a feed or an export in XML"
    case .opml: "a list of feeds (OPML)"
    case .mail: "a mailbox or a message"
    case .mhtml: "a page saved as MHTML"
    case .warc: "a web archive (WARC)"
    }
  }
}

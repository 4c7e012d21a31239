import ArticleModel
import TerminalText

/// One message: who wrote it, when, about what, what it answers, and its words.
struct MailMessage {
  /// The identifier without brackets; empty when the message has none.
  var id: String
  /// What it may answer, the likeliest first.
  var answers: [String]
  var subject: String?
  /// The author's name, never the address.
  var author: String?
  var date: Timestamp?
  /// The date as the message writes it.
  var dateText: String?
  /// The mailing list.
  var list: String?
  var body: RichText

  /// Reads the message in `range`; `isInMailbox` says that a mailbox marks lines that begin with From.
  ///
  /// - Complexity: O(number of bytes).
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, isInMailbox: Bool = false) {
    let parts = MIMEParts.parts(of: bytes, in: range)
    let header = parts[0].header
    id = header.identifiers("message-id").first ?? ""
    // What is answered stands in In-Reply-To; the last of the references is the next best.
    answers = header.identifiers("in-reply-to") + header.identifiers("references").reversed()
    subject = header.text("subject")
    author = (header.text("from") ?? header.text("sender")).flatMap { PersonName.shown($0) }
    dateText = header.text("date")
    date = dateText.flatMap { InternetDate.read($0) }
    list = header.text("list-id").flatMap { Self.listName($0) }
    var writer = MailBodyWriter(bytes, parts: parts, isInMailbox: isInMailbox)
    body = writer.write()
  }

  /// The name of a list: what stands before its identifier, or the identifier's first part.
  private static func listName(_ text: String) -> String? {
    guard let open = text.lastIndex(of: "<") else { return text }
    let name = text[..<open].filter { $0 != "\"" }.split(separator: " ").joined(separator: " ")
    if !name.isEmpty { return name }
    let first = text[text.index(after: open)...].prefix { $0 != "." && $0 != ">" }
    return first.isEmpty ? nil : String(first)
  }
}

import ArticleLibrary
import ArticleModel
import TerminalText

/// Entries of a library as text for people and for programs.
struct LibraryListing {
  let entries: [LibraryEntry]

  /// A line an entry, columns separated by tabs.
  var table: String {
    var output = ""
    for entry in entries {
      let marks = (entry.isStarred ? "*" : "") + (entry.isArchived ? "a" : "")
      let comments =
        "\(entry.comments)" + (entry.newComments > 0 ? " (\(entry.newComments) new)" : "")
      let columns = [
        "\(entry.id)", marks, "\(entry.percent)%", comments, entry.title, entry.site ?? "",
        entry.tags.map { "#" + $0 }.joined(separator: " "), entry.address,
      ]
      output +=
        columns.map { Sanitizer.cleanLine($0.replacing("\t", with: " ")) }.joined(separator: "\t") + "\n"
    }
    return output
  }

  /// An object a line.
  var json: String {
    var output = ""
    for entry in entries {
      output +=
        JSONLine([
          ("id", .number(entry.id)), ("address", .text(entry.address)), ("title", .text(entry.title)),
          ("byline", entry.byline.map { .text($0) } ?? .null),
          ("site", entry.site.map { .text($0) } ?? .null),
          ("published", entry.published.map { .text(Timestamp(seconds: $0).iso8601) } ?? .null),
          ("added", .text(Timestamp(seconds: entry.added).iso8601)),
          ("opened", entry.opened.map { .text(Timestamp(seconds: $0).iso8601) } ?? .null),
          ("words", .number(Int64(entry.words))), ("comments", .number(Int64(entry.comments))),
          ("newComments", .number(Int64(entry.newComments))), ("percent", .number(Int64(entry.percent))),
          ("starred", .flag(entry.isStarred)), ("archived", .flag(entry.isArchived)),
          ("tags", .texts(entry.tags)),
          ("highlights", .number(Int64(entry.highlights))),
        ]).text + "\n"
    }
    return output
  }
}

/// Highlights as text for people and for programs.
struct HighlightListing {
  let highlights: [(article: Int64, highlight: Highlight)]
  let entries: [Int64: LibraryEntry]

  /// The passages as quotations below the titles of their articles.
  var markdown: String {
    var output = ""
    var last: Int64?
    for (article, highlight) in highlights {
      if article != last, let entry = entries[article] {
        output += (last == nil ? "" : "\n") + "## \(Self.plain(entry.title))\n\n<\(entry.address)>\n"
        last = article
      }
      let lines = highlight.text.split(separator: "\n", omittingEmptySubsequences: false)
      output += "\n" + lines.map { "> \($0)\n" }.joined()
      if !highlight.note.isEmpty { output += "\n\(highlight.note)\n" }
    }
    return output
  }

  /// An object a line.
  var json: String {
    var output = ""
    for (article, highlight) in highlights {
      output +=
        JSONLine([
          ("article", .number(article)), ("title", entries[article].map { .text($0.title) } ?? .null),
          ("address", entries[article].map { .text($0.address) } ?? .null), ("text", .text(highlight.text)),
          ("note", .text(highlight.note)), ("made", .text(Timestamp(seconds: highlight.made).iso8601)),
          ("isComment", .flag(highlight.comment != nil)),
        ]).text + "\n"
    }
    return output
  }

  private static func plain(_ text: String) -> String { Sanitizer.cleanLine(text) }
}

/// A flat JSON object on one line.
struct JSONLine {
  enum Value {
    case null
    case number(Int64)
    case flag(Bool)
    case text(String)
    case texts([String])
  }

  let text: String

  init(_ members: [(String, Value)]) {
    var output = "{"
    for (index, (name, value)) in members.enumerated() {
      if index > 0 { output += "," }
      output += Self.quoted(name) + ":"
      switch value {
      case .null: output += "null"
      case .number(let number): output += "\(number)"
      case .flag(let flag): output += flag ? "true" : "false"
      case .text(let text): output += Self.quoted(text)
      case .texts(let texts): output += "[" + texts.map(Self.quoted).joined(separator: ",") + "]"
      }
    }
    text = output + "}"
  }

  private static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}

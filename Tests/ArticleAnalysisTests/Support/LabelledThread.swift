import ArticleModel
import Foundation

@testable import ArticleAnalysis

/// An invented article and its thread, with what the comments refer to.
///
/// The file has paragraphs of the article after a line with `#` (a heading), then a line `# thread`, then a line for each
/// comment: its depth, its author, a colon, and its words, blocks parted by `||`. Labels in the words:
/// `{passage=>words of the article}` refers to them, `{~passage=>words}` does with altered words, `{passage=>@3}` quotes
/// the third comment, `{!passage}` looks like a reference and is none, `{?passage}` is quoted and from nowhere.
struct LabelledThread {
  enum Label: Hashable {
    case article(TextRange, isAltered: Bool)
    case comment(Int)
    case decoy
    case unmatched
  }

  struct Passage {
    var comment: Int
    var range: TextRange
    var label: Label
  }

  struct Malformed: Error { var text: String }

  var article: Article
  var passages: [Passage] = []

  init(_ source: String) throws {
    let parts = source.components(separatedBy: "# thread\n")
    guard parts.count == 2 else { throw Malformed(text: "no line \"# thread\"") }
    let paragraphs = parts[0].split(separator: "\n").map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }
    article = analyzed(paragraphs.joined(separator: "\n"))
    var builder = CommentThread.Builder()
    for (number, line) in parts[1].split(separator: "\n").enumerated() {
      guard let depth = line.first?.wholeNumberValue, let colon = line.firstIndex(of: ":") else {
        throw Malformed(text: String(line))
      }
      let author = String(line[line.index(line.startIndex, offsetBy: 2)..<colon])
      let words = try body(String(line[line.index(colon, offsetBy: 2)...]), of: number)
      let name = builder.author(author)
      builder.append(Comment(id: "c\(number + 1)", author: name), depth: depth, body: words)
    }
    article.thread = builder.finish()
  }

  /// Takes the labels out of a comment's words and notes where they stand.
  private mutating func body(_ line: String, of comment: Int) throws -> RichText {
    var words = ""
    var rest = line[...]
    while let open = rest.firstIndex(of: "{") {
      words += rest[..<open].replacingOccurrences(of: "||", with: "\n")
      guard let close = rest[open...].firstIndex(of: "}") else { throw Malformed(text: line) }
      let label = rest[rest.index(after: open)..<close]
      let lower = words.utf8.count
      let (passage, meaning) = try read(label)
      words += passage
      passages.append(
        Passage(comment: comment, range: TextRange(lower, words.utf8.count), label: meaning))
      rest = rest[rest.index(after: close)...]
    }
    words += rest.replacingOccurrences(of: "||", with: "\n")
    return richText(words)
  }

  private func read(_ label: Substring) throws -> (passage: Substring, label: Label) {
    if label.hasPrefix("!") { return (label.dropFirst(), .decoy) }
    if label.hasPrefix("?") { return (label.dropFirst(), .unmatched) }
    guard let arrow = label.range(of: "=>") else { throw Malformed(text: String(label)) }
    let isAltered = label.hasPrefix("~")
    let passage = label[..<arrow.lowerBound].dropFirst(isAltered ? 1 : 0)
    let target = label[arrow.upperBound...]
    if target.hasPrefix("@"), let number = Int(target.dropFirst()) { return (passage, .comment(number - 1)) }
    let text = article.body.string
    guard let found = text.range(of: target) else { throw Malformed(text: "not in the article: \(target)") }
    let lower = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return (
      passage, .article(TextRange(lower, lower + target.utf8.count), isAltered: isAltered)
    )
  }
}

/// How well the references of labelled threads are found.
struct ReferenceScore {
  /// True references, and those that were found.
  var links = (all: 0, found: 0)
  /// Among them, those with altered words.
  var altered = (all: 0, found: 0)
  var decoys = 0
  var unmatched = (all: 0, found: 0)
  /// References that were found, and those of them that are right.
  var finds = (all: 0, right: 0)
  /// A line for each mistake.
  var mistakes: [String] = []

  var precision: Double { finds.all == 0 ? 1 : Double(finds.right) / Double(finds.all) }
  var recall: Double { links.all == 0 ? 1 : Double(links.found) / Double(links.all) }

  /// Finds the references of a thread and compares them with its labels.
  mutating func add(_ labelled: LabelledThread, name: String) {
    let article = labelled.article
    let found = AnalysisPipeline().references(of: article)
    guard let thread = article.thread else { return }
    func words(_ comment: Int, _ range: TextRange) -> String { thread.body(of: comment).string(range) }
    for reference in found.references {
      finds.all += 1
      if labelled.passages.contains(where: { isRight(reference, $0, article) }) {
        finds.right += 1
      } else {
        mistakes.append(
          "\(name) c\(reference.comment + 1) wrong: \(words(reference.comment, reference.range)) → "
            + "\(describe(reference.target, article)) [\(reference.evidence.rule)]")
      }
    }
    for passage in labelled.passages {
      switch passage.label {
      case .article(_, let isAltered):
        links.all += 1
        if isAltered { altered.all += 1 }
        if found.references.contains(where: { isRight($0, passage, article) }) {
          links.found += 1
          if isAltered { altered.found += 1 }
        } else {
          mistakes.append("\(name) c\(passage.comment + 1) missed: \(words(passage.comment, passage.range))")
        }
      case .comment:
        links.all += 1
        if found.references.contains(where: { isRight($0, passage, article) }) {
          links.found += 1
        } else {
          mistakes.append("\(name) c\(passage.comment + 1) missed: \(words(passage.comment, passage.range))")
        }
      case .decoy: decoys += 1
      case .unmatched:
        unmatched.all += 1
        if found.unmatched.contains(where: {
          $0.comment == passage.comment && $0.range.overlaps(passage.range)
        }) {
          unmatched.found += 1
        } else {
          mistakes.append(
            "\(name) c\(passage.comment + 1) not listed: \(words(passage.comment, passage.range))")
        }
      }
    }
  }

  private func isRight(
    _ reference: ArticleReference, _ passage: LabelledThread.Passage, _ article: Article
  ) -> Bool {
    guard reference.comment == passage.comment, reference.range.overlaps(passage.range) else { return false }
    switch (passage.label, reference.target) {
    case (.article(let range, _), .quote(let quote)):
      return article.quotes[quote].parts.contains { $0.range.overlaps(range) }
    case (.article(let range, _), .figure(let figure)):
      // A figure that the article states twice is found in either place.
      let value = article.figures[figure].canonical
      return article.figures.contains {
        $0.range.overlaps(range) && $0.canonical.low == value.low && $0.canonical.high == value.high
      }
    case (.article(let range, _), .passage(let other)): return other.overlaps(range)
    case (.comment(let comment), .comment(let other, _)): return comment == other
    default: return false
    }
  }

  private func describe(_ target: ArticleReference.Target, _ article: Article) -> String {
    switch target {
    case .quote(let quote): article.text(of: article.quotes[quote])
    case .figure(let figure): article.body.string(article.figures[figure].range)
    case .passage(let range): article.body.string(range)
    case .comment(let comment, let range):
      "c\(comment + 1): \(article.thread?.body(of: comment).string(range) ?? "")"
    }
  }
}

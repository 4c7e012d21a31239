import ArticleModel
import Foundation
import Testing

@testable import ArticleAnalysis

@Suite("References")
struct ReferenceTests {
  private static let articleText = """
    “More than 87,500 crates were lost, and more than 95% of the orchard is under water,” said Ada Brock, the estate's warden.
    The estate sold 40,000 saplings last year and owes €3.2 million to two banks.
    “We will plant again in spring, whatever the bank says about it,” Brock added.
    Two pumps have run since Monday. About half of the pickers went home.
    """

  private static let cases: [ReferenceCase] = [
    ReferenceCase(
      "A percentage with a question mark questions the figure", ["95% flooded?"],
      ["1 95% flooded? questions more than 95% of the orchard"]),
    ReferenceCase(
      "A rounded number with a letter is the number", ["88k crates, that is a lot of apples"],
      ["1 88k crates repeats More than 87,500 crates"]),
    ReferenceCase(
      "Quoted words are looked up whatever their case and marks",
      ["'we will plant again in spring' they always say that"],
      [
        "1 we will plant again in spring quotes We will plant again in spring, whatever the bank says about it."
      ]),
    ReferenceCase(
      "A quoted line is a quotation",
      ["> Two pumps have run since Monday.\nand who pays for that"],
      ["1 Two pumps have run since Monday. quotes Two pumps have run since Monday"]),
    ReferenceCase(
      "Unmarked words count from enough words",
      ["well, we will plant again in spring whatever the bank says, that is the spirit"],
      [
        "1 we will plant again in spring whatever the bank says repeats We will plant again in spring, whatever the bank says about it."
      ]),
    ReferenceCase(
      "Another value disputes the figure, through the parent",
      ["95% flooded?", "I was there on Sunday. It is 50–60 % at best."],
      [
        "1 95% flooded? questions more than 95% of the orchard",
        "2 50–60 % at best disputes more than 95% of the orchard",
      ]),
    ReferenceCase(
      "That number is the parent's number",
      ["95% of the orchard, wow", "I wondered about that number too"],
      [
        "1 95% of the orchard repeats more than 95% of the orchard",
        "2 I wondered about that number too questions more than 95% of the orchard",
      ]),
    ReferenceCase(
      "A speaker with a verb of saying leads to the quote",
      ["Brock says she will plant again, I believe it when I see it"],
      [
        "1 Brock says she will plant again, I believe it when I see it discusses We will plant again in spring, whatever the bank says about it."
      ]),
    ReferenceCase(
      "Altered words are found from five words on",
      ["\"we will be planting again in the spring whatever the banks say about it\" good luck"],
      [
        "1 planting again in the spring whatever the banks quotes We will plant again in spring, whatever the bank says about it."
      ]),
    ReferenceCase(
      "A reply that quotes its parent refers to the parent",
      ["My uncle kept bees there for years", "> kept bees there for years\nso did mine"],
      ["2 kept bees there for years quotes @1 kept bees there for years"]),
    ReferenceCase(
      "Small numbers, years and idioms are no references",
      [
        "I have two dogs and was born in 1995. I am 100% sure. My car has 40,000 miles on it. Half the time I agree. At 95 you get to say what you want."
      ], []),
  ]

  @Test("Comments refer to", arguments: cases)
  func finds(_ example: ReferenceCase) {
    #expect(example.lines(in: Self.articleText) == example.found)
  }

  @Test("What is quoted and from nowhere is listed")
  func unmatched() throws {
    var article = analyzed(Self.articleText)
    var builder = CommentThread.Builder()
    builder.append(
      ArticleModel.Comment(), depth: 0,
      body: richText("“Apples float because they are full of hope” – who said that?"))
    article.thread = builder.finish()
    AnalysisPipeline().addReferences(to: &article)
    let thread = try #require(article.thread)
    #expect(
      article.unmatchedQuotations.map { thread.body(of: $0.comment).string($0.range) } == [
        "Apples float because they are full of hope"
      ])
  }

  // MARK: Labelled threads

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Threads")

  /// The floors stand a little below what is reached, so that a rule may be changed; what other data demands is .95 and .85.
  @Test("Labelled threads are linked with precision and recall")
  func labelledThreads() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    var score = ReferenceScore()
    for file in files where file.hasSuffix(".txt") {
      let source = try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
      score.add(try LabelledThread(source), name: file)
    }
    if ProcessInfo.processInfo.environment["SHOW_MISTAKES"] != nil {
      print(score.mistakes.joined(separator: "\n"))
      print(
        "precision \(score.precision) recall \(score.recall) links \(score.links) altered \(score.altered) "
          + "decoys \(score.decoys) unmatched \(score.unmatched) finds \(score.finds)")
    }
    #expect(score.precision >= 0.96)
    #expect(score.recall >= 0.88)
  }
}

/// One line for each reference: the number of the comment, the passage, what it does, and the words it leads to.
func referenceLines(_ article: Article) -> [String] {
  guard let thread = article.thread else { return [] }
  return article.references.map { reference in
    let target =
      switch reference.target {
      case .quote(let index): article.text(of: article.quotes[index])
      case .figure(let index): article.body.string(article.figures[index].range)
      case .passage(let range): article.body.string(range)
      case .comment(let index, let range): "@\(index + 1) \(thread.body(of: index).string(range))"
      }
    let passage = thread.body(of: reference.comment).string(reference.range)
    return "\(reference.comment + 1) \(passage) \(reference.kind.rawValue) \(target)"
  }
}

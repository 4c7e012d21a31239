import ArticleModel

/// The rules that find references; each names itself in the evidence of what it found.
///
/// The confidence is an estimate from what each rule got right on the labelled threads of the tests while it was made.
enum ReferenceRule: String, CaseIterable {
  /// Words in quotation marks or on a quoted line that the article has to the letter.
  case quotation
  /// Such words with small changes.
  case alteredQuotation = "altered-quotation"
  /// Words without marks that the article has to the letter.
  case repetition
  /// Such words with small changes.
  case alteredRepetition = "altered-repetition"
  /// The same number of the same thing.
  case figure
  /// Another number for the same thing.
  case otherValue = "other-value"
  /// "That number", "how does he know that?": takes up what was referred to before.
  case echo
  /// A speaker of the article and a verb of saying.
  case speaker
  /// The words of another comment.
  case comment
  /// The words of another comment with small changes.
  case alteredComment = "altered-comment"

  /// The evidence of what the rule found.
  var evidence: Evidence { Self.evidences[self] ?? Evidence(rule: "reference.\(rawValue)", confidence: 0.5) }

  private static let evidences: [ReferenceRule: Evidence] = Dictionary(
    uniqueKeysWithValues: allCases.map {
      ($0, Evidence(rule: "reference.\($0.rawValue)", confidence: $0.confidence))
    })

  private var confidence: Double {
    switch self {
    case .quotation: 0.98
    case .alteredQuotation: 0.95
    case .repetition: 0.97
    case .alteredRepetition: 0.93
    case .figure: 0.95
    case .otherValue: 0.9
    case .echo: 0.85
    case .speaker: 0.85
    case .comment: 0.98
    case .alteredComment: 0.93
    }
  }
}

/// A reference while its comment is being read: places are words, not bytes.
struct ReferenceDraft {
  var words: Range<Int>
  var target: ArticleReference.Target
  var kind: ArticleReference.Kind
  var rule: ReferenceRule
  /// The only figure among the repeated words, or -1.
  var figureInside = -1

  /// The figure that is referred to.
  var figure: Int? { if case .figure(let index) = target { index } else { nil } }
  /// The quote that is referred to.
  var quote: Int? { if case .quote(let index) = target { index } else { nil } }
}

import ArticleModel

/// The rules that give a quote its speaker, best first, with the share of right speakers on the development data.
enum AttributionRule: String, CaseIterable {
  /// "…," Calder said. / "…," said Calder.
  case afterSpeech = "after-speech"
  /// "…" — Ruth Calder
  case dashCredit = "dash-credit"
  /// The next piece of speech after an attributed one.
  case continuation
  /// The mark was re-opened in a new paragraph without having been closed.
  case reopened
  /// According to Calder, "…"
  case accordingTo = "according-to"
  /// Calder said: "…"
  case beforeSpeech = "before-speech"
  /// "…" and "…," Calder said.
  case afterFar = "after-far"
  /// Calder on the dam: "…"
  case colon
  /// The sentence before names the speaker.
  case sentenceBefore = "sentence-before"
  /// The subject of the sentence.
  case subject
  /// The speaker of the paragraph before.
  case paragraphBefore = "paragraph-before"
  /// Nobody.
  case unattributed
  /// Nobody, because the verbs of the language are not known.
  case noRules = "no-rules"

  /// Whether no verb of saying stands with the quote, so that it may be no speech at all.
  var isWeak: Bool {
    switch self {
    case .subject, .paragraphBefore, .sentenceBefore, .unattributed, .noRules: return true
    default: return false
    }
  }

  /// How often the rule is right on the development data: (right + 1) / (finds + 2), found quotes that are none
  /// included.
  ///
  /// Nobody is seldom right, because somebody nearly always says it. Too few marks are opened anew there to count.
  var confidence: Double {
    switch self {
    case .afterSpeech: return 0.98
    case .dashCredit: return 0.92
    case .continuation: return 0.92
    case .reopened: return 0.9
    case .accordingTo: return 0.79
    case .beforeSpeech: return 0.87
    case .afterFar: return 0.86
    case .colon: return 0.63
    case .sentenceBefore: return 0.57
    case .subject: return 0.5
    case .paragraphBefore: return 0.69
    case .unattributed: return 0.12
    case .noRules: return 0.12
    }
  }

  /// The evidence of a quote that the rule attributed.
  var evidence: Evidence { Evidence(rule: "quote.\(rawValue)", confidence: confidence) }
}

/// Who says a stretch, as far as its block tells.
struct Attribution {
  var rule: AttributionRule
  /// The tokens that name the speaker, in the clause; `nil` when another block names them.
  var subject: Clause.Phrase?
  /// The tokens of the cue.
  var cue: ClosedRange<Int>?
}

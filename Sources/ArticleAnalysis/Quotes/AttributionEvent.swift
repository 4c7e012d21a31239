/// A place where a text says that somebody speaks.
struct AttributionEvent {
  /// How verb and speaker stand to each other.
  enum Form {
    /// Calder said.
    case subjectFirst
    /// Said Calder.
    case verbFirst
    /// A participle, or a second verb, of a subject named before: adding.
    case inherited
    /// According to Calder.
    case accordingTo
    /// Was told by Calder.
    case passive
    /// Calder's claim; it counts for the next quote only.
    case owned
  }

  /// The token index of the cue's first word.
  var cue: Int
  /// The token index of the cue's last word.
  var cueEnd: Int
  var subject: Clause.Phrase
  var form: Form
  /// The first word of a verb of two words, when the subject stands inside it: hat Calder gesagt.
  var lead: Int?

  /// The first token of cue and subject, as far as they stand together.
  var start: Int {
    if let lead { return lead }
    switch form {
    case .inherited, .accordingTo, .passive, .owned: return cue
    case .subjectFirst, .verbFirst: return min(cue, subject.first)
    }
  }
}

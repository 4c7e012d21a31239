/// One speech act in direct quotation marks.
///
/// A quote interrupted by "she said", or running over paragraphs with re-opened marks, is one quote with several
/// parts. Titles of works, scare quotes and nicknames are `QuotedWords` instead.
public struct Quote: Hashable, Sendable {
  /// A stretch between one opening and one closing quotation mark.
  public struct Part: Hashable, Sendable {
    /// The words without the marks, in `Article.body`; within one block.
    public var range: TextRange
    /// The length of the opening mark in bytes; the mark ends where `range` begins.
    public var openingLength: Int
    /// The length of the closing mark in bytes, 0 when it is missing; the mark starts where `range` ends.
    public var closingLength: Int

    /// Makes a part.
    public init(range: TextRange, openingLength: Int, closingLength: Int) {
      self.range = range
      self.openingLength = openingLength
      self.closingLength = closingLength
    }

    /// The words with their marks.
    public var markedRange: TextRange {
      TextRange(Int(range.lower) - openingLength, Int(range.upper) + closingLength)
    }
  }

  /// The parts in reading order; never empty.
  public var parts: [Part]
  /// Who is quoted: an index into `Article.speakers`, or `nil` when the article does not say.
  public var speaker: Int?
  /// The words that name the speaker here ("he", "the minister"), in `Article.body`.
  public var speakerMention: TextRange?
  /// The reporting verb or phrase ("said", "according to"), in `Article.body`.
  public var cue: TextRange?
  /// The rule that attributed the quote (or found it, when it is unattributed).
  public var evidence: Evidence

  /// Makes a quote.
  public init(
    parts: [Part], speaker: Int? = nil, speakerMention: TextRange? = nil, cue: TextRange? = nil,
    evidence: Evidence
  ) {
    precondition(!parts.isEmpty, "a quote has at least one part")
    self.parts = parts
    self.speaker = speaker
    self.speakerMention = speakerMention
    self.cue = cue
    self.evidence = evidence
  }
}

/// Words in quotation marks that are not speech.
public struct QuotedWords: Hashable, Sendable {
  /// Why the words are in quotation marks.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The title of a work.
    case title
    /// A term, slogan or nickname, or words the writer keeps at a distance.
    case term
  }

  /// Why the words are in quotation marks.
  public var kind: Kind
  /// The words without the marks, in `Article.body`.
  public var range: TextRange
  /// The rule that took them for no speech.
  public var evidence: Evidence

  /// Makes quoted words.
  public init(kind: Kind, range: TextRange, evidence: Evidence) {
    self.kind = kind
    self.range = range
    self.evidence = evidence
  }
}

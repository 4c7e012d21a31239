/// A word, number or sign of a block.
struct Token: Sendable {
  /// What the token is made of.
  enum Shape: UInt8, Sendable {
    case word
    /// Digits with the points and commas between them.
    case number
    /// One sign; `byte` tells which.
    case sign
    /// A stretch in quotation marks, put in by the quote rules; `entry` is the index of the stretch.
    case quote
  }

  /// What else is known of the form.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    static let capitalised = Traits(rawValue: 1 << 0)
    /// White space, or the start of the block, stands before the token.
    static let spaceBefore = Traits(rawValue: 1 << 1)
    /// A word with 's or a lone apostrophe at its end.
    static let possessive = Traits(rawValue: 1 << 2)
    static let allCapitals = Traits(rawValue: 1 << 3)
    static let containsDigit = Traits(rawValue: 1 << 4)
    /// A word with a full stop of its own: Mr., J.
    static let dotted = Traits(rawValue: 1 << 5)
    /// A capital inside but not at the start, as brands have.
    static let mixedCase = Traits(rawValue: 1 << 6)
  }

  var lower: Int32
  var upper: Int32
  /// Where a word ends without its 's and its full stop.
  var coreUpper: Int32
  var shape: Shape
  var traits: Traits
  /// For a sign: its byte when ASCII; `-` also for all dashes (see `sign`), and letters for other signs.
  var byte: UInt8
  /// The index in the lexicon, or -1; of a quote the index of its stretch.
  var entry: Int32
  var classes: WordClass

  var isWord: Bool { shape == .word }
  var isCapitalised: Bool { traits.contains(.capitalised) }
  var hasSpaceBefore: Bool { traits.contains(.spaceBefore) }

  func has(_ classes: WordClass) -> Bool { !self.classes.isDisjoint(with: classes) }
  func isSign(_ byte: UInt8) -> Bool { shape == .sign && self.byte == byte }
}

/// The bytes that stand for signs outside ASCII in `Token.byte`.
enum Sign {
  static let dash: UInt8 = 0x01
  static let ellipsis: UInt8 = 0x02
  static let quotationMark: UInt8 = 0x03
  static let apostrophe: UInt8 = 0x04
  static let currency: UInt8 = 0x05
  static let vulgarFraction: UInt8 = 0x06
  static let minus: UInt8 = 0x07
  static let multiplication: UInt8 = 0x08
  static let plusMinus: UInt8 = 0x09
  static let degree: UInt8 = 0x0B
  static let other: UInt8 = 0x0C
  static let fullWidthPercent: UInt8 = 0x0E
}

/// The rules of UAX #14 (Unicode 17), and what they need to remember of the text before a place.
///
/// Rule names in comments are those of the annex. Hard line ends (LB4, LB5) are the scanner's: it starts a new state
/// after one, so that the start of a line and the start of the text are the same to the rules.
struct LineBreakState {
  typealias Class = UnicodeTables.LineBreakClass

  /// Where a number stands (LB25).
  private enum Number { case none, open, closed }

  /// The class of the last scalar that is not a mark of another (LB9); `.bk` at the start of a line.
  private(set) var before: Class = .bk
  private var isBeforeEastAsian = false
  /// The class before the spaces when `before` is a space.
  private var beforeSpaces: Class = .bk
  private var followsJoiner = false
  private var number = Number.none
  private var isAfterOpeningQuote = false
  private var isQuoteAfterEastAsian = false
  private var isAfterInitialHyphen = false
  private var isAfterHebrewHyphen = false
  private var isAfterOddRegionalIndicator = false
  private var isAfterAksaraVirama = false

  /// What comes after a scalar, for the rules that look ahead.
  struct Following {
    /// The class of the scalar after it, marks skipped; `nil` at the end of the text.
    var first: Class?
    /// Whether that scalar is East Asian.
    var isFirstEastAsian = false
    /// The class of the scalar after that, marks skipped; `nil` at the end of the text.
    var second: Class?
  }

  /// Whether `next` only extends the character before it (LB9).
  @inline(__always)
  private func isAbsorbed(_ next: Class) -> Bool {
    LineBreakClassSet.marks.contains(next) && !LineBreakClassSet(.bk, .sp, .zw).contains(before)
  }

  /// Whether a line may end before a scalar of class `next`.
  ///
  /// - Parameters:
  ///   - next: The class of the scalar.
  ///   - isEastAsian: Whether the scalar is East Asian.
  ///   - following: Finds out what comes after it; called by few rules.
  /// - Returns: Whether the place is an opportunity.
  func allowsBreak(before next: Class, isEastAsian: Bool, following: () -> Following) -> Bool {
    if LineBreakClassSet(.bk, .cr, .lf, .nl, .sp, .zw).contains(next) { return false }  // LB6, LB7
    if before == .zw || (before == .sp && beforeSpaces == .zw) { return true }  // LB8
    if followsJoiner || before == .bk { return false }  // LB8a, LB2
    if isAbsorbed(next) { return false }  // LB9
    let isLoneMark = LineBreakClassSet.marks.contains(next)
    let next = isLoneMark ? .al : next  // LB10
    let isEastAsian = isEastAsian && !isLoneMark
    if before == .sp { return allowsBreakAfterSpace(before: next, following: following) }
    if LineBreakClassSet(.al, .nu).contains(before) && LineBreakClassSet(.al, .nu).contains(next) {
      return false
    }
    if next == .wj || before == .wj || before == .gl { return false }  // LB11, LB12
    if next == .gl && !LineBreakClassSet(.ba, .hy, .hh).contains(before) { return false }  // LB12a
    if LineBreakClassSet(.cl, .cp, .ex, .sy).contains(next) || before == .op { return false }  // LB13, LB14
    if isAfterOpeningQuote || next == .isClass { return false }  // LB15a, LB15d
    if next == .quPf && Self.endsQuote(following()) { return false }  // LB15b
    if before == .b2 && next == .b2 { return false }  // LB17
    // LB19, LB19a
    if forbidsBreakByQuote(next, isEastAsian: isEastAsian, following: following) { return false }
    if next == .cb || before == .cb { return true }  // LB20
    return !forbidsBreakInWord(next, isEastAsian: isEastAsian, following: following)
  }

  /// Takes a scalar of class `next`.
  mutating func append(_ next: Class, isEastAsian: Bool) {
    if isAbsorbed(next) {
      followsJoiner = next == .zwj
      return
    }
    followsJoiner = next == .zwj
    let isLoneMark = LineBreakClassSet.marks.contains(next)  // LB10: as if it were an A
    let next = isLoneMark ? .al : next
    if next == .sp {
      if before != .sp { beforeSpaces = before }
      number = .none
      before = .sp
      isBeforeEastAsian = false
      return
    }
    if LineBreakClassSet.quotes.contains(next) {
      isAfterOpeningQuote =
        next == .quPi
        && LineBreakClassSet(.bk, .op, .qu, .quPi, .quPf, .gl, .sp, .zw).contains(before)
      isQuoteAfterEastAsian = isBeforeEastAsian
    } else {
      isAfterOpeningQuote = false
    }
    let isHyphen = next == .hy || next == .hh
    isAfterInitialHyphen = isHyphen && LineBreakClassSet(.bk, .sp, .zw, .cb, .gl).contains(before)
    isAfterHebrewHyphen = isHyphen && before == .hl
    isAfterOddRegionalIndicator = next == .ri && !(before == .ri && isAfterOddRegionalIndicator)
    isAfterAksaraVirama = next == .vi && LineBreakClassSet.aksaras.contains(before)
    switch next {
    case .nu: number = .open
    case .sy, .isClass: if number != .open { number = .none }
    case .cl, .cp: number = number == .open ? .closed : .none
    default: number = .none
    }
    before = next
    isBeforeEastAsian = isEastAsian && !isLoneMark
  }

  /// LB11 to LB18 when there are spaces before the place.
  private func allowsBreakAfterSpace(before next: Class, following: () -> Following) -> Bool {
    if LineBreakClassSet(.wj, .cl, .cp, .ex, .sy).contains(next) { return false }  // LB11, LB13
    if beforeSpaces == .op || isAfterOpeningQuote { return false }  // LB14, LB15a
    if next == .quPf && Self.endsQuote(following()) { return false }  // LB15b
    if next == .isClass { return following().first == .nu }  // LB15c, LB15d
    if next == .ns && (beforeSpaces == .cl || beforeSpaces == .cp) { return false }  // LB16
    if next == .b2 && beforeSpaces == .b2 { return false }  // LB17
    return true  // LB18
  }

  /// LB15b: what follows a closing quotation mark.
  private static func endsQuote(_ following: Following) -> Bool {
    guard let next = following.first else { return true }
    return LineBreakClassSet(
      .sp, .gl, .wj, .cl, .qu, .quPi, .quPf, .cp, .ex, .isClass, .sy, .bk, .cr, .lf, .nl, .zw
    ).contains(next)
  }

  /// LB19 and LB19a: quotation marks hold on to both neighbours, except between East Asian characters.
  private func forbidsBreakByQuote(_ next: Class, isEastAsian: Bool, following: () -> Following) -> Bool {
    if next == .qu || next == .quPf || before == .qu || before == .quPi { return true }
    if next == .quPi {
      if !isBeforeEastAsian { return true }
      let following = following()
      return following.first == nil || !following.isFirstEastAsian
    }
    return before == .quPf && (!isEastAsian || !isQuoteAfterEastAsian)
  }

  /// LB20a to LB30b: what holds words, numbers, syllables and emoji together.
  private func forbidsBreakInWord(_ next: Class, isEastAsian: Bool, following: () -> Following) -> Bool {
    let letters = LineBreakClassSet.letters
    if isAfterInitialHyphen && letters.contains(next) { return true }  // LB20a
    if LineBreakClassSet(.ba, .hh, .hy, .ns).contains(next) || before == .bb { return true }  // LB21
    if isAfterHebrewHyphen && next != .hl { return true }  // LB21a
    if before == .sy && next == .hl { return true }  // LB21b
    if next == .inClass { return true }  // LB22
    if LineBreakClassSet.lettersAndNumbers.contains(before) {
      if LineBreakClassSet.lettersAndNumbers.contains(next) { return true }  // LB23, LB25, LB28
      if next == .op && !isEastAsian { return true }  // LB30
      if before != .nu && LineBreakClassSet.affixes.contains(next) { return true }  // LB24
    }
    let ideographs = LineBreakClassSet.ideographs
    if before == .pr && (ideographs.contains(next) || LineBreakClassSet.hangul.contains(next)) { return true }
    if next == .po && (ideographs.contains(before) || LineBreakClassSet.hangul.contains(before)) {
      return true
    }
    if LineBreakClassSet.affixes.contains(before) && letters.contains(next) { return true }  // LB24
    if forbidsBreakInNumber(next, following: following) { return true }  // LB25
    if forbidsBreakInSyllable(next, following: following) { return true }  // LB26, LB28a
    if before == .isClass && letters.contains(next) { return true }  // LB29
    if before == .cp && !isBeforeEastAsian && LineBreakClassSet.lettersAndNumbers.contains(next) {
      return true
    }
    if before == .ri && next == .ri && isAfterOddRegionalIndicator { return true }  // LB30a
    return next == .em && (before == .eb || before == .idCn)  // LB30b
  }

  private func forbidsBreakInNumber(_ next: Class, following: () -> Following) -> Bool {
    if LineBreakClassSet.affixes.contains(next) { return number != .none }
    if next == .nu {
      return number == .open || LineBreakClassSet(.pr, .po, .hy, .isClass).contains(before)
    }
    guard next == .op, LineBreakClassSet.affixes.contains(before) else { return false }
    let following = following()
    return following.first == .nu || (following.first == .isClass && following.second == .nu)
  }

  private func forbidsBreakInSyllable(_ next: Class, following: () -> Following) -> Bool {
    switch before {
    case .jl: return LineBreakClassSet(.jl, .jv, .h2, .h3).contains(next)
    case .jv, .h2: return next == .jv || next == .jt
    case .jt, .h3: return next == .jt
    case .ap: return LineBreakClassSet.aksaras.contains(next)
    case .vi: return isAfterAksaraVirama && (next == .ak || next == .dc)
    case .ak, .asClass, .dc:
      if next == .vf || next == .vi { return true }
      return LineBreakClassSet.aksaras.contains(next) && following().first == .vf
    default: return false
    }
  }
}

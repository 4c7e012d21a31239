import ArticleModel

/// Telephone numbers, addresses of machines and people, versions, fractions that are dates.
extension FigureExclusions {
  /// Whole chains of digits and separators that are no number.
  func code(at index: Int) -> Exclusion? {
    guard let token = run[index] else { return nil }
    guard let numeral = Numeral(run.words.utf8, Int(token.lower), Int(token.upper)) else {
      return Exclusion(kind: isMachineAddress(token) ? .address : .version, end: index + 1)
    }
    if let address = mailOrMachine(at: index) { return address }
    if !isMonth(index - 1), !run.has(index + 1, .timeZone), let end = telephoneEnd(index, numeral) {
      return Exclusion(kind: .phone, end: end)
    }
    return chain(at: index, token)
  }

  private func isMachineAddress(_ token: Token) -> Bool {
    run.words.utf8[Int(token.lower)..<Int(token.upper)].reduce(0) { $1 == 0x2E ? $0 + 1 : $0 } == 3
  }

  /// 1234@example.com, 12::1, fe80:452::1, and files such as 27.pm with their point.
  private func mailOrMachine(at index: Int) -> Exclusion? {
    guard run.isGlued(index + 1), let sign = run[index + 1], sign.shape == .sign else {
      // ::1
      guard run.isSign(index - 1, 0x3A), run.isGlued(index), run.isSign(index - 2, 0x3A),
        run.isGlued(index - 1)
      else { return nil }
      return Exclusion(kind: .address, end: index + 1)
    }
    let isMail = sign.byte == 0x40
    let isMachine =
      sign.byte == 0x3A && run.isSign(index + 2, 0x3A) && run.isGlued(index + 2)
      || run.isSign(index - 1, 0x3A) && run.isGlued(index) && sign.byte == 0x3A
    guard isMail || isMachine else { return nil }
    return Exclusion(kind: .address, end: gluedEnd(index))
  }

  /// The token after everything that stands together without a space.
  private func gluedEnd(_ index: Int) -> Int {
    var end = index + 1
    while run.isGlued(end), end - index < 40 { end += 1 }
    if let last = run[end - 1], last.isSign(0x2E) || last.isSign(0x2C) { end -= 1 }
    return max(end, index + 1)
  }

  /// Two or more separators between digits; one slash that is no fraction; country codes in brackets.
  private func chain(at index: Int, _ token: Token) -> Exclusion? {
    var end = index + 1
    var separators = 0
    var slashes = 0
    while let sign = run[end], sign.shape == .sign, run.isGlued(end), run.isGlued(end + 1),
      sign.byte == 0x2D || sign.byte == 0x2F || sign.byte == Sign.dash || sign.byte == 0x3A,
      run[end + 1]?.shape == .number || isMonth(end + 1)
    {
      separators += 1
      if sign.byte == 0x2F { slashes += 1 }
      if run[end + 1]?.isWord == true { separators += 1 }
      end += 2
    }
    if separators >= 2 {
      return Exclusion(kind: isDate(index, end) ? .date : slashes == 0 ? .phone : .date, end: end)
    }
    if slashes == 1, let first = integer(index), let second = integer(index + 2) {
      // 24/7 and 9/11 are names; a fraction has the smaller number first.
      if first >= second || first == 9 && second == 11 { return Exclusion(kind: .idiom, end: end) }
      if first <= 12, second <= 31, isDateBefore(index) || Self.isOddDenominator(second) {
        return Exclusion(kind: .date, end: end)
      }
    }
    if run.isSign(index - 1, 0x28), run.isSign(index + 1, 0x29), run[index + 2]?.shape == .number,
      token.upper - token.lower <= 4, let next = run[index + 2], next.upper - next.lower >= 3
    {
      end = index + 3
      while let sign = run[end], sign.isSign(0x2D), run[end + 1]?.shape == .number { end += 2 }
      return Exclusion(kind: .phone, end: end)
    }
    return nil
  }

  /// Nobody cuts a whole into 29 parts, but months have so many days.
  private static func isOddDenominator(_ value: Int64) -> Bool {
    switch value {
    case 11, 13, 14, 17...19, 21...23, 26...29, 31: return true
    default: return false
    }
  }

  /// Whether a chain has a month, or four digits that are a year, in it.
  private func isDate(_ lower: Int, _ upper: Int) -> Bool {
    guard upper - lower <= 5 else { return false }
    for index in lower..<upper {
      if isMonth(index) { return true }
      if let token = run[index], token.upper - token.lower == 4, let year = integer(index), year >= 1000,
        year <= 2100
      {
        return true
      }
    }
    return false
  }

  // MARK: Telephones

  /// A number with a leading zero or too many digits, digits after the word "phone", and groups of digits that no
  /// number is written in.
  private func telephoneEnd(_ index: Int, _ numeral: Numeral) -> Int? {
    guard let token = run[index], !numeral.isFormatted else { return nil }
    let groups = digitGroups(from: index)
    guard units.tableUnit(at: groups.end) == nil || groups.digits > 12 else { return nil }
    let isAnnounced = (1...6).contains { run.has(index - $0, .telephone) }
    if isAnnounced, groups.digits > 4 || run.isSign(index - 1, 0x2B) { return groups.end }
    if run.isSign(index - 1, 0x2B), !run.isGlued(index - 1) || run.bounds.lowerBound == index - 1,
      groups.count > 1, groups.digits >= 7
    {
      return groups.end
    }
    if groups.count >= 2, groups.digits >= 9, !groups.areThrees, groups.smallest >= 2 { return groups.end }
    if numeral.digits > 1, run.words.utf8[Int(token.lower)] == 0x30 { return groups.end }
    return numeral.digits > 15 || numeral.digits > 10 && run.isSign(index - 1, 0x2B) ? groups.end : nil
  }

  /// The run of plain digits with single spaces, hyphens, brackets and points between them.
  private func digitGroups(
    from index: Int
  ) -> (end: Int, count: Int, digits: Int, smallest: Int, areThrees: Bool) {
    var end = index
    var count = 0
    var digits = 0
    var smallest = Int.max
    var areThrees = true
    while let token = run[end], token.shape == .number, count < 8 {
      let width = Int(token.upper - token.lower)
      guard integer(end) != nil || width > 9 else { break }
      if count > 0, width != 3 { areThrees = false }
      count += 1
      digits += width
      smallest = min(smallest, width)
      end += 1
      var next = end
      if let sign = run[next],
        sign.isSign(0x2D) || sign.isSign(0x29) || sign.isSign(0x2E) || sign.isSign(0x2F),
        run.isGlued(next)
      {
        next += 1
      }
      if run.isSign(next, 0x28) { next += 1 }
      guard run[next]?.shape == .number, next == end || run.isGlued(next) || run.isSign(next - 1, 0x29) else {
        break
      }
      end = next
    }
    return (max(end, index + 1), count, digits, smallest, areThrees)
  }
}

import ArticleModel

/// Finds the day that a text names, as publications of many countries print it.
///
/// Numbers with marks between them, and names of months in the languages of Europe; East Asian dates by their marks.
/// A date without a year is none.
struct DateText {
  private struct Token {
    var range: Range<Int>
    /// The value of a number, or -1.
    var number = -1
    /// The month that a word names, or 0.
    var month = 0
    /// The mark, when the token is neither number nor word.
    var mark: UInt8 = 0

    var digits: Int { range.count }
  }

  /// A day and where it stands in the text.
  struct Match {
    var day: Timestamp
    var range: Range<Int>
  }

  /// The first day that a text names.
  ///
  /// - Parameters:
  ///   - text: The text; only the first 300 bytes are looked at.
  ///   - isMonthFirst: Whether `04/05/2020` is the fifth of April.
  /// - Returns: The day, or `nil` when the text names none.
  /// - Complexity: O(length of the text).
  static func first(in text: some Sequence<UInt8>, isMonthFirst: Bool) -> Match? {
    let bytes = Array(text.prefix(300))
    return bytes.withUnsafeBufferPointer { buffer in
      let tokens = tokens(buffer)
      for index in tokens.indices {
        if let match = match(tokens, at: index, isMonthFirst: isMonthFirst) { return match }
      }
      return nil
    }
  }

  private static func match(_ tokens: [Token], at index: Int, isMonthFirst: Bool) -> Match? {
    let token = tokens[index]
    if token.month > 0 { return monthFirst(tokens, at: index) }
    guard token.number >= 0 else { return nil }
    if token.digits == 8, let match = compact(token) { return match }
    if token.digits == 4, isYear(token) { return yearFirst(tokens, at: index) }
    guard token.digits <= 2 else { return nil }
    return dayFirst(tokens, at: index) ?? numeric(tokens, at: index, isMonthFirst: isMonthFirst)
  }

  private static func isYear(_ token: Token) -> Bool {
    token.digits == 4 && (1990...2099).contains(token.number)
  }

  private static func found(_ year: Int, _ month: Int, _ day: Int, _ first: Token, _ last: Token) -> Match? {
    Timestamp(year: year, month: month, day: day).map {
      Match(day: $0, range: first.range.lowerBound..<last.range.upperBound)
    }
  }

  private static func compact(_ token: Token) -> Match? {
    let year = token.number / 10_000
    guard (1990...2099).contains(year) else { return nil }
    return found(year, token.number / 100 % 100, token.number % 100, token, token)
  }

  /// Dates like "2016-08-10", "2016/8/10", "2016 年 8 月 10 日", "2016 August 10".
  private static func yearFirst(_ tokens: [Token], at index: Int) -> Match? {
    var next = index + 1
    var marks = 0
    while next < tokens.count, tokens[next].mark != 0, marks < 2 {
      next += 1
      marks += 1
    }
    guard next < tokens.count else { return nil }
    let month = tokens[next].month > 0 ? tokens[next].month : marks > 0 ? tokens[next].number : -1
    guard (1...12).contains(month), tokens[next].month > 0 || tokens[next].digits <= 2 else { return nil }
    next += 1
    marks = 0
    while next < tokens.count, tokens[next].mark != 0, marks < 2 {
      next += 1
      marks += 1
    }
    guard next < tokens.count, (1...31).contains(tokens[next].number), tokens[next].digits <= 2 else {
      return nil
    }
    return found(tokens[index].number, month, tokens[next].number, tokens[index], tokens[next])
  }

  /// Dates whose month stands first: "August 10, 2016", "Aug 10th 2016", "Aug 10 13:45:00 CEST 2016".
  private static func monthFirst(_ tokens: [Token], at index: Int) -> Match? {
    var next = index + 1
    if next < tokens.count, tokens[next].mark == 0x2E { next += 1 }
    guard next < tokens.count, (1...31).contains(tokens[next].number), tokens[next].digits <= 2 else {
      return nil
    }
    let day = tokens[next].number
    next += 1
    while next < tokens.count, [0x2C, 0x2E].contains(tokens[next].mark) { next += 1 }
    if next + 2 < tokens.count, tokens[next + 1].mark == 0x3A { next = afterTime(tokens, at: next) }
    guard next < tokens.count, isYear(tokens[next]) else { return nil }
    return found(tokens[next].number, tokens[index].month, day, tokens[index], tokens[next])
  }

  /// The token after a time of day and its zone, which programs write between day and year.
  private static func afterTime(_ tokens: [Token], at index: Int) -> Int {
    var next = index
    while next + 2 < tokens.count, tokens[next].digits <= 2, tokens[next + 1].mark == 0x3A { next += 2 }
    next += 1
    if next < tokens.count, tokens[next].mark == 0x2B || tokens[next].mark == 0x2D { return next + 2 }
    let isZone =
      next < tokens.count && tokens[next].mark == 0 && tokens[next].number < 0
      && tokens[next].range.count <= 5
    return isZone ? next + 1 : next
  }

  /// Dates whose day stands first, the month a word: "10 August 2016", "10 de agosto de 2016", "10-Aug-16".
  private static func dayFirst(_ tokens: [Token], at index: Int) -> Match? {
    guard (1...31).contains(tokens[index].number) else { return nil }
    var next = index + 1
    if next < tokens.count, [0x2E, 0x2D, 0x2F, 0xBA].contains(tokens[next].mark) { next += 1 }
    if next < tokens.count, isFiller(tokens[next]) {
      next += 1
      if next < tokens.count, tokens[next].mark == 0x27 { next += 1 }
    }
    guard next < tokens.count, tokens[next].month > 0 else { return nil }
    let month = tokens[next].month
    next += 1
    var steps = 0
    while next < tokens.count, steps < 2,
      [0x2C, 0x2E, 0x2D, 0x2F, 0x27].contains(tokens[next].mark) || isFiller(tokens[next])
    {
      next += 1
      steps += 1
    }
    guard next < tokens.count else { return nil }
    if isYear(tokens[next]) {
      return found(tokens[next].number, month, tokens[index].number, tokens[index], tokens[next])
    }
    let isShort = tokens[next].digits == 2 && [0x2D, 0x2F, 0x27].contains(tokens[next - 1].mark)
    guard isShort, tokens[next].number >= 0 else { return nil }
    let year = tokens[next].number + (tokens[next].number < 70 ? 2000 : 1900)
    return found(year, month, tokens[index].number, tokens[index], tokens[next])
  }

  /// Dates like "10.08.2016", "10/08/2016", "08/10/16".
  private static func numeric(_ tokens: [Token], at index: Int, isMonthFirst: Bool) -> Match? {
    guard index + 4 < tokens.count, [0x2E, 0x2F, 0x2D].contains(tokens[index + 1].mark),
      tokens[index + 3].mark == tokens[index + 1].mark
    else { return nil }
    let (first, second, third) = (tokens[index], tokens[index + 2], tokens[index + 4])
    guard (1...31).contains(first.number), (1...31).contains(second.number), second.digits <= 2 else {
      return nil
    }
    // A version or an address has a number before or after.
    if index > 0, tokens[index - 1].mark == 0x2E, tokens[index - 1].range.upperBound == first.range.lowerBound
    {
      return nil
    }
    let year: Int
    if isYear(third) {
      year = third.number
    } else if third.digits == 2, first.digits == 2, second.digits == 2, third.number >= 0 {
      year = third.number + (third.number < 70 ? 2000 : 1900)
    } else {
      return nil
    }
    let monthLeads =
      second.number > 12 || first.number <= 12 && isMonthFirst && tokens[index + 1].mark != 0x2E
    return monthLeads
      ? found(year, first.number, second.number, first, third)
      : found(year, second.number, first.number, first, third)
  }

  /// A short word that may stand between the parts of a date ("de", "of").
  private static func isFiller(_ token: Token) -> Bool {
    token.mark == 0 && token.number < 0 && token.month == 0 && token.range.count <= 3
  }

  // MARK: Tokens

  private static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      let start = position
      if ASCII.isDigit(byte) {
        var value = 0
        while position < bytes.count, ASCII.isDigit(bytes[position]) {
          value = min(value &* 10 &+ Int(bytes[position] - 0x30), 1_000_000_000)
          position += 1
        }
        tokens.append(Token(range: start..<position, number: value))
        skipOrdinal(bytes, &position)
      } else if isMarkedDate(bytes, at: position) {
        tokens.append(Token(range: start..<position + 3, mark: 0x2F))
        position += 3
      } else if byte == 0xC2, position + 1 < bytes.count {
        if bytes[position + 1] == 0xBA {
          tokens.append(Token(range: start..<position + 2, mark: 0xBA))
        }
        position += 2
      } else if byte == 0xE2, position + 2 < bytes.count {
        // Dashes; typographic spaces and the like are nothing.
        if bytes[position + 1] == 0x80, (0x90...0x95).contains(bytes[position + 2]) {
          tokens.append(Token(range: start..<position + 3, mark: 0x2D))
        }
        position += 3
      } else if ASCII.isLetter(byte) || byte >= 0xC3 && byte != 0xE2 {
        while position < bytes.count, ASCII.isLetter(bytes[position]) || bytes[position] >= 0x80,
          !(bytes[position] == 0xC2 || bytes[position] == 0xE2)
        {
          position += 1
        }
        let hash = foldedHash(bytes, start..<position)
        tokens.append(Token(range: start..<position, month: MonthNames.numbers[hash] ?? 0))
      } else {
        // What is cut in the middle of a character ends here too.
        if byte > 0x20 { tokens.append(Token(range: start..<position + 1, mark: byte)) }
        position += 1
      }
    }
    return tokens
  }

  /// Whether 年, 月, 日 or 년, 월, 일 stands at a position.
  private static func isMarkedDate(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position + 2 < bytes.count, bytes[position] >= 0xE5 else { return false }
    let value =
      UInt32(bytes[position]) << 16 | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2])
    return [0xE5B9B4, 0xE69C88, 0xE697A5, 0xEB8584, 0xEC9B94, 0xEC9DBC].contains(value)
  }

  private static func skipOrdinal(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
    guard position + 2 <= bytes.count, position + 2 == bytes.count || !ASCII.isWord(bytes[position + 2])
    else { return }
    for suffix in ["st", "nd", "rd", "th", "er"] as [StaticString]
    where ASCII.matches(suffix, in: bytes, at: position) {
      position += 2
      return
    }
  }

  /// The hash of a word in lower case: Latin, Greek and Cyrillic capitals are folded.
  private static func foldedHash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = WordHash.seed
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0xD0, position + 1 < range.upperBound, (0x90...0xAF).contains(bytes[position + 1]) {
        // А to П keep their lead byte, Р to Я take the next.
        let second = bytes[position + 1]
        hash = WordHash.add(second < 0xA0 ? 0xD0 : 0xD1, to: hash)
        hash = WordHash.add(second < 0xA0 ? second + 0x20 : second - 0x20, to: hash)
        position += 2
      } else if byte == 0xCE, position + 1 < range.upperBound, (0x91...0xA9).contains(bytes[position + 1]) {
        let second = bytes[position + 1]
        hash = WordHash.add(second < 0xA0 ? 0xCE : 0xCF, to: hash)
        hash = WordHash.add(second < 0xA0 ? second + 0x20 : second - 0x20, to: hash)
        position += 2
      } else {
        hash = WordHash.add(
          WordHash.folded(byte, after: position > range.lowerBound ? bytes[position - 1] : 0), to: hash)
        position += 1
      }
    }
    return hash
  }
}

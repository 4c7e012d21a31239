import ArticleModel

/// A date as a page prints it beside a comment: "3 years ago", "May 9, 2012 11:47", "vor 8 Stunden", "22.12.2019".
struct PrintedDate {
  /// The bytes of the date, in the text it was found in.
  var range: Range<Int>
  /// Whether it counts back from the time the page was printed.
  var isRelative: Bool
  /// The day, when the date names one without doubt.
  ///
  /// Pages print no time zone, so the time of day is left out rather than guessed.
  var day: Timestamp?
}

/// Finds printed dates in lines; keeps its buffer of tokens between lines.
struct DateScanner {
  private enum Meaning: Equatable {
    case month(Int)
    case unit
    case ago
    /// "vor", "hace", "il y a": the number follows.
    case agoBefore
    case day
    case article
    case connector
    case meridiem
    case none

    /// What the words of a list of `DateScanner.words` mean.
    init(list: Int?) {
      switch list {
      case nil: self = .none
      case 0: self = .unit
      case 1: self = .ago
      case 2: self = .agoBefore
      case 3: self = .article
      case 4: self = .day
      case 5: self = .meridiem
      case 6: self = .connector
      case .some(let list): self = .month(list - 6)
      }
    }
  }

  private struct Token {
    var start: Int
    var end: Int
    /// The value of a number of at most nine digits, else -1.
    var number: Int
    var meaning: Meaning
    /// The mark, when the token is no word.
    var mark: UInt8
  }

  private var tokens: [Token] = []

  init() { tokens.reserveCapacity(64) }

  /// The first date in `range`, or `nil`.
  ///
  /// - Complexity: O(length of the range); ranges over 200 bytes have none.
  mutating func firstDate(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> PrintedDate? {
    guard range.count <= 200, range.count >= 3 else { return nil }
    tokenize(bytes, range)
    var index = 0
    while index < tokens.count {
      if let found = relative(at: index) ?? absolute(at: index, bytes) { return found }
      index += 1
    }
    return nil
  }

  // MARK: Relative dates

  private func relative(at index: Int) -> PrintedDate? {
    if tokens[index].meaning == .day { return date(index, index, isRelative: true, timeAfter: true) }
    if case .agoBefore = tokens[index].meaning {
      var last = index + 1
      if isMeaning(last, .article), isNumber(last + 1) { last += 1 }
      guard isNumber(last) || isMeaning(last, .article), isMeaning(last + 1, .unit) else { return nil }
      return date(index, last + 1, isRelative: true)
    }
    guard isNumber(index) || isMeaning(index, .article) else { return nil }
    var last = index
    var units = 0
    while units < 3, isNumber(last) || (isMeaning(last, .article) && units == 0), isMeaning(last + 1, .unit) {
      units += 1
      last += 2
      if isMark(last, 0x2C), isNumber(last + 1) { last += 1 }
    }
    guard units > 0, isMeaning(last, .ago) else { return nil }
    return date(index, last, isRelative: true)
  }

  // MARK: Absolute dates

  private func absolute(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> PrintedDate? {
    if case .month(let month) = tokens[index].meaning { return monthFirst(index, month, bytes) }
    guard isNumber(index) else { return nil }
    return dayFirst(index, bytes) ?? numeric(index, bytes)
  }

  /// Dates like "May 9, 2012", "Feb 3rd 2024", "Apr 6 '16", "September 17".
  private func monthFirst(_ index: Int, _ month: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> PrintedDate? {
    var next = index + 1
    if isMark(next, 0x2E) { next += 1 }
    guard isNumber(next, 1...31) else { return nil }
    let day = tokens[next].number
    var last = next
    next += 1
    if isMark(next, 0x2C) { next += 1 }
    var year: Int?
    if isNumber(next, 1990...2100) {
      year = tokens[next].number
      last = next
    } else if isMark(next, 0x27), isNumber(next + 1, 0...99),
      tokens[next + 1].end - tokens[next + 1].start == 2
    {
      year = 2000 + tokens[next + 1].number
      last = next + 1
    } else if !isCapital(index, bytes) {
      return nil
    }
    return date(index, last, year: year, month: month, day: day)
  }

  /// Dates like "9 May 2012", "5 June, 2013", "11 de septiembre de 2018", or the German way with a point.
  private func dayFirst(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> PrintedDate? {
    guard isNumber(index, 1...31) else { return nil }
    var next = index + 1
    if isMark(next, 0x2E) || isMark(next, 0x2D) { next += 1 }
    if isMeaning(next, .connector) { next += 1 }
    guard next < tokens.count, case .month(let month) = tokens[next].meaning,
      !ASCII.isWord(bytes[tokens[next].start - 1]) || tokens[next].start == tokens[next - 1].end
    else { return nil }
    var last = next
    next += 1
    if isMark(next, 0x2E) || isMark(next, 0x2C) || isMark(next, 0x2D) { next += 1 }
    if isMeaning(next, .connector) { next += 1 }
    // In languages that write months small a time of day tells a date from a number of something.
    guard
      isNumber(next, 1990...2100) || last > index + 1 || isCapital(last, bytes)
        || timeOfDay(after: last) != nil
    else { return nil }
    var year: Int?
    if isNumber(next, 1990...2100) {
      year = tokens[next].number
      last = next
    }
    return date(index, last, year: year, month: month, day: tokens[index].number)
  }

  /// Dates like "2019-12-22", "22.12.2019", "22.12.19", "12/22/2019".
  private func numeric(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> PrintedDate? {
    // "17.07, 2011", as some themes print it.
    if isMark(index + 1, 0x2E), isNumber(index, 1...31), isNumber(index + 2, 1...12), isMark(index + 3, 0x2C),
      isNumber(index + 4, 1990...2100), tokens[index + 1].end == tokens[index + 2].start
    {
      return date(
        index, index + 4, year: tokens[index + 4].number, month: tokens[index + 2].number,
        day: tokens[index].number)
    }
    guard isNumber(index + 2), isNumber(index + 4), isMark(index + 1, 0x2D, 0x2E, 0x2F),
      tokens[index + 1].mark == tokens[index + 3].mark, tokens[index + 3].number < 0,
      tokens[index].end == tokens[index + 1].start, tokens[index + 3].end == tokens[index + 4].start
    else { return nil }
    let first = tokens[index].number
    let second = tokens[index + 2].number
    let third = tokens[index + 4].number
    if (1990...2100).contains(first), (1...12).contains(second), (1...31).contains(third) {
      return date(index, index + 4, year: first, month: second, day: third)
    }
    let digits = tokens[index + 4].end - tokens[index + 4].start
    // "7.4.30" is a version; a short year stands in a date of three pairs of digits.
    let isPadded = tokens[index + 2].end - tokens[index].start == 5
    guard digits == 4 ? (1990...2100).contains(third) : digits == 2 && isPadded, (1...31).contains(first),
      (1...31).contains(second), first <= 12 || second <= 12
    else { return nil }
    let year = digits == 4 ? third : 2000 + third
    // With points the day stands first; with strokes or hyphens only a number over twelve tells.
    if tokens[index + 1].mark == 0x2E || first > 12 {
      return date(index, index + 4, year: year, month: second, day: first)
    }
    return date(index, index + 4, year: second > 12 ? year : nil, month: first, day: second)
  }

  // MARK: Assembling

  private func date(
    _ first: Int, _ last: Int, isRelative: Bool = false, timeAfter: Bool = false, year: Int? = nil,
    month: Int = 1, day: Int = 1
  ) -> PrintedDate {
    var end = last
    if !isRelative || timeAfter { end = timeOfDay(after: last) ?? last }
    let stamp = year.flatMap { Timestamp(year: $0, month: month, day: day) }
    return PrintedDate(
      range: tokens[first].start..<tokens[end].end, isRelative: isRelative, day: isRelative ? nil : stamp)
  }

  /// The last token of a time of day that follows: ", 11:47", "um 17:21 Uhr", "at 5:38 PM", "- 13:11".
  private func timeOfDay(after last: Int) -> Int? {
    var next = last + 1
    while next < tokens.count, next <= last + 3,
      isMark(next, 0x2C, 0x2D) || isMark(next, 0x40, 0x7C) || isMeaning(next, .connector)
        || isMeaning(next, .article)
    {
      next += 1
    }
    guard isNumber(next, 0...24) else { return nil }
    var end = next
    // "21h46"
    if isMeaning(next + 1, .unit), isNumber(next + 2, 0...59), tokens[next].end == tokens[next + 1].start,
      tokens[next + 1].end == tokens[next + 2].start
    {
      return next + 2
    }
    if isMark(next + 1, 0x3A) || (isMark(next + 1, 0x2E) && isNumber(next + 2, 0...59)) {
      guard isNumber(next + 2, 0...59) else { return nil }
      end = next + 2
      if isMark(end + 1, 0x3A), isNumber(end + 2, 0...60) { end += 2 }
      if isMeaning(end + 1, .meridiem) { end += 1 }
      return end
    }
    return isMeaning(next + 1, .meridiem) ? next + 1 : nil
  }

  private func isNumber(_ index: Int, _ bounds: ClosedRange<Int> = 0...999_999_999) -> Bool {
    index < tokens.count && bounds.contains(tokens[index].number)
  }

  private func isMark(_ index: Int, _ marks: UInt8...) -> Bool {
    index < tokens.count && tokens[index].mark != 0 && marks.contains(tokens[index].mark)
  }

  private func isMeaning(_ index: Int, _ meaning: Meaning) -> Bool {
    index < tokens.count && tokens[index].meaning == meaning
  }

  private func isCapital(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ASCII.isUpper(bytes[tokens[index].start])
  }

  // MARK: Tokens

  private mutating func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    tokens.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      let start = position
      if ASCII.isDigit(byte) {
        var value = 0
        while position < range.upperBound, ASCII.isDigit(bytes[position]) {
          value = value < 100_000_000 ? value * 10 + Int(bytes[position] - 0x30) : 1_000_000_000
          position += 1
        }
        tokens.append(
          Token(
            start: start, end: position, number: value < 1_000_000_000 ? value : -1, meaning: .none, mark: 0))
        skipOrdinalSuffix(bytes, &position, range.upperBound)
      } else if byte == 0xC2, position + 1 < range.upperBound, bytes[position + 1] == 0xA0 {
        position += 2
      } else if byte == 0xE2, position + 2 < range.upperBound, bytes[position + 1] == 0x80,
        bytes[position + 2] & 0xF0 == 0x90
      {
        tokens.append(Token(start: start, end: position + 3, number: -1, meaning: .none, mark: 0x2D))
        position += 3
      } else if ASCII.isWord(byte) {
        while position < range.upperBound, ASCII.isWord(bytes[position]), !ASCII.isDigit(bytes[position]),
          !(bytes[position] == 0xC2 && position + 1 < range.upperBound && bytes[position + 1] == 0xA0)
        {
          position += 1
        }
        if position == start { position += 1 }
        tokens.append(word(bytes, start..<position))
      } else {
        if byte != 0x20 && byte != 0x09 {
          tokens.append(Token(start: start, end: position + 1, number: -1, meaning: .none, mark: byte))
        }
        position += 1
      }
    }
    joinFrench()
  }

  /// A word token; a month that is glued to a name ("IwonaMay 30") is split off.
  private func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Token {
    let meaning = Meaning(list: Self.words[WordHash.word(bytes, range)])
    if meaning == .none {
      var start = range.upperBound - 1
      while start > range.lowerBound, !ASCII.isUpper(bytes[start]) { start -= 1 }
      if start > range.lowerBound, bytes[start - 1] != 0x20,
        case .month(let month) = Meaning(list: Self.words[WordHash.word(bytes, start..<range.upperBound)])
      {
        return Token(start: start, end: range.upperBound, number: -1, meaning: .month(month), mark: 0)
      }
    }
    return Token(start: range.lowerBound, end: range.upperBound, number: -1, meaning: meaning, mark: 0)
  }

  private func skipOrdinalSuffix(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int) {
    guard position + 2 <= end, position + 2 == end || !ASCII.isWord(bytes[position + 2]) else { return }
    for suffix in ["st", "nd", "rd", "th"] as [StaticString]
    where ASCII.matches(suffix, in: bytes, at: position) {
      position += 2
      return
    }
  }

  /// "il y a" as one token.
  private mutating func joinFrench() {
    guard let third = tokens.indices.first(where: { isMeaning($0, .article) && $0 >= 2 }) else { return }
    guard tokens[third].end - tokens[third].start == 1, tokens[third - 1].end - tokens[third - 1].start == 1,
      tokens[third - 2].end - tokens[third - 2].start == 2, tokens[third - 1].mark == 0,
      tokens[third - 1].number < 0, isNumber(third + 1) || isMeaning(third + 1, .article)
    else { return }
    tokens[third - 2].end = tokens[third].end
    tokens[third - 2].meaning = .agoBefore
    tokens.removeSubrange(third - 1...third)
  }

  /// The words of dates; the numbers of the lists are those of `Meaning.init(list:)`.
  private static let words = WordTable(
    [
      "second|seconds|sec|secs|s|minute|minutes|min|mins|m|hour|hours|hr|hrs|h|day|days|d|week|weeks|w|month|"
        + "months|mo|year|years|yr|yrs|y|sekunde|sekunden|minuten|stunde|stunden|std|tag|tage|tagen|woche|"
        + "wochen|monat|monate|monaten|jahr|jahre|jahren|seconde|secondes|heure|heures|jour|jours|semaine|"
        + "semaines|mois|an|ans|segundo|segundos|minuto|minutos|hora|horas|día|días|dia|dias|semana|semanas|"
        + "mes|meses|año|años|secondo|secondi|minuti|ora|ore|giorno|giorni|settimana|settimane|mese|mesi|anno|"
        + "anni|mês|ano|anos|seconden|minuut|uur|uren|dag|dagen|weken|maand|maanden|jaar|sekund|sekundę|"
        + "sekundy|minuta|minutę|minuty|minut|godzina|godzinę|godziny|godzin|dzień|dni|tydzień|tygodnie|"
        + "tygodni|miesiąc|miesiące|miesięcy|rok|lata|lat|sekunder|minuter|minutter|timme|timmar|time|timer|"
        + "dage|dagar|vecka|veckor|uge|uger|uke|uker|månad|månader|måned|måneder|år|секунд|минут|минуты|минуту|"
        + "час|часа|часов|день|дня|дней|неделю|недели|недель|месяц|месяца|месяцев|год|года|лет|dakika|saat|"
        + "gün|hafta|yıl",
      "ago|her|fa|atrás|geleden|temu|sedan|siden|назад|önce|sitten",
      "vor|hace|há|før|för",
      "a|one|an|einem|einer|ein|un|une|una|um|uma|een|en|about|almost|over|circa",
      "yesterday|gestern|hier|ayer|ieri|ontem|gisteren|wczoraj|igår|вчера",
      "am|pm|uhr", "at|um|à|de|a las|las|om|alle|ore|às|o|kl|klo|в",
    ] + months)

  private static let months = [
    "january|jan|januar|janvier|janv|enero|ene|jänner|gennaio|janeiro|januari|stycznia|styczeń|января|ocak",
    "february|feb|februar|février|févr|febrero|febbraio|fevereiro|fev|februari|lutego|luty|февраля|şubat",
    "march|mar|märz|mär|mars|marzo|março|maart|marca|marzec|marts|марта",
    "april|apr|avril|avr|abril|abr|aprile|kwietnia|kwiecień|апреля|nisan",
    "may|mai|mayo|maggio|maio|mei|maja|maj|мая|mayıs",
    "june|jun|juni|juin|junio|giugno|giu|junho|czerwca|czerwiec|июня|haziran",
    "july|jul|juli|juillet|juil|julio|luglio|lug|julho|lipca|lipiec|июля|temmuz",
    "august|aug|août|agosto|ago.|augustus|sierpnia|sierpień|augusti|августа|ağustos",
    "september|sep|sept|septembre|septiembre|settembre|setembro|września|wrzesień|сентября|eylül",
    "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|października|październik|октября|ekim",
    "november|nov|novembre|noviembre|novembro|listopada|listopad|ноября|kasım",
    "december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|grudnia|grudzień|декабря|aralık",
  ]
}

import ArticleModel

extension Article {
  /// The name of the speaker in whose quote a figure stands, or `nil`.
  func speakerName(of figure: Figure) -> String? {
    guard let quote = figure.quote, quotes.indices.contains(quote) else { return nil }
    return speakerName(of: quotes[quote])
  }
}

extension RichText {
  /// The words around a range within its block, about `reach` bytes on either side, cut between words.
  ///
  /// Line breaks and tabs (of code and tables) become spaces, and an ellipsis stands where words were left out.
  func context(of range: TextRange, reach: Int = 60) -> String {
    guard let index = blockIndex(at: Int(range.lower)) else { return string(range) }
    let block = blocks[index].range
    var lower = max(Int(block.lower), Int(range.lower) - reach)
    if lower > Int(block.lower) {
      while lower < Int(range.lower), !Self.isSpace(utf8[lower - 1]) { lower += 1 }
    }
    var upper = min(Int(block.upper), Int(range.upper) + reach)
    if upper < Int(block.upper) {
      while upper > Int(range.upper), !Self.isSpace(utf8[upper]) { upper -= 1 }
    }
    lower = min(lower, Int(range.lower))
    upper = max(upper, Int(range.upper))
    var words = utf8[lower..<upper].map { Self.isSpace($0) ? 0x20 : $0 }
    if lower > Int(block.lower) { words.insert(contentsOf: "… ".utf8, at: 0) }
    if upper < Int(block.upper) { words.append(contentsOf: " …".utf8) }
    return String(decoding: words, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}

extension Figure {
  /// The number or range as tables show it, with the hedge in front: `> 87500`, `40–60`, `≤ 11`.
  var shownValue: String {
    let number =
      switch value {
      case .number(let number): number.description
      case .range(let low, let high): "\(low)–\(high)"
      }
    switch qualifier {
    case .exact, .range: return number
    case .about: return "~ " + number
    case .moreThan: return "> " + number
    case .lessThan: return "< " + number
    case .atLeast: return "≥ " + number
    case .atMost: return "≤ " + number
    }
  }
}

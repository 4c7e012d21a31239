extension Article {
  /// The words of a quote as one readable text: the parts joined by a space, without outer quotation marks.
  ///
  /// The comma that newspaper style puts before "she said" stands for a full stop when nothing follows it or when
  /// the next part begins a sentence; it is written as one.
  ///
  /// - Complexity: O(length of the quote).
  public func text(of quote: Quote) -> String {
    var joined = ""
    for (position, part) in quote.parts.enumerated() {
      var words = body.string(part.range)
      if words.hasSuffix(",") {
        let next = position + 1 < quote.parts.count ? body.string(quote.parts[position + 1].range) : nil
        if next?.first?.isLowercase != true { words = words.dropLast() + "." }
      }
      if position > 0 { joined += " " }
      joined += words
    }
    return joined
  }

  /// How many words a quote has, counted as stretches between white space.
  ///
  /// - Complexity: O(length of the quote).
  public func wordCount(of quote: Quote) -> Int {
    var count = 0
    for part in quote.parts {
      var inWord = false
      for byte in body.utf8[part.range.indices] {
        let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
        if !isSpace && !inWord { count += 1 }
        inWord = !isSpace
      }
    }
    return count
  }
}

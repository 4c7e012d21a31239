import HTMLTree

/// The words of posts and comments as WordPress stores them: HTML in which line breaks count.
enum WordPressText {
  /// The words as HTML: a line break becomes a `br`, so that an empty line parts paragraphs; captions become figures.
  ///
  /// Posts of the block editor are HTML already. Line breaks between two tags, in tags, in preformatted text and in
  /// tables are left as they are.
  ///
  /// - Complexity: O(number of bytes).
  static func html(of text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { text in
      if ASCII.find("<!-- wp:", in: text) != nil { return Array(text) }
      var writer = Writer(text)
      writer.run()
      return writer.output
    }
  }

  private struct Writer {
    let text: UnsafeBufferPointer<UInt8>
    var output: [UInt8] = []
    private var position = 0
    /// How many elements are open in which line breaks do not count.
    private var verbatim = 0
    private var isAfterTag = false

    init(_ text: UnsafeBufferPointer<UInt8>) {
      self.text = text
      output.reserveCapacity(text.count + text.count / 8)
    }

    mutating func run() {
      while position < text.count {
        switch text[position] {
        case UInt8(ascii: "<"): tag()
        case UInt8(ascii: "[") where verbatim == 0: shortcode()
        case 0x0A: lineBreak()
        case let byte:
          if byte > 0x20 { isAfterTag = false }
          output.append(byte)
          position += 1
        }
      }
    }

    private mutating func tag() {
      for name in Self.verbatimTags {
        if ASCII.matches(name.start, in: text, at: position),
          isNameEnd(position + name.start.utf8CodeUnitCount)
        {
          verbatim += 1
        }
        if ASCII.matches(name.end, in: text, at: position), isNameEnd(position + name.end.utf8CodeUnitCount) {
          verbatim = max(0, verbatim - 1)
        }
      }
      let isComment = ASCII.matches("<!--", in: text, at: position)
      let isTag =
        position + 1 < text.count
        && (ASCII.isLetter(text[position + 1]) || text[position + 1] == UInt8(ascii: "/") || isComment)
      guard isTag else {
        isAfterTag = false
        output.append(text[position])
        position += 1
        return
      }
      var end = position
      if isComment {
        end = ASCII.find("-->", in: text, from: position).map { $0 + 3 } ?? text.count
      } else {
        while end < text.count, text[end] != UInt8(ascii: ">") { end += 1 }
        end = min(text.count, end + 1)
      }
      output.append(contentsOf: text[position..<end])
      position = end
      isAfterTag = true
    }

    private func isNameEnd(_ position: Int) -> Bool {
      position >= text.count || !ASCII.isLetter(text[position]) && !ASCII.isDigit(text[position])
    }

    private static let verbatimTags: [(start: StaticString, end: StaticString)] = [
      ("<pre", "</pre"), ("<table", "</table"), ("<script", "</script"), ("<style", "</style"),
      ("<textarea", "</textarea"),
    ]

    private mutating func lineBreak() {
      var next = position + 1
      var breaks = 1
      while next < text.count, text[next] <= 0x20 {
        if text[next] == 0x0A { breaks += 1 }
        next += 1
      }
      let isBeforeTag = next < text.count && text[next] == UInt8(ascii: "<")
      if verbatim > 0 {
        output.append(0x0A)
        position += 1
        return
      }
      // Between two tags a single break is layout; an empty line parts paragraphs even there.
      if !(isAfterTag && isBeforeTag) || breaks > 1 {
        for _ in 0..<min(breaks, 2) { output.append(contentsOf: "<br>".utf8) }
      } else {
        output.append(0x0A)
      }
      position = next
    }

    /// Takes a shortcode: captions become figures, those that only place something are dropped, others are words.
    private mutating func shortcode() {
      if ASCII.matches("[caption", in: text, at: position), isNameEnd(position + 8) {
        skipBracket()
        output.append(contentsOf: "<figure>".utf8)
        // The caption is what follows the picture.
        guard let end = ASCII.find("[/caption]", in: text, from: position) else { return }
        var caption = position
        while let tag = ASCII.find("<", in: UnsafeBufferPointer(rebasing: text[..<end]), from: caption),
          let close = ASCII.find(">", in: UnsafeBufferPointer(rebasing: text[..<end]), from: tag)
        {
          output.append(contentsOf: text[caption...close])
          caption = close + 1
          // A link may stand around the picture.
          var next = caption
          while next < end, text[next] <= 0x20 { next += 1 }
          if next >= end || text[next] != UInt8(ascii: "<") { break }
        }
        output.append(contentsOf: "<figcaption>".utf8)
        output.append(contentsOf: text[caption..<end])
        output.append(contentsOf: "</figcaption></figure>".utf8)
        position = end + 10
        isAfterTag = true
        return
      }
      for name in Self.placing where ASCII.matches(name, in: text, at: position) {
        if isNameEnd(position + name.utf8CodeUnitCount) { return skipBracket() }
      }
      output.append(text[position])
      position += 1
      isAfterTag = false
    }

    private static let placing: [StaticString] = [
      "[gallery", "[audio", "[/audio", "[video", "[/video", "[playlist", "[embed", "[/embed", "[/caption",
      "[/gallery",
    ]

    private mutating func skipBracket() {
      while position < text.count, text[position] != UInt8(ascii: "]") { position += 1 }
      position = min(text.count, position + 1)
    }
  }
}

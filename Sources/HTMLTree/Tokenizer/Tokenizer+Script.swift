/// The sections from "Script data state" to "Script data double escape end state": where a script ends.
extension Tokenizer {
  private enum ScriptState {
    case plain
    /// After `<!--`.
    case escaped
    /// After `<!--` and `<script`: an end tag ends the inner script only.
    case doubleEscaped
  }

  /// Reads a script up to its end tag.
  mutating func scriptData() {
    let start = position
    var state = ScriptState.plain
    var cursor = start
    while true {
      if state == .plain {
        cursor = source.firstIndex(of: UInt8(ascii: "<"), from: cursor) ?? source.count
      } else {
        cursor = source.first(UInt8(ascii: "<"), UInt8(ascii: "-"), UInt8(ascii: "-"), from: cursor)
      }
      guard cursor < source.count else { break }
      if source[cursor] == UInt8(ascii: "-") {
        let end = dashes(from: cursor)
        if end - cursor >= 2, end < source.count, source[end] == UInt8(ascii: ">") { state = .plain }
        cursor = end
      } else if state != .doubleEscaped, isEndOfRawText(at: cursor) {
        setText(start..<cursor, decodesReferences: false)
        content = .data
        return
      } else {
        cursor = afterLess(cursor + 1, &state)
      }
    }
    setText(start..<source.count, decodesReferences: false)
  }

  private func dashes(from start: Int) -> Int {
    var cursor = start
    while cursor < source.count, source[cursor] == UInt8(ascii: "-") { cursor += 1 }
    return cursor
  }

  /// Takes what follows a `<` that does not end the script; returns where to go on.
  private func afterLess(_ start: Int, _ state: inout ScriptState) -> Int {
    switch state {
    case .plain:
      guard start + 2 < source.count, source[start] == UInt8(ascii: "!"),
        source[start + 1] == UInt8(ascii: "-"), source[start + 2] == UInt8(ascii: "-")
      else { return start }
      state = .escaped
      // The two dashes may be those of `-->` already.
      return start + 1
    case .escaped:
      let (name, end) = letters(from: start)
      guard end < source.count, source[end].endsTagName, name == Self.scriptName else { return start }
      state = .doubleEscaped
      return end
    case .doubleEscaped:
      guard start < source.count, source[start] == UInt8(ascii: "/") else { return start }
      let (name, end) = letters(from: start + 1)
      guard end < source.count, source[end].endsTagName, name == Self.scriptName else { return start }
      state = .escaped
      return end
    }
  }

  private static let scriptName = PackedName("script".utf8)
}

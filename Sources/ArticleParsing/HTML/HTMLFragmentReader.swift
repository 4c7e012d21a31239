import ArticleModel
import Glibc
import HTMLTree

/// Reads the small HTML of comment bodies straight into a `RichText`, without a tree.
///
/// Knows the tags that comment forms allow and ignores the others. Lines that start with `>` become block quotations:
/// that is how people quote where no markup is offered. Any bytes are accepted.
struct HTMLFragmentReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var flow = TextFlow(quotesMarkedLines: true)
  private var position = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads a fragment, such as the body of a comment from an API.
  ///
  /// - Complexity: O(number of bytes).
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> RichText {
    var reader = HTMLFragmentReader(bytes)
    reader.run()
    return reader.flow.finish()
  }

  private mutating func run() {
    var runStart = 0
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x3C || byte == 0x26 else {
        position &+= 1
        continue
      }
      let start = position
      if byte == 0x26 {
        guard let reference = CharacterReference(at: start, in: bytes) else {
          position += 1
          continue
        }
        append(runStart..<start)
        append(scalar: reference.first)
        if let second = reference.second { append(scalar: second) }
        position = start + reference.length
      } else {
        guard isTag(at: start) else {
          position += 1
          continue
        }
        append(runStart..<start)
        tag()
      }
      runStart = position
    }
    append(runStart..<position)
  }

  private func append(_ range: Range<Int>, to flow: inout TextFlow) {
    guard !range.isEmpty else { return }
    flow.append(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  private mutating func append(_ range: Range<Int>) { append(range, to: &flow) }

  private mutating func append(scalar: Unicode.Scalar) {
    guard let encoded = UTF8.encode(scalar) else { return }
    var units: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &units) { raw in
      var count = 0
      for unit in encoded {
        raw[count] = unit
        count += 1
      }
      flow.append(UnsafeBufferPointer(rebasing: raw.bindMemory(to: UInt8.self)[..<count]))
    }
  }

  /// Whether a tag, comment or declaration starts here; a lone `<` is text.
  private func isTag(at start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    let next = bytes[start + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return true }
    let letter = next == UInt8(ascii: "/") && start + 2 < bytes.count ? bytes[start + 2] : next
    return (0x61...0x7A).contains(letter | 0x20)
  }

  private mutating func tag() {
    let next = bytes[position + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return skipDeclaration() }
    let isEnd = next == UInt8(ascii: "/")
    var cursor = position + (isEnd ? 2 : 1)
    var name: UInt64 = 0
    while cursor < bytes.count, Self.isNameByte(bytes[cursor]) {
      name = name << 8 | UInt64((0x41...0x5A).contains(bytes[cursor]) ? bytes[cursor] | 0x20 : bytes[cursor])
      cursor += 1
    }
    let tag = cursor - position > 12 ? .other : TextTag(packedName: name)
    var target: [UInt8]?
    var firstNumber: Int?
    cursor = attributes(from: cursor) { key, value in
      if tag == .a, !isEnd, key == TextTag.href { target = decoded(value) }
      if tag == .ol && key == TextTag.start || tag == .li && key == TextTag.value, !isEnd {
        firstNumber = Int(String(decoding: bytes[value], as: UTF8.self))
      }
    }
    position = cursor
    if tag == .opaque {
      if !isEnd { skipContent(ofTagNamed: name) }
    } else if isEnd {
      flow.close(tag)
    } else {
      flow.open(tag, target: target, firstNumber: firstNumber)
    }
  }

  /// Walks over the attributes of a tag; returns the position after its closing `>`.
  private func attributes(from start: Int, _ visit: (UInt64, Range<Int>) -> Void) -> Int {
    var cursor = start
    while cursor < bytes.count, bytes[cursor] != 0x3E {
      guard Self.isNameByte(bytes[cursor]) else {
        cursor += 1
        continue
      }
      var key: UInt64 = 0
      while cursor < bytes.count, Self.isNameByte(bytes[cursor]) {
        key = key << 8 | UInt64(bytes[cursor] | 0x20)
        cursor += 1
      }
      cursor = skipSpace(from: cursor)
      guard cursor < bytes.count, bytes[cursor] == 0x3D else { continue }
      cursor = skipSpace(from: cursor + 1)
      guard cursor < bytes.count else { break }
      let mark = bytes[cursor]
      let valueStart: Int
      if mark == 0x22 || mark == 0x27 {
        valueStart = cursor + 1
        cursor = find(mark, from: valueStart) ?? bytes.count
        visit(key, valueStart..<cursor)
        cursor = min(cursor + 1, bytes.count)
      } else {
        valueStart = cursor
        while cursor < bytes.count, bytes[cursor] > 0x20, bytes[cursor] != 0x3E { cursor += 1 }
        visit(key, valueStart..<cursor)
      }
    }
    return min(cursor + 1, bytes.count)
  }

  private func decoded(_ range: Range<Int>) -> [UInt8] {
    var value: [UInt8] = []
    let all = UnsafeBufferPointer(rebasing: bytes[range])
    var cursor = 0
    while cursor < all.count {
      if all[cursor] == 0x26, let reference = CharacterReference(at: cursor, in: all, isInAttribute: true) {
        value.append(contentsOf: String(reference.first).utf8)
        if let second = reference.second { value.append(contentsOf: String(second).utf8) }
        cursor += reference.length
      } else {
        value.append(all[cursor])
        cursor += 1
      }
    }
    return value
  }

  private func skipSpace(from start: Int) -> Int {
    var cursor = start
    while cursor < bytes.count, bytes[cursor] <= 0x20 { cursor += 1 }
    return cursor
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private mutating func skipDeclaration() {
    let start = position
    if start + 3 < bytes.count, bytes[start + 2] == 0x2D, bytes[start + 3] == 0x2D {
      var cursor = start + 4
      while let dash = find(0x2D, from: cursor) {
        if dash + 2 < bytes.count, bytes[dash + 1] == 0x2D, bytes[dash + 2] == 0x3E {
          position = dash + 3
          return
        }
        cursor = dash + 1
      }
      position = bytes.count
    } else {
      position = min((find(0x3E, from: start) ?? bytes.count) + 1, bytes.count)
    }
  }

  /// Steps over what a script or style element holds; without an end tag, over everything.
  private mutating func skipContent(ofTagNamed name: UInt64) {
    while let less = find(0x3C, from: position) {
      position = less + 1
      guard position < bytes.count, bytes[position] == UInt8(ascii: "/") else { continue }
      var found: UInt64 = 0
      var cursor = position + 1
      while cursor < bytes.count, Self.isNameByte(bytes[cursor]) {
        found = found << 8 | UInt64(bytes[cursor] | 0x20)
        cursor += 1
      }
      guard found == name else { continue }
      position = min((find(0x3E, from: cursor) ?? bytes.count) + 1, bytes.count)
      return
    }
    position = bytes.count
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x3A
      || byte == 0x5F
  }
}

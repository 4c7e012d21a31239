/// The one pass that makes a `JSONDocument`.
///
/// Checks everything that RFC 8259 asks for, and goes on after what it can tell around: a comma too many or too few,
/// bad escapes and control characters in strings, words that are no values. Other damage ends the pass; what is open
/// then ends there.
struct JSONDocumentParser {
  private enum Expected {
    /// A value, or the end of the array where nothing stands in it yet.
    case value(isFirst: Bool)
    /// A member's name, or the end of the object where nothing stands in it yet.
    case name(isFirst: Bool)
    /// What follows a value: a comma or the end of the container.
    case separator
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var nodes: [JSONDocument.Node] = []
  private(set) var problem: JSONDocument.Problem?
  private var position = 0
  private var key: UInt32 = 0
  /// The containers that are open, outermost first, as indices of nodes.
  private var open: [UInt32] = []
  private var isStopped = false

  init(_ all: UnsafeBufferPointer<UInt8>) {
    let mark = all.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes = UnsafeBufferPointer(rebasing: all[mark...].prefix(Int(UInt32.max) - 8))
    nodes.reserveCapacity(min(bytes.count / 24, JSONDocument.mostValues))
  }

  mutating func run() {
    var expected = Expected.value(isFirst: false)
    while !isStopped {
      skipSpace()
      guard position < bytes.count else { break }
      switch expected {
      case .value(let isFirst): expected = value(isFirst: isFirst)
      case .name(let isFirst): expected = name(isFirst: isFirst)
      case .separator: expected = separator()
      }
    }
    if nodes.isEmpty, problem == nil { problem = .empty }
    if !isStopped, !open.isEmpty || key != 0 { note(.truncated) }
    while !open.isEmpty { close() }
  }

  // MARK: The parts of a text

  private mutating func value(isFirst: Bool) -> Expected {
    let byte = bytes[position]
    switch byte {
    case 0x7B, 0x5B: return container(byte)
    case 0x5D, 0x7D:
      if !isFirst || byte == 0x7D { note(.malformed(position)) }
      return end()
    case 0x22:
      append()
      string()
    case 0x2C, 0x3A:
      note(.malformed(position))
      position += 1
      return .value(isFirst: false)
    default:
      append()
      scalar()
    }
    return .separator
  }

  private mutating func container(_ byte: UInt8) -> Expected {
    guard open.count < JSONDocument.deepest else {
      note(.tooDeep(position))
      append()
      skipContainer()
      return .separator
    }
    append()
    guard !isStopped else { return .separator }
    open.append(UInt32(nodes.count - 1))
    position += 1
    return byte == 0x7B ? .name(isFirst: true) : .value(isFirst: true)
  }

  private mutating func name(isFirst: Bool) -> Expected {
    switch bytes[position] {
    case 0x22:
      key = UInt32(position + 1)
      string()
      skipSpace()
      guard position < bytes.count else { return .value(isFirst: false) }
      if bytes[position] == 0x3A {
        position += 1
      } else {
        note(.malformed(position))
      }
      return .value(isFirst: false)
    case 0x7D, 0x5D:
      if !isFirst || bytes[position] == 0x5D { note(.malformed(position)) }
      return end()
    case 0x2C:
      note(.malformed(position))
      position += 1
      return .name(isFirst: false)
    default:
      stop(.malformed(position))
      return .separator
    }
  }

  private mutating func separator() -> Expected {
    guard let last = open.last else { return afterText() }
    let isObject = bytes[Int(nodes[Int(last)].start)] == 0x7B
    switch bytes[position] {
    case 0x2C:
      position += 1
      return isObject ? .name(isFirst: false) : .value(isFirst: false)
    case 0x5D, 0x7D:
      if (bytes[position] == 0x7D) != isObject { note(.malformed(position)) }
      return end()
    case 0x3A:
      stop(.malformed(position))
      return .separator
    default:
      // A comma was left out.
      note(.malformed(position))
      return isObject ? .name(isFirst: false) : .value(isFirst: false)
    }
  }

  /// What may follow the outermost value: another one, on a line of its own.
  private mutating func afterText() -> Expected {
    var before = position - 1
    while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 || bytes[before] == 0x0D { before -= 1 }
    let isOnOwnLine = before >= 0 && bytes[before] == 0x0A
    guard isOnOwnLine, bytes[position] == 0x7B || bytes[position] == 0x5B else {
      stop(.malformed(position))
      return .separator
    }
    return .value(isFirst: false)
  }

  /// Ends the innermost container, whichever of the two marks stands there.
  private mutating func end() -> Expected {
    position += 1
    key = 0
    guard !open.isEmpty else {
      stop(.malformed(position - 1))
      return .separator
    }
    close()
    return .separator
  }

  // MARK: Nodes

  private mutating func append() {
    guard nodes.count < JSONDocument.mostValues else { return stop(.tooMany(position)) }
    nodes.append(
      JSONDocument.Node(start: UInt32(position), key: key, next: UInt32(nodes.count + 1)))
    key = 0
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    nodes[Int(last)].next = UInt32(nodes.count)
  }

  /// Keeps the first problem.
  private mutating func note(_ found: JSONDocument.Problem) { problem = problem ?? found }

  private mutating func stop(_ found: JSONDocument.Problem) {
    note(found)
    isStopped = true
  }

  // MARK: Scalars

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// Steps over the string that begins here, checking it.
  private mutating func string() {
    let raw = UnsafeRawBufferPointer(bytes)
    position += 1
    while position < bytes.count {
      if position + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
        let flags = JSONKey.flags(of: 0x22, in: word) | JSONKey.flags(of: 0x5C, in: word) | controls
        guard flags != 0 else {
          position += 8
          continue
        }
        position += flags.trailingZeroBitCount >> 3
      }
      switch bytes[position] {
      case 0x22:
        position += 1
        return
      case 0x5C: escape()
      case 0..<0x20:
        note(.malformed(position))
        position += 1
      default: position += 1
      }
    }
    position = bytes.count
    stop(.truncated)
  }

  private mutating func escape() {
    guard position + 1 < bytes.count else {
      position = bytes.count
      return
    }
    switch bytes[position + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: break
    case 0x75:
      for offset in 2..<6 {
        guard position + offset < bytes.count, Self.isHexadecimal(bytes[position + offset]) else {
          note(.malformed(position))
          break
        }
      }
    default: note(.malformed(position))
    }
    position += 2
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || (byte | 0x20) &- 0x61 < 6
  }

  /// Steps over a number or literal, checking it.
  private mutating func scalar() {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case 0...0x20, 0x2C, 0x5D, 0x7D, 0x22, 0x5B, 0x7B, 0x3A:
        if position > start { return check(start..<position) }
        // A control character where a value should be.
        position += 1
        return stop(.malformed(start))
      default: position += 1
      }
    }
    check(start..<position)
  }

  private mutating func check(_ range: Range<Int>) {
    let word = UnsafeBufferPointer(rebasing: bytes[range])
    let isValue =
      Self.isNumber(word) || word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
      || word.elementsEqual("null".utf8)
    guard !isValue else { return }
    if range.upperBound == bytes.count, !open.isEmpty {
      note(.truncated)
    } else {
      note(.malformed(range.lowerBound))
    }
  }

  /// Whether the bytes are a number as RFC 8259 has it.
  static func isNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = 0
    func digits() -> Bool {
      let start = cursor
      while cursor < word.count, ASCII.isDigit(word[cursor]) { cursor += 1 }
      return cursor > start
    }
    if cursor < word.count, word[cursor] == 0x2D { cursor += 1 }
    let hasLeadingZero = cursor < word.count && word[cursor] == 0x30
    let first = cursor
    guard digits(), !hasLeadingZero || cursor == first + 1 else { return false }
    if cursor < word.count, word[cursor] == 0x2E {
      cursor += 1
      guard digits() else { return false }
    }
    if cursor < word.count, word[cursor] | 0x20 == 0x65 {
      cursor += 1
      if cursor < word.count, word[cursor] == 0x2B || word[cursor] == 0x2D { cursor += 1 }
      guard digits() else { return false }
    }
    return cursor == word.count
  }

  /// Steps over a container that is too deep, by counting brackets.
  private mutating func skipContainer() {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case 0x22:
        string()
        if isStopped { return }
        continue
      case 0x5B, 0x7B: depth += 1
      case 0x5D, 0x7D: depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }
}

extension JSONDocument {
  /// Reads a text.
  ///
  /// - Parameter bytes: UTF-8; a byte order mark is stepped over. The first 4 GiB are read.
  /// - Complexity: O(number of bytes), whatever the nesting.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var parser = JSONDocumentParser(bytes)
    parser.run()
    self.init(bytes: parser.bytes, nodes: parser.nodes, problem: parser.problem)
  }
}

/// Joins the lists of several JSON answers, so that a thread that comes in pages is read as one.
enum JSONLists {
  /// The first text with the elements of the second's list behind its own.
  ///
  /// - Parameters:
  ///   - first: A JSON text.
  ///   - second: Another answer of the same kind.
  ///   - member: The name of the list in both; `nil` when the texts are lists.
  /// - Returns: The first text alone when one of them has no such list.
  static func joined(_ first: [UInt8], _ second: [UInt8], member: String? = nil) -> [UInt8] {
    guard let here = list(in: first, member), let there = list(in: second, member) else { return first }
    let elements = second[there]
    guard elements.contains(where: { $0 > 0x20 }) else { return first }
    let isEmpty = !first[here].contains { $0 > 0x20 }
    return Array(first[..<here.upperBound]) + (isEmpty ? [] : [UInt8(ascii: ",")]) + elements
      + first[here.upperBound...]
  }

  /// What stands between the brackets of the list: of the outermost one, or of the first member with that name.
  private static func list(in bytes: [UInt8], _ member: String?) -> Range<Int>? {
    let name = member.map { Array("\"\($0)\"".utf8) }
    var start: Int?
    var depth = 0
    var position = 0
    var isNamed = name == nil
    while position < bytes.count {
      switch bytes[position] {
      case 0x22:
        let begin = position
        position += 1
        while position < bytes.count, bytes[position] != 0x22 { position += bytes[position] == 0x5C ? 2 : 1 }
        if let name, start == nil, position < bytes.count {
          isNamed = bytes[begin...position].elementsEqual(name)
        }
      case 0x5B:
        if start == nil, isNamed {
          start = position + 1
          depth = 0
        } else {
          depth += 1
        }
      case 0x7B: depth += 1
      case 0x5D, 0x7D:
        if let start, depth == 0 { return start..<position }
        depth -= 1
      case 0x3A, 0x00...0x20: break
      default: if start == nil, name != nil { isNamed = false }
      }
      position += 1
    }
    return nil
  }
}

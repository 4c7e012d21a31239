/// The list of active formatting elements (section of that name).
struct FormattingElements: ~Copyable {
  /// An element of the list, or a marker, whose node is `Arena.none`.
  struct Entry: BitwiseCopyable {
    var node: Int32
    var tag: HTMLTag

    static let marker = Entry(node: Arena.none, tag: .other)
    var isMarker: Bool { node == Arena.none }
  }

  /// More elements than this are not opened again: each new block may open all of them.
  static let most = 64

  private var entries = Buffer<Entry>(capacity: 128)

  var count: Int { entries.count }
  @inline(__always)
  subscript(index: Int) -> Entry {
    get { entries[index] }
    set { entries[index] = newValue }
  }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// The place of a node, or `nil`.
  func index(of node: Int32) -> Int? {
    var index = entries.count - 1
    while index >= 0 {
      if entries[index].node == node { return index }
      index -= 1
    }
    return nil
  }

  /// The place of the last element with a tag after the last marker, or `nil`.
  func lastIndex(of tag: HTMLTag) -> Int? {
    var index = entries.count - 1
    while index >= 0, !entries[index].isMarker {
      if entries[index].tag == tag { return index }
      index -= 1
    }
    return nil
  }

  /// The first place after the last marker.
  var sectionStart: Int {
    var index = entries.count
    while index > 0, !entries[index - 1].isMarker { index -= 1 }
    return index
  }

  /// Takes the element out that was put on the list first; markers stay.
  mutating func removeOldest() {
    if let oldest = (0..<count).first(where: { !entries[$0].isMarker }) { remove(at: oldest) }
  }

  mutating func remove(at index: Int) { entries.remove(at: index) }

  mutating func insert(_ entry: Entry, at index: Int) { entries.insert(entry, at: index) }

  /// Section "clear the list of active formatting elements up to the last marker".
  mutating func clearToLastMarker() {
    entries.truncate(to: max(0, sectionStart - 1))
  }
}

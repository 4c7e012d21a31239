/// The stack of open elements, and what the standard asks of it (section "The stack of open elements").
struct OpenElements: ~Copyable {
  /// An open element.
  struct Entry: BitwiseCopyable {
    var node: Int32
    /// The number of the name as it stands in the source.
    var name: Int32
    var tag: HTMLTag
    var traits: ElementTraits
  }

  private var elements = Buffer<Entry>(capacity: 640)
  /// How many `p` elements of HTML are open; nearly always none, and then nobody needs to look.
  private(set) var paragraphs = 0
  /// How many `template` elements of HTML are open.
  private(set) var templates = 0

  @inline(__always)
  var count: Int { elements.count }

  @inline(__always)
  subscript(index: Int) -> Entry {
    get { elements[index] }
    set {
      count(elements[index], -1)
      count(newValue, 1)
      elements[index] = newValue
    }
  }

  /// The current node.
  @inline(__always)
  var last: Entry { elements[elements.count &- 1] }

  @inline(__always)
  mutating func push(_ element: Entry) {
    count(element, 1)
    elements.append(element)
  }

  @inline(__always)
  mutating func pop() -> Entry {
    let element = last
    count(element, -1)
    elements.truncate(to: elements.count &- 1)
    return element
  }

  mutating func remove(at index: Int) {
    count(elements[index], -1)
    elements.remove(at: index)
  }

  mutating func insert(_ element: Entry, at index: Int) {
    count(element, 1)
    elements.insert(element, at: index)
  }

  @inline(__always)
  private mutating func count(_ element: Entry, _ change: Int) {
    guard element.tag == .p || element.tag == .template, element.traits.contains(.html) else { return }
    if element.tag == .p { paragraphs += change } else { templates += change }
  }

  // MARK: Looking

  /// The place of a node, or `nil`.
  func index(of node: Int32) -> Int? {
    var index = elements.count - 1
    while index >= 0 {
      if elements[index].node == node { return index }
      index -= 1
    }
    return nil
  }

  /// The place of the last HTML element with a tag, or `nil`.
  func lastIndex(of tag: HTMLTag) -> Int? {
    var index = elements.count - 1
    while index >= 0 {
      if elements[index].tag == tag, elements[index].traits.contains(.html) { return index }
      index -= 1
    }
    return nil
  }

  /// What else than the usual elements bounds a scope.
  enum Scope {
    case usual, listItem, button, table
  }

  /// Whether an HTML element with a tag is open and no boundary stands below it ("has an element in scope").
  func has(_ tag: HTMLTag, in scope: Scope = .usual) -> Bool { has(in: scope) { $0 == tag } }

  /// Whether an HTML element whose tag matches is open and no boundary stands below it.
  @inline(__always)
  func has(in scope: Scope = .usual, where matches: (HTMLTag) -> Bool) -> Bool {
    var index = elements.count &- 1
    while index >= 0 {
      let element = elements[index]
      if element.traits.contains(.html), matches(element.tag) { return true }
      if Self.isBoundary(element, of: scope) { return false }
      index &-= 1
    }
    return false
  }

  /// Whether a `p` element is in button scope.
  @inline(__always)
  var hasParagraph: Bool { paragraphs > 0 && has(.p, in: .button) }

  /// Whether the element at a place, which is on the stack, is in scope.
  func isInScope(_ place: Int) -> Bool {
    var index = elements.count - 1
    while index > place {
      if Self.isBoundary(elements[index], of: .usual) { return false }
      index -= 1
    }
    return true
  }

  @inline(__always)
  private static func isBoundary(_ element: Entry, of scope: Scope) -> Bool {
    switch scope {
    case .usual: return element.traits.contains(.boundary)
    case .listItem:
      return element.traits.contains(.boundary)
        || element.traits.contains(.html) && (element.tag == .ol || element.tag == .ul)
    case .button:
      return element.traits.contains(.boundary) || element.traits.contains(.html) && element.tag == .button
    case .table:
      guard element.traits.contains(.html) else { return false }
      return element.tag == .html || element.tag == .table || element.tag == .template
    }
  }
}

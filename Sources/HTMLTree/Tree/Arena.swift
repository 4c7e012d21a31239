/// The tree while it is being built: linked nodes in one array, the document first.
///
/// The order of the array is the order in which nodes were made; links say where they are, because parsing moves them.
struct Arena: ~Copyable {
  struct Node: BitwiseCopyable {
    var tag: HTMLTag
    var namespace = HTMLNamespace.html
    /// Whether the element is on the stack of open elements.
    var isOpen = false
    var name: Int32 = 0
    var parent = Arena.none
    var previous = Arena.none
    var next = Arena.none
    /// The first child; of a text the first of its further pieces.
    var first = Arena.none
    /// The last child; of a text the last of its further pieces.
    var last = Arena.none
    /// The words of a text or comment: all, or the first piece of them.
    var text = ByteRange()
    var attributes = AttributeRange()
  }

  /// A further piece of a text whose words do not follow one another in the source.
  struct Piece: BitwiseCopyable {
    var text: ByteRange
    var next = Arena.none
  }

  /// No node.
  static let none: Int32 = -1

  private(set) var nodes: Buffer<Node>
  private(set) var pieces = Buffer<Piece>(capacity: 64)
  /// Where the texts begin that are not in the source; pieces do not run across it.
  private let sourceCount: Int32

  init(sourceCount: Int) {
    nodes = Buffer(capacity: sourceCount / 32)
    self.sourceCount = Int32(truncatingIfNeeded: sourceCount)
    nodes.append(Node(tag: .document))
  }

  @inline(__always)
  subscript(node: Int32) -> Node {
    get { nodes[node] }
    _modify { yield &nodes[node] }
  }

  /// Makes a node that is nowhere yet.
  @inline(__always)
  mutating func make(_ node: Node) -> Int32 {
    nodes.append(node)
    return Int32(truncatingIfNeeded: nodes.count &- 1)
  }

  /// Puts a node that is nowhere before a child of a node, or at its end.
  @inline(__always)
  mutating func insert(_ node: Int32, into parent: Int32, before next: Int32 = Arena.none) {
    let previous = next == Arena.none ? nodes[parent].last : nodes[next].previous
    nodes[node].parent = parent
    nodes[node].previous = previous
    nodes[node].next = next
    if previous == Arena.none { nodes[parent].first = node } else { nodes[previous].next = node }
    if next == Arena.none { nodes[parent].last = node } else { nodes[next].previous = node }
  }

  /// Takes a node out of its parent.
  mutating func remove(_ node: Int32) {
    let (parent, previous, next) = (nodes[node].parent, nodes[node].previous, nodes[node].next)
    guard parent != Arena.none else { return }
    if previous == Arena.none { nodes[parent].first = next } else { nodes[previous].next = next }
    if next == Arena.none { nodes[parent].last = previous } else { nodes[next].previous = previous }
    nodes[node].parent = Arena.none
    nodes[node].previous = Arena.none
    nodes[node].next = Arena.none
  }

  /// Moves all children of a node to the end of another.
  mutating func moveChildren(of source: Int32, to target: Int32) {
    let first = nodes[source].first
    guard first != Arena.none else { return }
    var child = first
    while child != Arena.none {
      nodes[child].parent = target
      child = nodes[child].next
    }
    let last = nodes[target].last
    nodes[first].previous = last
    if last == Arena.none { nodes[target].first = first } else { nodes[last].next = first }
    nodes[target].last = nodes[source].last
    nodes[source].first = Arena.none
    nodes[source].last = Arena.none
  }

  /// Inserts words before a child of a node, or at its end; joins them to a text that is there.
  @inline(__always)
  mutating func insertText(_ text: ByteRange, into parent: Int32, before next: Int32 = Arena.none) {
    let previous = next == Arena.none ? nodes[parent].last : nodes[next].previous
    if previous != Arena.none, nodes[previous].tag == .text {
      extend(previous, by: text)
    } else {
      var node = Node(tag: .text)
      node.text = text
      insert(make(node), into: parent, before: next)
    }
  }

  private mutating func extend(_ node: Int32, by text: ByteRange) {
    let last = nodes[node].last
    if last == Arena.none {
      if nodes[node].text.end == text.start, text.start != sourceCount {
        nodes[node].text.count &+= text.count
        return
      }
    } else if pieces[last].text.end == text.start, text.start != sourceCount {
      pieces[last].text.count &+= text.count
      return
    }
    pieces.append(Piece(text: text))
    let piece = Int32(truncatingIfNeeded: pieces.count &- 1)
    if last == Arena.none { nodes[node].first = piece } else { pieces[last].next = piece }
    nodes[node].last = piece
  }
}

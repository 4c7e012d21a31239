/// Builds the list of nodes from the events of a parser.
final class XMLTreeBuilder {
  private var document = XMLDocument()
  private var scope: XMLNamespaceScope
  private var open: [Int32] = []
  private var name: [UInt8] = []

  init(namespaces: [XMLNamespace], byteCount: Int) {
    scope = XMLNamespaceScope(known: namespaces)
    document.words.reserveCapacity(byteCount - byteCount / 8)
  }

  static func from(_ context: UnsafeMutableRawPointer?) -> XMLTreeBuilder? {
    context.map { Unmanaged<XMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(_ tag: UnsafePointer<CChar>, _ attributes: UnsafePointer<UnsafePointer<CChar>?>) {
    let depth = open.count
    var cursor = attributes
    while let key = cursor[0], let value = cursor[1] {
      Self.withBytes(key) { key in
        guard key.starts(with: Self.declaration) else { return }
        let prefix = UnsafeBufferPointer(rebasing: key[Self.declaration.count...])
        guard prefix.isEmpty || prefix[0] == UInt8(ascii: ":") else { return }
        scope.declare(
          prefix: UnsafeBufferPointer(rebasing: prefix.dropFirst()), address: String(cString: value),
          depth: depth)
      }
      cursor += 2
    }
    let lower = Int32(document.attributes.count)
    cursor = attributes
    while let key = cursor[0], let value = cursor[1] {
      Self.withBytes(key) { key in
        guard !key.starts(with: Self.declaration) else { return }
        let start = Int32(document.words.count)
        Self.withBytes(value) { document.words.append(contentsOf: $0) }
        document.attributes.append(
          XMLDocument.Attribute(
            name: index(of: key, isAttribute: true), lower: start, upper: Int32(document.words.count)))
      }
      cursor += 2
    }
    let node = Int32(document.nodes.count)
    document.nodes.append(
      XMLDocument.Node(
        name: Self.withBytes(tag) { index(of: $0, isAttribute: false) }, parent: open.last ?? -1,
        end: node + 1,
        lower: lower, upper: Int32(document.attributes.count)))
    open.append(node)
  }

  func end() {
    guard let node = open.popLast() else { return }
    document.nodes[Int(node)].end = Int32(document.nodes.count)
    scope.leave(depth: open.count)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let parent = open.last else { return }
    let start = Int32(document.words.count)
    document.words.append(contentsOf: bytes)
    let last = document.nodes.count - 1
    if document.nodes[last].name < 0, document.nodes[last].parent == parent,
      document.nodes[last].upper == start
    {
      document.nodes[last].upper = Int32(document.words.count)
    } else {
      document.nodes.append(
        XMLDocument.Node(
          name: -1, parent: parent, end: Int32(last + 2), lower: start, upper: Int32(document.words.count)))
    }
  }

  /// The document; elements that are still open end here.
  func finish() -> XMLDocument {
    while !open.isEmpty { end() }
    return document
  }

  private func index(of written: UnsafeBufferPointer<UInt8>, isAttribute: Bool) -> Int32 {
    name.removeAll(keepingCapacity: true)
    scope.append(written, isAttribute: isAttribute, to: &name)
    return name.withUnsafeBufferPointer { document.names.add($0) }
  }

  private static let declaration = Array("xmlns".utf8)

  private static func withBytes<R>(_ string: UnsafePointer<CChar>, _ body: (UnsafeBufferPointer<UInt8>) -> R)
    -> R
  {
    var count = 0
    while string[count] != 0 { count += 1 }
    return string.withMemoryRebound(to: UInt8.self, capacity: count + 1) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

import CExpat

extension XMLDocument {
  /// Bytes of a source beyond this number are not read: offsets are 32 bits wide, and entities may add to them.
  public static let largestSource = 1 << 30

  /// Parses a document with expat.
  ///
  /// Nothing outside of the source is read: no DTD, no file, no address. Entities that are made of other entities, and
  /// more of them than a document has use for, end the reading.
  ///
  /// - Parameters:
  ///   - utf8: The document in UTF-8, whatever encoding it declares.
  ///   - namespaces: The vocabularies whose names get a short form; others keep the prefix they are written with.
  ///     The first whose address fits counts.
  /// - Complexity: O(number of bytes).
  public init(parsing utf8: UnsafeBufferPointer<UInt8>, namespaces: [XMLNamespace] = []) {
    let builder = XMLTreeBuilder(namespaces: namespaces, byteCount: utf8.count)
    var source = utf8
    if source.count > Self.largestSource {
      source = UnsafeBufferPointer(rebasing: source[..<Self.largestSource])
    }
    var events = pq_xml_events(
      start: { context, name, attributes in
        guard let name, let attributes else { return }
        XMLTreeBuilder.from(context)?.start(name, attributes)
      },
      end: { context in XMLTreeBuilder.from(context)?.end() },
      text: { context, bytes, count in
        guard let bytes else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
          XMLTreeBuilder.from(context)?.text(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
      })
    let outcome = source.withMemoryRebound(to: CChar.self) {
      pq_xml_parse($0.baseAddress, $0.count, &events, Unmanaged.passUnretained(builder).toOpaque())
    }
    self = builder.finish()
    switch Int(outcome.result) {
    case Int(PQ_XML_COMPLETE): ending = .complete
    case Int(PQ_XML_ENTITIES): ending = .entities(line: Int(outcome.line))
    default:
      ending = .malformed(
        line: Int(outcome.line), reason: outcome.message.map { String(cString: $0) } ?? "out of memory")
    }
  }
}

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

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

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

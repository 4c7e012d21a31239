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

extension HTMLDocument {
  /// Bytes of a source beyond this number are left out.
  public static let largestSource = 128 << 20

  /// Elements nested deeper than this are left out, and what they hold stays.
  public static let deepest = 512

  /// Parses a page as browsers do without scripts (section "Parsing HTML documents" of the HTML standard).
  ///
  /// - Parameters:
  ///   - source: The page in UTF-8; any bytes are accepted, and broken UTF-8 is kept as it is.
  ///   - omissions: What not to keep.
  /// - Complexity: O(number of bytes).
  public init(parsing source: UnsafeBufferPointer<UInt8>, omitting omissions: Omissions = []) {
    self = Self.parse(source, omissions) { $0.run() }
  }

  /// Parses the content of an element (section "Parsing HTML fragments").
  ///
  /// The document's child is an `html` element that holds the fragment.
  ///
  /// - Parameters:
  ///   - source: The fragment in UTF-8.
  ///   - context: The element it is the content of.
  ///   - namespace: The language of that element.
  ///   - omissions: What not to keep.
  /// - Complexity: O(number of bytes).
  public init(
    parsingFragment source: UnsafeBufferPointer<UInt8>, in context: HTMLTag,
    of namespace: HTMLNamespace = .html,
    omitting omissions: Omissions = []
  ) {
    self = Self.parse(source, omissions) { $0.runFragment(context, namespace) }
  }

  private static func parse(
    _ source: UnsafeBufferPointer<UInt8>, _ omissions: Omissions, _ run: (inout TreeBuilder) -> Void
  ) -> HTMLDocument {
    var kept = source
    if source.count > largestSource {
      var end = largestSource
      // Not in the middle of a character.
      while end > 0, source[end] & 0xC0 == 0x80 { end -= 1 }
      kept = UnsafeBufferPointer(rebasing: source[..<end])
    }
    func parse(_ source: UnsafeBufferPointer<UInt8>) -> HTMLDocument {
      KnownNames.slots.withUnsafeBufferPointer { knownNames in
        var builder = TreeBuilder(
          source, knownNames: knownNames, keepsComments: !omissions.contains(.comments))
        run(&builder)
        return TreeWriter.document(from: builder, omitting: omissions)
      }
    }
    var document: HTMLDocument
    if kept.firstIndex(of: carriageReturn, from: 0) == nil {
      document = parse(kept)
    } else {
      document = withNormalLineBreaks(kept).withUnsafeBufferPointer { parse($0) }
    }
    if kept.count < source.count { document.shortenings.insert(.source) }
    return document
  }

  /// The source with line feeds for carriage returns (section "Preprocessing the input stream").
  static func withNormalLineBreaks(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var start = 0
    while let next = source.firstIndex(of: carriageReturn, from: start) {
      result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<next]))
      start = next + 1
      if start >= source.count || source[start] != 0x0A { result.append(0x0A) }
    }
    result.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    return result
  }

  private static let carriageReturn: UInt8 = 0x0D
}

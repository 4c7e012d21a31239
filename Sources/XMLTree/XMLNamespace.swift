/// A vocabulary that documents name by an address, and the short form that its names get.
public struct XMLNamespace: Hashable, Sendable {
  /// What the address begins with; versions of a vocabulary differ at the end.
  public var addressPrefix: String
  /// The short form, without colon; empty for names that stand alone.
  public var shortForm: String

  /// Makes a namespace.
  public init(_ addressPrefix: String, _ shortForm: String) {
    self.addressPrefix = addressPrefix
    self.shortForm = shortForm
  }
}

/// The declarations that are in force at a place of a document.
struct XMLNamespaceScope {
  private struct Declaration {
    var prefix: [UInt8]
    var shortForm: [UInt8]
    var depth: Int
  }

  /// More declarations than this at once are not looked at: every name would search them all.
  private static let mostDeclarations = 64

  private let known: [XMLNamespace]
  private var declarations: [Declaration] = []

  init(known: [XMLNamespace]) { self.known = known }

  /// Takes a declaration of an element at `depth`; an empty prefix is that of names without one.
  mutating func declare(prefix: UnsafeBufferPointer<UInt8>, address: String, depth: Int) {
    guard declarations.count < Self.mostDeclarations else { return }
    let folded = address.lowercased()
    let shortForm =
      known.first { folded.hasPrefix($0.addressPrefix) }.map { Array($0.shortForm.utf8) }
      ?? prefix.map(XMLNameTable.lowercased)
    declarations.append(
      Declaration(prefix: prefix.map(XMLNameTable.lowercased), shortForm: shortForm, depth: depth))
  }

  /// Forgets the declarations of elements at `depth` and deeper.
  mutating func leave(depth: Int) {
    while let last = declarations.last, last.depth >= depth { declarations.removeLast() }
  }

  /// Appends a name with the short form of its namespace, in lower case.
  func append(_ name: UnsafeBufferPointer<UInt8>, isAttribute: Bool, to result: inout [UInt8]) {
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    let prefix = UnsafeBufferPointer(rebasing: name[..<(colon ?? 0)])
    let local = UnsafeBufferPointer(rebasing: name[(colon.map { $0 + 1 } ?? 0)...])
    // An attribute without a prefix belongs to its element, whatever the default is.
    if colon != nil || !isAttribute {
      let found = declarations.last { declaration in
        declaration.prefix.count == prefix.count
          && zip(declaration.prefix, prefix).allSatisfy { $0 == XMLNameTable.lowercased($1) }
      }
      let start = result.count
      if let found {
        result.append(contentsOf: found.shortForm)
      } else {
        result.append(contentsOf: prefix.lazy.map(XMLNameTable.lowercased))
      }
      if result.count > start { result.append(UInt8(ascii: ":")) }
    }
    result.append(contentsOf: local.lazy.map(XMLNameTable.lowercased))
  }
}

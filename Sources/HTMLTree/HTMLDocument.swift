/// A parsed page: all nodes in one array, in document order.
///
/// A node is an index; node 0 is the document. The descendants of a node are the nodes that follow it up to its `end`,
/// so that the first child is the next node, the next sibling is the node at `end`, walking a subtree is a loop over
/// indices, and nothing ever recurses. Texts and values are ranges of `bytes`.
public struct HTMLDocument: Sendable {
  /// An element, a text or a comment.
  @frozen public struct Node: BitwiseCopyable, Sendable {
    /// What the node is.
    public internal(set) var tag: HTMLTag
    /// The language of an element.
    public internal(set) var namespace = HTMLNamespace.html
    /// The number of attributes.
    public internal(set) var attributeCount: UInt16 = 0
    /// The first of the element's attributes in `attributes`.
    public internal(set) var firstAttribute: Int32 = 0
    /// The element's name, in `names`.
    public internal(set) var name: UInt16 = 0
    /// The node that contains this one; -1 for the document.
    public internal(set) var parent: Int32
    /// The index after the last descendant.
    public internal(set) var end: Int32 = 0
    /// The first byte of a text or comment, in `bytes`.
    public internal(set) var textStart: Int32 = 0
    /// The number of bytes of a text or comment.
    public internal(set) var textCount: Int32 = 0
  }

  /// An attribute of an element.
  @frozen public struct Attribute: BitwiseCopyable, Sendable {
    /// The name, in `names`.
    public internal(set) var name: UInt16
    /// The first byte of the value, in `bytes`.
    public internal(set) var start: Int32
    /// The number of bytes of the value.
    public internal(set) var count: Int32
  }

  /// What was done to a source that is too large, too deep or too tangled to be taken as it is.
  @frozen public struct Shortening: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The end of the source was left out.
    public static let source = Shortening(rawValue: 1)
    /// Tags were ignored because they were nested too deeply; their text was kept.
    public static let depth = Shortening(rawValue: 2)
    /// Attributes were left out because their element had too many.
    public static let attributes = Shortening(rawValue: 4)
    /// Formatting elements that were never closed were ended.
    public static let formatting = Shortening(rawValue: 8)
  }

  /// Content that a document can do without.
  @frozen public struct Omissions: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Comments and document types.
    public static let comments = Omissions(rawValue: 1)
    /// What is inside `script` elements, JSON-LD excepted.
    public static let scripts = Omissions(rawValue: 2)
    /// What is inside `style` elements.
    public static let styles = Omissions(rawValue: 4)
    /// What is inside `template` elements.
    ///
    /// Those that are declarative shadow roots (`shadowrootmode`) are shown by browsers: they stay, as `div` elements.
    public static let templates = Omissions(rawValue: 8)
    /// What is inside `svg` elements.
    public static let drawings = Omissions(rawValue: 16)
    /// Everything that is no part of a page's text.
    public static let unseen: Omissions = [.comments, .scripts, .styles, .templates, .drawings]
  }

  /// Whether, and how far, browsers imitate old browsers on this page (sections on "quirks mode").
  public enum Quirks: Sendable {
    case none, limited, full
  }

  /// All nodes, in document order.
  public internal(set) var nodes: ContiguousArray<Node>
  /// The attributes of all elements.
  public internal(set) var attributes: ContiguousArray<Attribute>
  /// The source, then the texts and values that differ from how they are written there.
  public internal(set) var bytes: [UInt8]
  /// What had to be shortened.
  public internal(set) var shortenings: Shortening
  /// The quirks mode.
  public internal(set) var quirks: Quirks
  let rareNames: NameTable

  /// The names of elements and attributes by their numbers; a few hundred are in every document.
  ///
  /// - Complexity: O(number of names).
  public var names: [String] { KnownNames.names + rareNames.strings }
}

/// What a tag means for the flow of a text.
enum TextTag: Equatable {
  case p, br, a, emphasis, strong, code, strike, pre, blockquote, ul, ol, li, hr
  case heading(Int)
  /// A block without meaning of its own: `div`, a table row.
  case division
  /// A table cell: a space between its words and the next cell's.
  case cell
  /// An element whose content is no text.
  case opaque
  case other

  /// The attribute names that matter, packed like tag names.
  static let href = packed("href")
  static let start = packed("start")
  static let value = packed("value")

  /// The tag of a lower-case name, packed big-endian into a number; names of up to ten letters are told apart.
  init(packedName: UInt64) { self = Self.table[packedName] ?? .other }

  private static func packed(_ name: StaticString) -> UInt64 {
    UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount).reduce(0) {
      $0 << 8 | UInt64($1)
    }
  }

  private static let table: [UInt64: TextTag] = [
    packed("p"): .p, packed("br"): .br, packed("a"): .a, packed("i"): .emphasis, packed("em"): .emphasis,
    packed("cite"): .emphasis, packed("b"): .strong, packed("strong"): .strong, packed("code"): .code,
    packed("tt"): .code, packed("kbd"): .code, packed("samp"): .code, packed("del"): .strike,
    packed("s"): .strike, packed("strike"): .strike, packed("pre"): .pre, packed("blockquote"): .blockquote,
    packed("ul"): .ul, packed("ol"): .ol, packed("li"): .li, packed("h1"): .heading(1),
    packed("h2"): .heading(2),
    packed("h3"): .heading(3), packed("h4"): .heading(4), packed("h5"): .heading(5),
    packed("h6"): .heading(6),
    packed("hr"): .hr, packed("div"): .division, packed("section"): .division, packed("tr"): .division,
    packed("table"): .division, packed("dl"): .division, packed("dt"): .division, packed("dd"): .division,
    packed("td"): .cell, packed("th"): .cell, packed("script"): .opaque, packed("style"): .opaque,
    packed("template"): .opaque,
  ]

  /// What an element of a parsed page means for the flow.
  init(_ tag: HTMLTag) {
    switch tag {
    case .p: self = .p
    case .br: self = .br
    case .hr: self = .hr
    case .a: self = .a
    case .em, .i, .cite, .dfn, .variable: self = .emphasis
    case .strong, .b: self = .strong
    case .code, .tt, .kbd, .samp: self = .code
    case .del, .s, .strike: self = .strike
    case .pre: self = .pre
    case .blockquote: self = .blockquote
    case .ul, .menu: self = .ul
    case .ol: self = .ol
    case .li: self = .li
    case .td, .th: self = .cell
    default:
      if let level = tag.headingLevel {
        self = .heading(level)
      } else {
        self = tag.isInline ? .other : .division
      }
    }
  }
}

/// The names that have the same number in every document: those of `HTMLTag`, then common attributes.
enum KnownNames {
  /// A slot of the hash table; `number` is -1 when it is empty.
  struct Slot {
    var name = PackedName()
    var number: Int32 = -1
    var tag = HTMLTag.other
  }

  /// The names by their numbers.
  static var names: [String] { table.names }

  static var count: Int { table.names.count }

  /// The hash table: open addressing, at most a third full.
  static var slots: [Slot] { table.slots }

  /// The number of the name of a tag.
  static func number(of tag: HTMLTag) -> Int32 {
    slots.withUnsafeBufferPointer { find(PackedName(tag.rawValue.utf8), in: $0)?.number ?? 0 }
  }

  private struct Table {
    var names: [String] = []
    var slots = [Slot](repeating: Slot(), count: KnownNames.slotCount)

    /// Adds a name of at most sixteen bytes, unless it is there.
    mutating func add(_ name: String, _ tag: HTMLTag) {
      let packed = PackedName(name.utf8)
      var slot = KnownNames.firstSlot(of: packed)
      while slots[slot].number >= 0 {
        if slots[slot].name == packed { return }
        slot = (slot + 1) & (KnownNames.slotCount - 1)
      }
      slots[slot] = Slot(name: packed, number: Int32(names.count), tag: tag)
      names.append(name)
    }
  }

  private static let table: Table = {
    var table = Table()
    for tag in HTMLTag.allCases where tag.isElement && tag != .other { table.add(tag.rawValue, tag) }
    for name in attributes { table.add(name, .other) }
    return table
  }()

  /// Looks up a name of at most sixteen bytes.
  @inline(__always)
  static func find(_ name: PackedName, in slots: UnsafeBufferPointer<Slot>) -> Slot? {
    var slot = firstSlot(of: name)
    while slots[slot].number >= 0 {
      if slots[slot].name == name { return slots[slot] }
      slot = (slot &+ 1) & (slotCount - 1)
    }
    return nil
  }

  private static let slotCount = 1024

  @inline(__always)
  private static func firstSlot(of name: PackedName) -> Int { Int(name.hash >> 54) }

  private static let attributes = [
    "accept", "accept-charset", "accesskey", "action", "align", "allow", "allowfullscreen", "alt",
    "aria-controls",
    "aria-current", "aria-describedby", "aria-expanded", "aria-haspopup", "aria-hidden", "aria-label",
    "aria-labelledby", "aria-level", "aria-live", "as", "async", "autocomplete", "autofocus", "autoplay",
    "background", "bgcolor", "border", "cellpadding", "cellspacing", "charset", "checked", "class", "clear",
    "color",
    "cols", "colspan", "compact", "content", "controls", "coords", "crossorigin", "cx", "cy", "d", "data-id",
    "data-src", "data-srcset", "data-type", "datetime", "decoding", "defer", "dir", "disabled", "download",
    "encoding", "enctype",
    "face", "fetchpriority", "fill", "fill-rule", "for", "frameborder", "headers", "height", "hidden", "href",
    "hreflang", "hspace", "http-equiv", "id", "imagesizes", "imagesrcset", "inert", "integrity", "is",
    "ismap",
    "itemid", "itemprop", "itemref", "itemscope", "itemtype", "lang", "language", "loading", "longdesc",
    "loop",
    "maxlength", "media", "method", "multiple", "muted", "name", "noshade", "novalidate", "nowrap", "onclick",
    "onload", "open", "pattern", "placeholder", "points", "poster", "preload", "property", "pubdate",
    "public", "r",
    "readonly", "referrerpolicy", "rel", "required", "rev", "reversed", "role", "rows", "rowspan", "rules",
    "rx", "ry",
    "sandbox", "scheme", "scope", "scrolling", "selected", "shadowrootmode", "shape", "size", "sizes", "slot",
    "src", "srcdoc",
    "srclang", "srcset", "start", "stroke", "stroke-linecap", "stroke-linejoin", "stroke-width", "system",
    "tabindex", "target", "text", "transform", "translate", "type", "typeof", "usemap", "valign", "value",
    "version",
    "vspace", "width", "wrap", "x", "x1", "x2", "xlink:href", "xml:lang", "xmlns", "xmlns:xlink", "y", "y1",
    "y2",
  ]
}

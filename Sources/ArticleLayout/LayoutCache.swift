/// Layouts of the items that were looked at last.
///
/// Each item has one slot, by its number; two items that share a slot push each other out. What is on screen are
/// neighbours or at most a few hundred items, so that hardly happens; and a dictionary would cost more at the first
/// screen than laying it out.
struct LayoutCache<Layout> {
  private var slots: [(item: Int, layout: Layout)?]

  /// Makes an empty cache.
  init() { slots = Array(repeating: nil, count: Self.capacity) }

  private static var capacity: Int { 512 }

  /// The layout of an item, when it is still there.
  subscript(item: Int) -> Layout? {
    get {
      guard let slot = slots[item & (Self.capacity - 1)], slot.item == item else { return nil }
      return slot.layout
    }
    set { slots[item & (Self.capacity - 1)] = newValue.map { (item, $0) } }
  }

  /// Forgets everything.
  mutating func removeAll() {
    for index in slots.indices where slots[index] != nil { slots[index] = nil }
  }
}

/// Cuts UTF-8 text into extended grapheme clusters (UAX #29, with rules GB9c, GB11, GB12 and GB13) with their columns.
///
/// The columns of a cluster are the sum over its scalars, because that is what terminals and ncurses do with a letter
/// and its spacing marks or with an Indic conjunct, with three exceptions: a flag (two regional indicators) takes
/// two columns, what is joined to a pictograph (skin tones, further pictographs after U+200D) takes none, and U+FE0F
/// does not widen. Bytes that are not valid UTF-8 are clusters of one column.
///
/// The bytes must stay valid while the iterator is used.
public struct ClusterIterator: IteratorProtocol {
  private let utf8: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let upper: Int

  /// Makes an iterator over the bytes from `lower` to `upper`; bounds outside of the text are moved to it.
  ///
  /// `lower` should be the start of a cluster.
  public init(_ utf8: UnsafeBufferPointer<UInt8>, lower: Int, upper: Int) {
    self.utf8 = utf8
    self.upper = min(max(upper, 0), utf8.count)
    position = min(max(lower, 0), self.upper)
  }

  /// The byte range and the columns of the next cluster, or `nil` at the end.
  ///
  /// - Complexity: O(length of the cluster).
  public mutating func next() -> (lower: Int, upper: Int, columns: Int)? {
    guard position < upper, let bytes = utf8.baseAddress else { return nil }
    let lower = position
    let byte = bytes[lower]
    if byte >= 0x20 && byte < 0x7F && (lower + 1 == upper || bytes[lower + 1] < 0x80) {
      position = lower + 1
      return (lower, lower + 1, 1)
    }
    let (scalar, length) = ScalarDecoder.decode(bytes, at: lower, upper: upper)
    position = lower + length
    let properties = UnicodeTables.clusterProperties(scalar)
    var columns = scalar < 0x80 ? UnicodeTables.columns(scalar) : properties.columns
    var state = ClusterState(first: properties.graphemeClass)
    while position < upper {
      let (scalar, length) = ScalarDecoder.decode(bytes, at: position, upper: upper)
      let properties = UnicodeTables.clusterProperties(scalar)
      guard state.joins(properties.graphemeClass) else { break }
      if !state.isJoinedToPictograph(properties) { columns &+= properties.columns }
      state.append(properties.graphemeClass)
      position += length
    }
    return (lower, position, columns)
  }
}

/// What the rules of UAX #29 need to remember of a cluster.
struct ClusterState {
  /// Where a sequence of pictographs stands (GB11).
  private enum Pictographs { case none, open, joined }
  /// Where an Indic conjunct stands (GB9c).
  private enum Conjunct { case none, open, linked }

  private var previous: UnicodeTables.GraphemeClass
  private var pictographs: Pictographs
  private var conjunct: Conjunct
  private var isFlagOpen: Bool

  init(first: UnicodeTables.GraphemeClass) {
    previous = first
    pictographs = first == .pictograph ? .open : .none
    conjunct = first == .conjunctConsonant ? .open : .none
    isFlagOpen = first == .regionalIndicator
  }

  /// Whether a scalar of class `next` belongs to the cluster.
  func joins(_ next: UnicodeTables.GraphemeClass) -> Bool {
    switch previous {
    case .carriageReturn: return next == .lineFeed
    case .lineFeed, .control: return false
    default: break
    }
    switch next {
    case .extend, .conjunctExtend, .conjunctLinker, .joiner, .spacingMark: return true
    case .carriageReturn, .lineFeed, .control: return false
    default: break
    }
    switch previous {
    case .prepend: return true
    case .hangulL where next == .hangulL || next == .hangulLV || next == .hangulLVT: return true
    case .hangulL, .hangulLV, .hangulV:
      if next == .hangulV { return true }
      return previous != .hangulL && next == .hangulT
    case .hangulLVT, .hangulT: return next == .hangulT
    default: break
    }
    switch next {
    case .pictograph: return pictographs == .joined
    case .conjunctConsonant: return conjunct == .linked
    case .regionalIndicator: return isFlagOpen && previous == .regionalIndicator
    default: return false
    }
  }

  /// Whether a scalar that belongs to the cluster is drawn as part of the pictograph before it.
  ///
  /// Skin tones are the only marks that take two columns when they stand alone.
  func isJoinedToPictograph(_ next: UnicodeTables.ClusterProperties) -> Bool {
    pictographs != .none && (next.graphemeClass == .pictograph || next.columns == 2)
  }

  /// Takes a scalar of class `next`, which belongs to the cluster.
  mutating func append(_ next: UnicodeTables.GraphemeClass) {
    switch next {
    case .pictograph: pictographs = .open
    case .joiner: pictographs = pictographs == .open ? .joined : .none
    case .extend, .conjunctExtend, .conjunctLinker: if pictographs == .joined { pictographs = .none }
    default: pictographs = .none
    }
    switch next {
    case .conjunctConsonant: conjunct = .open
    case .conjunctLinker: if conjunct == .open { conjunct = .linked }
    case .conjunctExtend, .joiner: break
    default: conjunct = .none
    }
    isFlagOpen = next == .regionalIndicator && previous != .regionalIndicator
    previous = next
  }
}

/// Cuts UTF-8 text into extended grapheme clusters (UAX #29, with rules GB9c, GB11, GB12 and GB13) with their columns.
///
/// The columns of a cluster are the sum over its scalars, because that is what terminals and ncurses do with a letter
/// and its spacing marks or with an Indic conjunct, and with a flag (two regional indicators of one column). The one
/// exception are joined pictographs, see ``PictographSequence``. U+FE0F does not widen. Bytes that are not valid UTF-8
/// are clusters of one column.
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
    var state = ClusterState(first: properties)
    while position < upper {
      let (scalar, length) = ScalarDecoder.decode(bytes, at: position, upper: upper)
      let properties = UnicodeTables.clusterProperties(scalar)
      guard state.joins(properties.graphemeClass) else { break }
      columns &+= state.append(properties)
      position += length
    }
    return (lower, position, columns)
  }
}

/// What the rules of UAX #29 need to remember of a cluster, and what its columns depend on.
struct ClusterState {
  /// Where a sequence of pictographs stands (GB11).
  private enum Pictographs { case none, open, joined }
  /// Where an Indic conjunct stands (GB9c).
  private enum Conjunct { case none, open, linked }

  private var previous: UnicodeTables.GraphemeClass
  private var pictographs: Pictographs
  private var conjunct: Conjunct
  private var isFlagOpen: Bool
  /// The pictographs that were joined last, while nothing else with columns of its own follows.
  private(set) var sequence: PictographSequence?

  /// The state before any text: nothing joins it.
  init() { self.init(first: UnicodeTables.ClusterProperties(graphemeClass: .control, columns: 0)) }

  init(first properties: UnicodeTables.ClusterProperties) {
    let first = properties.graphemeClass
    previous = first
    pictographs = first == .pictograph ? .open : .none
    conjunct = first == .conjunctConsonant ? .open : .none
    isFlagOpen = first == .regionalIndicator
    sequence = first == .pictograph ? PictographSequence(columns: properties.columns) : nil
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

  /// Takes a scalar that belongs to the cluster.
  ///
  /// - Parameter properties: Those of the scalar.
  /// - Returns: The columns that it adds to the cluster. Where joined pictographs turn out to be too many for one
  ///   picture, all that they take side by side is added at once.
  mutating func append(_ properties: UnicodeTables.ClusterProperties) -> Int {
    let next = properties.graphemeClass
    let isPart = isJoinedToPictograph(properties)
    var added = properties.columns
    if isPart || properties.columns == 0 {
      added = sequence?.append(properties, isPart: isPart) ?? added
    } else {
      sequence = next == .pictograph ? PictographSequence(columns: properties.columns) : nil
    }
    remember(next)
    return added
  }

  private mutating func remember(_ next: UnicodeTables.GraphemeClass) {
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

/// The columns of pictographs that are joined: skin tones, and further pictographs after U+200D.
///
/// Joined pictographs are one picture two columns wide as long as a cell can hold all their scalars. A longer sequence
/// (a family of four) falls apart into its pictographs, each with its skin tone, side by side: so Unicode wants a
/// sequence shown that cannot be drawn as one (UTS #51, 2.3), and a cut one would be another picture.
struct PictographSequence {
  /// Whether anything was joined to the first pictograph.
  private(set) var isJoined = false
  /// The scalars so far, marks without columns and joiners included.
  private(set) var scalarCount = 1
  /// The columns of the pictographs side by side, without the last one.
  private var columnsBefore = 0
  /// The columns of the last pictograph with its skin tone.
  private var lastColumns: Int

  /// Begins with one pictograph.
  init(columns: Int) { lastColumns = columns }

  /// Whether all of it fits into a cell.
  var isWhole: Bool { scalarCount <= CellText.capacity }

  /// The columns of what came so far.
  var columns: Int { isJoined && isWhole ? 2 : columnsBefore + lastColumns }

  /// Takes a scalar.
  ///
  /// - Parameters:
  ///   - properties: Those of the scalar.
  ///   - isPart: Whether it is a skin tone or a joined pictograph, not a mark without columns.
  /// - Returns: The columns that it adds.
  mutating func append(_ properties: UnicodeTables.ClusterProperties, isPart: Bool) -> Int {
    let before = columns
    scalarCount += 1
    if isPart {
      isJoined = true
      if properties.graphemeClass == .pictograph {
        columnsBefore += lastColumns
        lastColumns = properties.columns
      } else {
        lastColumns = 2
      }
    }
    return columns - before
  }
}

/// The answer to the last question after a flow's top row, which is asked several times for every key.
struct ClampedTop {
  private var question: (top: FlowPosition, rows: Int, revision: Int)?
  private var answer = FlowPosition(item: 0)

  /// Answers which row is at the top.
  ///
  /// - Parameters:
  ///   - top: The row that is asked about.
  ///   - rows: The rows of the view.
  ///   - revision: A number that is another after every change of the flow.
  ///   - find: Finds the answer when it is not known.
  /// - Returns: The clamped top row.
  mutating func answer(
    _ top: FlowPosition, rows: Int, revision: Int, find: () -> FlowPosition
  ) -> FlowPosition {
    if let question, question.top == top, question.rows == rows, question.revision == revision {
      return answer
    }
    answer = find()
    question = (top, rows, revision)
    return answer
  }
}

/// Finds the stretch of one text that a stretch of another repeats with small changes: local alignment of words.
///
/// Smith and Waterman's dynamic programming with the words' weights as scores: rare words count, "the" hardly does. The
/// tables are kept from call to call.
struct PassageAligner {
  /// Two stretches that say the same.
  struct Alignment {
    /// The words of the query.
    var query: Range<Int>
    /// The words of the text.
    var text: Range<Int>
    /// How many words agree.
    var matched = 0
    /// What they weigh.
    var weight: Float = 0
    /// Whether all words agree to the letter.
    var isExact = true
  }

  private var scores: [Float] = []
  private var steps: [UInt8] = []
  /// The letters of each word of the text.
  private var letters: [UInt32] = []
  /// The role of each word of the text that changes when it is handed on.
  private var roles: [UInt8] = []
  /// The places of short forms in the text, with the words that they stand for.
  private var contractions: [(column: Int, first: UInt64, second: UInt64)] = []

  /// Rows of scores that are kept: a short form reaches back over two.
  private static let rows = 3
  private static let substitution: Float = 0.35
  private static let gapInText: Float = 0.12
  private static let gapInQuery: Float = 0.3

  /// The best local alignment, or `nil` when nothing agrees.
  ///
  /// - Complexity: O(product of the lengths); callers bound both.
  mutating func align(
    _ query: FoldedWords, _ queryRange: Range<Int>, with text: FoldedWords, _ textRange: Range<Int>
  ) -> Alignment? {
    guard !queryRange.isEmpty, !textRange.isEmpty else { return nil }
    let columns = textRange.count + 1
    let cells = (queryRange.count + 1) * columns
    if steps.count < cells { steps = Array(repeating: 0, count: cells) }
    scores = Array(repeating: 0, count: columns * Self.rows)
    let best = query.words.withUnsafeBufferPointer { queryWords in
      text.words.withUnsafeBufferPointer { textWords in
        query.bytes.withUnsafeBufferPointer { queryBytes in
          text.bytes.withUnsafeBufferPointer { textBytes in
            fill(
              Side(words: .init(rebasing: queryWords[queryRange]), bytes: queryBytes),
              Side(words: .init(rebasing: textWords[textRange]), bytes: textBytes))
          }
        }
      }
    }
    guard best.score > 0 else { return nil }
    return trace(from: best.cell, columns, query, queryRange, textRange)
  }

  /// The words of one stretch, and the folded bytes of its text.
  private struct Side {
    var words: UnsafeBufferPointer<FoldedWord>
    var bytes: UnsafeBufferPointer<UInt8>

    /// A bit for each letter of a word.
    func letters(of word: Int) -> UInt32 {
      bytes[words[word].bytes].reduce(0) { $0 | 1 << UInt32($1 & 31) }
    }
  }

  /// Fills the tables and returns the highest score with its place.
  private mutating func fill(_ query: Side, _ text: Side) -> (score: Float, cell: (Int, Int)) {
    let columns = text.words.count + 1
    var best: (score: Float, cell: (Int, Int)) = (0, (0, 0))
    letters.removeAll(keepingCapacity: true)
    roles.removeAll(keepingCapacity: true)
    contractions.removeAll(keepingCapacity: true)
    for word in text.words.indices {
      letters.append(text.letters(of: word))
      roles.append(ReportedForms.role(of: text.words[word]))
      if let pair = Contractions.words(of: text.words[word].hash) {
        contractions.append((word + 1, pair.first, pair.second))
      }
    }
    let contractions = contractions
    let letters = letters
    let roles = roles
    scores.withUnsafeMutableBufferPointer { scores in
      steps.withUnsafeMutableBufferPointer { steps in
        for row in 1...query.words.count {
          let weight = max(query.words[row - 1].weight, 0.1)
          let (above, current) = ((row - 1) % Self.rows * columns, row % Self.rows * columns)
          let role = ReportedForms.role(of: query.words[row - 1])
          let pair = Contractions.words(of: query.words[row - 1].hash)
          scores[current] = 0
          let isShort = query.words[row - 1].count < Self.shortestInflected
          let own = isShort ? 0 : query.letters(of: row - 1)
          for column in 1..<columns {
            let agreement: Float =
              query.words[row - 1].hash == text.words[column - 1].hash
              ? 1
              : role != 0 && roles[column - 1] == role
                ? 0.9
                : isShort ? 0 : Self.likeness(row - 1, query, column - 1, text, own ^ letters[column - 1])
            let gain = agreement > 0 ? agreement * weight : -Self.substitution
            let diagonal = scores[above + column - 1] + gain
            let skipQuery = scores[above + column] - Self.gapInQuery
            let isBarrier = text.words[column - 1].id == -2
            let skipText = scores[current + column - 1] - (isBarrier ? 8 : Self.gapInText)
            var score: Float = 0
            var step: UInt8 = 0
            if diagonal > score { (score, step) = (diagonal, agreement >= 1 ? 1 : agreement > 0 ? 2 : 3) }
            if skipQuery > score { (score, step) = (skipQuery, 4) }
            if skipText > score { (score, step) = (skipText, 5) }
            if let pair, pair.second == text.words[column - 1].hash, column > 1,
              pair.first == text.words[column - 2].hash
                || ReportedForms.isSubject(pair.first) && roles[column - 2] == ReportedForms.subject
            {
              let longer = scores[above + column - 2] + weight
              if longer > score { (score, step) = (longer, 6) }
            }
            if row > 1, !contractions.isEmpty,
              contractions.contains(where: {
                $0.column == column && $0.first == query.words[row - 2].hash
                  && $0.second == query.words[row - 1].hash
              })
            {
              let longer =
                scores[(row - 2) % Self.rows * columns + column - 1] + weight + query.words[row - 2].weight
              if longer > score { (score, step) = (longer, 7) }
            }
            scores[current + column] = score
            steps[row * columns + column] = step
            if score > best.score { best = (score, (row, column)) }
          }
        }
      }
    }
    return best
  }

  private func trace(
    from cell: (Int, Int), _ columns: Int, _ query: FoldedWords, _ queryRange: Range<Int>,
    _ textRange: Range<Int>
  ) -> Alignment {
    var (row, column) = cell
    let (queryEnd, textEnd) = (queryRange.lowerBound + row, textRange.lowerBound + column)
    var found = Alignment(query: queryEnd..<queryEnd, text: textEnd..<textEnd)
    while row > 0, column > 0, steps[row * columns + column] != 0 {
      let step = steps[row * columns + column]
      if step <= 2 {
        found.matched += 1
        found.weight += query[queryRange.lowerBound + row - 1].weight
      }
      if step >= 6 {
        found.matched += 2
        found.weight += query[queryRange.lowerBound + row - 1].weight
        if step == 7 { found.weight += query[queryRange.lowerBound + row - 2].weight }
      }
      if step != 1 { found.isExact = false }
      // A short form is one word on its side and two on the other.
      row -= step == 5 ? 0 : step == 7 ? 2 : 1
      column -= step == 4 ? 0 : step == 6 ? 2 : 1
    }
    found.query = queryRange.lowerBound + row..<queryEnd
    found.text = textRange.lowerBound + column..<textEnd
    return found
  }

  private static let shortestInflected = 4

  /// Nearly 1 for an inflected or misspelt word, 0 for another; `letters` are those that only one of them has.
  @inline(__always)
  private static func likeness(_ first: Int, _ query: Side, _ second: Int, _ text: Side, _ letters: UInt32)
    -> Float
  {
    let (count, otherCount) = (query.words[first].count, text.words[second].count)
    guard count >= shortestInflected, otherCount >= 3 else { return 0 }
    if query.words[first].stem >= 0, query.words[first].stem == text.words[second].stem { return 0.85 }
    guard count >= 5, otherCount >= 5, abs(count - otherCount) <= 2, !query.words[first].isNumber,
      !text.words[second].isNumber
    else { return 0 }
    let limit = min(count, otherCount) >= 8 ? 2 : 1
    // A changed letter makes two different at most.
    guard letters.nonzeroBitCount <= 2 * limit else { return 0 }
    return isWithin(limit, query.bytes[query.words[first].bytes], text.bytes[text.words[second].bytes])
      ? 0.8 : 0
  }

  /// Whether one word becomes the other by at most `limit` (1 or 2) letters added, lost, changed or swapped.
  static func isWithin(
    _ limit: Int, _ first: Slice<UnsafeBufferPointer<UInt8>>, _ second: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    var (low, high) = (first, second)
    while let a = low.first, let b = high.first, a == b {
      low.removeFirst()
      high.removeFirst()
    }
    while let a = low.last, let b = high.last, a == b {
      low.removeLast()
      high.removeLast()
    }
    if max(low.count, high.count) <= limit { return true }
    guard abs(low.count - high.count) <= limit, min(low.count, high.count) <= 24 else { return false }
    // What is left begins and ends differently: swapped neighbours, or two changes with something between them.
    if low.count == 2, high.count == 2 {
      return low.first == high.last && low.last == high.first
    }
    guard limit > 1 else { return false }
    for (a, b) in [(low.dropFirst(), high.dropFirst()), (low.dropFirst(), high), (low, high.dropFirst())]
    where isWithin(1, a, b) {
      return true
    }
    return false
  }
}

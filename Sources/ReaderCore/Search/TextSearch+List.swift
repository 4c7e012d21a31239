import ArticleModel

extension TextSearch {
  /// For each of some texts whether it has the words.
  ///
  /// The texts are gone through as one, from match to match; what is left of a text after its first match costs
  /// nothing. A match that reaches from one text into the next is none.
  ///
  /// - Complexity: O(length of all texts).
  func isFound(inEach texts: TextList) -> [Bool] {
    var isFound = [Bool](repeating: false, count: texts.count)
    texts.utf8.withUnsafeBufferPointer { utf8 in
      texts.bounds.withUnsafeBufferPointer { bounds in
        var index = 0
        var position = 0
        while let match = first(in: utf8, from: position, to: utf8.count) {
          while bounds[index + 1] <= match.lower { index += 1 }
          isFound[index] = isFound[index] || match.upper <= bounds[index + 1]
          position = isFound[index] ? Int(bounds[index + 1]) : Int(match.lower) + 1
        }
      }
    }
    return isFound
  }
}

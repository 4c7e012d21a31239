import Glibc

/// Asks the learned table how likely blocks are part of the article.
enum BlockLikelihood {
  /// The likelihood of each block, from 0 to 1.
  ///
  /// - Complexity: O(number of blocks × number of trees).
  static func all(_ features: BlockFeatures) -> [Float] {
    let count = features.values.count / BlockFeatures.count
    var result = [Float](repeating: 0.5, count: count)
    guard BlockTable.width == BlockFeatures.count else { return result }
    features.values.withUnsafeBufferPointer { values in
      BlockTable.features.withUnsafeBufferPointer { tested in
        BlockTable.numbers.withUnsafeBufferPointer { numbers in
          BlockTable.rights.withUnsafeBufferPointer { rights in
            for index in 0..<count {
              let row = index * BlockFeatures.count
              var sum = BlockTable.baseline
              for root in BlockTable.roots {
                var node = Int(root)
                while tested[node] != 255 {
                  node = values[row + Int(tested[node])] <= numbers[node] ? node + 1 : Int(rights[node])
                }
                sum += numbers[node]
              }
              result[index] = 1 / (1 + expf(-sum))
            }
          }
        }
      }
    }
    return result
  }
}

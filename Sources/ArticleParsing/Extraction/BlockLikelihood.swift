import Glibc

/// Asks the learned table how likely blocks are part of the article.
enum BlockLikelihood {
  /// A node of a tree with all that is asked of it side by side.
  private struct Node: BitwiseCopyable {
    /// The largest number that goes to the left; in a leaf what it adds to the sum.
    var number: Float
    /// The number that is looked at; `leaf` in a leaf.
    var feature: UInt16
    /// The right child; the left one is the next node.
    var right: UInt16
  }

  private static let leaf: UInt16 = 255
  private static let nodes: [Node] = BlockTable.features.indices.map {
    Node(
      number: BlockTable.numbers[$0], feature: UInt16(BlockTable.features[$0]), right: BlockTable.rights[$0])
  }

  /// The likelihood of each block, from 0 to 1.
  ///
  /// - Complexity: O(number of blocks × number of trees).
  static func all(_ features: BlockFeatures) -> [Float] {
    let count = features.values.count / BlockFeatures.count
    guard count > 0, BlockTable.width == BlockFeatures.count else {
      return Array(repeating: 0.5, count: count)
    }
    let roots = BlockTable.roots
    return features.values.withUnsafeBufferPointer { values in
      nodes.withUnsafeBufferPointer { nodes in
        (0..<count).map { index in
          let row = index * BlockFeatures.count
          var sum = BlockTable.baseline
          for root in roots {
            var place = Int(root)
            var node = nodes[place]
            while node.feature != leaf {
              place = values[row + Int(node.feature)] <= node.number ? place + 1 : Int(node.right)
              node = nodes[place]
            }
            sum += node.number
          }
          return 1 / (1 + expf(-sum))
        }
      }
    }
  }
}

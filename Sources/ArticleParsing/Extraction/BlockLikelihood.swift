import Glibc

/// Asks the learned table how likely blocks are part of the article.
///
/// The trees are not walked. All questions of all trees about one number lie side by side, the smallest first; each
/// that a block answers with no strikes the leaves to its left off its tree's list, and what is left begins with the
/// leaf that a walk would have reached. Nothing has to be guessed or waited for (QuickScorer; Lucchese and others, SIGIR 2015).
enum BlockLikelihood {
  /// The question whether a number of the block is at most so large.
  private struct Question: BitwiseCopyable {
    var number: Float
    var tree: Int32
    /// The leaves of the tree that remain when it is not.
    var remaining: UInt64
  }

  /// The questions about one number of a block.
  private struct Subject {
    var feature: Int
    var questions: Range<Int>
  }

  /// The trees of `BlockTable` in another arrangement.
  private struct Forest {
    var subjects: [Subject] = []
    var questions: [Question] = []
    /// The leaves of each tree from left to right, and where each tree's begin.
    var leaves: [Float] = []
    var firstLeaves: [Int] = []

    init() {
      var asked: [(feature: Int, question: Question)] = []
      for tree in BlockTable.roots.indices { add(tree, to: &asked) }
      asked.sort { ($0.feature, $0.question.number) < ($1.feature, $1.question.number) }
      for (feature, question) in asked {
        if subjects.last?.feature != feature {
          subjects.append(Subject(feature: feature, questions: questions.count..<questions.count))
        }
        questions.append(question)
        let start = subjects[subjects.count - 1].questions.lowerBound
        subjects[subjects.count - 1].questions = start..<questions.count
      }
    }

    /// Adds a tree of at most 64 leaves; in the table a node's left part follows it, and then its right part.
    private mutating func add(_ tree: Int, to asked: inout [(feature: Int, question: Question)]) {
      let roots = BlockTable.roots
      let root = Int(roots[tree])
      let end = tree + 1 < roots.count ? Int(roots[tree + 1]) : BlockTable.features.count
      firstLeaves.append(leaves.count)
      // The number of leaves before each node.
      var before: [UInt64] = []
      for node in root..<end {
        before.append(UInt64(leaves.count - firstLeaves[tree]))
        if BlockTable.features[node] == BlockLikelihood.leaf { leaves.append(BlockTable.numbers[node]) }
      }
      precondition(leaves.count - firstLeaves[tree] <= 64)
      for node in root..<end where BlockTable.features[node] != BlockLikelihood.leaf {
        let left = before[node - root]..<before[Int(BlockTable.rights[node]) - root]
        let struck: UInt64 = ((1 << (left.upperBound &- left.lowerBound)) &- 1) << left.lowerBound
        asked.append(
          (
            Int(BlockTable.features[node]),
            Question(number: BlockTable.numbers[node], tree: Int32(tree), remaining: ~struck)
          ))
      }
    }
  }

  private static let leaf: UInt8 = 255
  private static let forest = Forest()

  /// The likelihood of each block, from 0 to 1.
  ///
  /// - Parameter values: The rows of `BlockFeatures`, one after the other.
  /// - Returns: A likelihood for each row.
  /// - Complexity: O(number of blocks × number of questions).
  static func all(_ values: [Float]) -> [Float] {
    let width = BlockFeatures.count
    let count = values.count / width
    guard count > 0, BlockTable.width == width else { return Array(repeating: 0.5, count: count) }
    let forest = forest
    var remaining = [UInt64](repeating: .max, count: forest.firstLeaves.count)
    return values.withUnsafeBufferPointer { values in
      remaining.withUnsafeMutableBufferPointer { remaining in
        forest.questions.withUnsafeBufferPointer { questions in
          (0..<count).map { index in
            let row = UnsafeBufferPointer(rebasing: values[index * width..<(index + 1) * width])
            remaining.update(repeating: .max)
            for subject in forest.subjects {
              let value = row[subject.feature]
              for place in subject.questions {
                if value <= questions[place].number { break }
                remaining[Int(questions[place].tree)] &= questions[place].remaining
              }
            }
            var sum = BlockTable.baseline
            for tree in remaining.indices {
              sum += forest.leaves[forest.firstLeaves[tree] &+ remaining[tree].trailingZeroBitCount]
            }
            return 1 / (1 + expf(-sum))
          }
        }
      }
    }
  }
}

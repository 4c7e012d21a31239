import Glibc
import TestSupport
import Testing

@testable import ArticleParsing

@Suite("Likelihood of blocks")
struct BlockLikelihoodTests {
  @Test("Blocks are as likely as walks through all trees say")
  func walks() {
    var random = SeededGenerator(seed: 7)
    let rows = 200
    // Around the numbers that are asked for, and what no page should have.
    let values = (0..<rows * BlockFeatures.count).map { place -> Float in
      switch random.next() % 8 {
      case 0: 0
      case 1: 1
      case 2: BlockTable.numbers[Int(random.next() % UInt64(BlockTable.numbers.count))]
      case 3: place % 1000 == 0 ? .nan : -999
      default: Float(random.next() % 4000) / 40
      }
    }
    let likelihoods = BlockLikelihood.all(values)
    #expect(likelihoods.count == rows)
    for row in 0..<rows {
      let place = row * BlockFeatures.count
      #expect(likelihoods[row] == Self.walk(values[place..<place + BlockFeatures.count]))
    }
  }

  private static func walk(_ row: ArraySlice<Float>) -> Float {
    var sum = BlockTable.baseline
    for root in BlockTable.roots {
      var node = Int(root)
      while BlockTable.features[node] != 255 {
        let value = row[row.startIndex + Int(BlockTable.features[node])]
        node = value <= BlockTable.numbers[node] ? node + 1 : Int(BlockTable.rights[node])
      }
      sum += BlockTable.numbers[node]
    }
    return 1 / (1 + expf(-sum))
  }
}

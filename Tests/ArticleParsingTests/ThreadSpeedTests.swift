import ArticleModel
import TestSupport
import Testing

@testable import ArticleParsing

/// How fast discussions are read; the figures are printed, and only their growth is judged.
@Suite("Speed of threads", .serialized) struct ThreadSpeedTests {
  private static let words = String(
    repeating: "The ferry left the quay at dawn, and nobody on the pier looked up from their nets. ", count: 5
  )

  /// A discussion in which every comment answers one of the last hundred.
  private func discussion(_ count: Int, isNested: Bool) -> SourceBytes {
    var generator = SeededGenerator(seed: 11)
    var children = [[Int]](repeating: [], count: count + 1)
    for index in 1...count {
      let first = max(0, index - 100)
      children[first + Int(generator.next() % UInt64(index - first))].append(index)
    }
    var text = isNested ? "" : "["
    if !isNested {
      for index in 0...count {
        let facts = index == 0 ? #""type":"story","title":"T""# : #""type":"comment","text":"\#(Self.words)""#
        text +=
          #"{"id":\#(index + 1),"by":"writer\#(index % 3000)","time":\#(1_700_000_000 + index),\#(facts),"#
        text += #""kids":[\#(children[index].map { "\($0 + 1)" }.joined(separator: ","))]}"#
        text += index == count ? "]" : ","
      }
      return SourceBytes(Array(text.utf8))
    }
    // What is still to be written, last first: a comment, or what closes one.
    var open: [(index: Int, closes: Bool)] = [(0, true), (0, false)]
    while let (index, closes) = open.popLast() {
      guard !closes else {
        text += "null]}"
        text += index == 0 ? "" : ","
        continue
      }
      text +=
        #"{"id":\#(index + 1),"created_at_i":\#(1_700_000_000 + index),"author":"writer\#(index % 3000)","#
      text += index == 0 ? #""title":"T","# : #""text":"\#(Self.words)","#
      text += #""children":["#
      for child in children[index].reversed() { open += [(child, true), (child, false)] }
    }
    return SourceBytes(Array(text.utf8))
  }

  private func seconds(_ bytes: SourceBytes, _ count: Int) -> Double {
    let clock = ContinuousClock()
    return (0..<3).map { _ in
      let time = clock.measure {
        #expect((try? ArticleParser().parse(ParseRequest(bytes: bytes)))?.thread?.commentCount == count)
      }
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }.min() ?? 0
  }

  @Test("Eight times the comments take about eight times as long", arguments: [true, false])
  func growth(isNested: Bool) {
    let (small, large) = (discussion(2500, isNested: isNested), discussion(20_000, isNested: isNested))
    let (one, eight) = (seconds(small, 2500), seconds(large, 20_000))
    let size = large.withBytes { $0.count }
    print("\(isNested ? "nested" : "listed") comments: \(Double(size) / 1e6 / eight) MB/s of JSON")
    #expect(eight < 24 * one)
  }
}

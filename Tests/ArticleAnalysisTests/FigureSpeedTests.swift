import ArticleModel
import Foundation
import Testing

@testable import ArticleAnalysis

/// Reports how fast figures are found; only ratios are checked, since the machine decides about the rest.
///
/// Quadratic work would take 256 times as long on 16 times the text; the bound leaves room for other work on the machine.
/// The sizes are such that the smaller text takes some milliseconds, in a debug build and in a release build.
///
/// The release build finds them at some 40 MB of news text a second on one core; `swift test -c release` shows it.
@Suite struct FigureSpeedTests {
  private static let paragraph = """
    More than 87,500 boats sank in 2014, Ruth Calder said, and the port spent $3.2 million, up 12 per cent from a year
    earlier, on 40 cranes. Nobody had asked the fishermen, who mend their nets on the old quay while the ferries come and
    go, whether the harbour should grow at all. The mayor, 61, wants between 5 and 7 new piers by May 2031.

    """

  #if DEBUG
    private static let scale = 1
  #else
    private static let scale = 40
  #endif

  /// The least processor time of some runs on this thread: what other work on the machine takes is left out.
  private func seconds(runs: Int, _ work: () -> Void) -> Double {
    (0..<runs).map { _ in
      let start = Self.processorTime()
      work()
      return Self.processorTime() - start
    }.min() ?? 0
  }

  private func seconds(_ body: RichText, runs: Int) -> Double {
    let pipeline = AnalysisPipeline()
    return seconds(runs: runs) { _ = pipeline.figures(in: body) }
  }

  /// Whether sixteen times as much takes no more than about sixteen times as long.
  private func isLinear(_ short: Double, _ long: Double) -> Bool { long < max(short, 0.0005) * 110 }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test("Sixteen times the text takes about sixteen times as long")
  func prose() {
    let small = richText(String(repeating: Self.paragraph, count: 4 * Self.scale))
    let large = richText(String(repeating: Self.paragraph, count: 64 * Self.scale))
    let (short, long) = (seconds(small, runs: 3), seconds(large, runs: 1))
    let speed = Double(large.utf8.count) / long / 1e6
    print("figures: \((speed * 10).rounded() / 10) MB/s of \(large.utf8.count) bytes")
    #expect(isLinear(short, long))
  }

  @Test("Quadratic work would be noticed")
  func quadratic() {
    func work(_ size: Int) {
      let bytes = Array(repeating: UInt8(1), count: size)
      var sum = 0
      for index in bytes.indices { for other in bytes.indices { sum &+= Int(bytes[index] ^ bytes[other]) } }
      #expect(sum == 0)
    }
    let size = 300 * (Self.scale == 1 ? 1 : 8)
    #expect(!isLinear(seconds(runs: 3) { work(size) }, seconds(runs: 1) { work(size * 16) }))
  }

  static let hostile: [(name: String, piece: String)] = [
    ("nines", "9"), ("groups", "9,"), ("points", "9."), ("phone", "12 34 "), ("colons", "9:"),
    ("slashes", "9/"),
    ("hyphens", "9-"), ("exponents", "1e400 "), ("powers", "9^9 "), ("strokes", "9\" "),
    ("shares", "one in 3 "),
    ("pluses", "9+"), ("fractions", "and a half "), ("currencies", "$ 9"), ("brackets", "(9) "),
  ]

  @Test(
    "Sixteen times as much of a hostile piece takes no more than about sixteen times as long",
    arguments: hostile.indices)
  func hostilePieces(_ index: Int) {
    let piece = Self.hostile[index].piece
    func body(_ size: Int) -> RichText { richText(String(repeating: piece, count: size / piece.utf8.count)) }
    let short = seconds(body(1_200 * Self.scale), runs: 3)
    #expect(isLinear(short, seconds(body(19_200 * Self.scale), runs: 1)))
  }

  @Test("Absurd numbers are read or left alone, and stay finite where that is possible")
  func absurd() {
    #expect(figureLines("It has 1e400 cells.") == ["1e400 cells = 1e400 cells count"])
    #expect(figureLines("It has 1e4000 cells.") == [])
    #expect(figureLines("It has " + String(repeating: "9", count: 100_000) + " cells.").count <= 1)
    let separated = String(repeating: "123,", count: 250_000) + "123 cells"
    #expect(figureLines(separated).count <= 1)
  }
}

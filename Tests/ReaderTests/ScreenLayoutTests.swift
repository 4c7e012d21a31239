import TerminalUI
import TestSupport
import Testing

@testable import ReaderCore

@Suite("The geometry of the screen")
struct ScreenLayoutTests {
  @Test(
    "The size of the terminal decides how the panes share it",
    arguments: [
      (40, 12, .single), (59, 40, .single), (60, 15, .single), (60, 16, .stacked), (109, 50, .stacked),
      (110, 16, .sideBySide), (169, 60, .sideBySide), (170, 16, .threeColumns), (300, 80, .threeColumns),
      (200, 15, .single), (1, 1, .single), (0, 0, .single),
    ] as [(Int, Int, Arrangement)])
  func bySize(_ width: Int, _ height: Int, _ arrangement: Arrangement) {
    let size = Size(width: width, height: height)
    #expect(ScreenLayout(ScreenLayout.Input(size: size)).arrangement == arrangement)
    let alone = ScreenLayout(ScreenLayout.Input(size: size, hasThread: false))
    #expect(alone.arrangement == (arrangement == .threeColumns ? .threeColumns : .single))
    #expect(alone.comments == nil)
  }

  @Test("Panes, dividers and bars lie on the screen and cover its cells, none of them twice")
  func property() {
    var generator = SeededGenerator(seed: 81)
    for _ in 0..<3000 {
      let size = Size(
        width: Int.random(in: 0...(Bool.random(using: &generator) ? 30 : 230), using: &generator),
        height: Int.random(in: 0...(Bool.random(using: &generator) ? 8 : 50), using: &generator))
      var input = ScreenLayout.Input(size: size)
      input.arrangement = Arrangement.allCases.randomElement(using: &generator) ?? .automatic
      input.isMaximized = Int.random(in: 0..<5, using: &generator) == 0
      input.focus = Pane.allCases.randomElement(using: &generator) ?? .article
      input.hasThread = Int.random(in: 0..<4, using: &generator) > 0
      input.textWidth = Int.random(in: 24...160, using: &generator)
      input.columnShift = Int.random(in: -100...100, using: &generator)
      input.rowShift = Int.random(in: -40...40, using: &generator)
      if Bool.random(using: &generator) { input.articleRows = Int.random(in: 0...60, using: &generator) }
      let layout = ScreenLayout(input)
      let rects =
        [layout.titleBar, layout.statusLine] + layout.columnDividers
        + [layout.article, layout.comments, layout.index, layout.rowDivider].compactMap(\.self)
      var covered = Array(repeating: 0, count: size.width * size.height)
      for rect in rects where !rect.isEmpty {
        let isInside = rect.x >= 0 && rect.y >= 0 && rect.maxX <= size.width && rect.maxY <= size.height
        #expect(isInside, "\(rect) on \(input)")
        guard isInside else { return }
        for y in rect.y..<rect.maxY { for x in rect.x..<rect.maxX { covered[y * size.width + x] += 1 } }
      }
      // The discussion keeps a blank column to its left.
      let blank = layout.comments.map { $0.x - 1 }
      let isExact = covered.indices.allSatisfy {
        covered[$0] == 1 || covered[$0] == 0 && $0 % size.width == blank
      }
      #expect(isExact, "\(input)")
      if !isExact { return }
      #expect(layout.arrangement != .automatic)
      for pane in layout.panes {
        guard let rect = layout.rect(of: pane), !rect.isEmpty else { continue }
        #expect(layout.pane(at: Point(x: rect.x, y: rect.y)) == pane)
        #expect(layout.pane(at: Point(x: rect.maxX - 1, y: rect.maxY - 1)) == pane)
      }
    }
  }

  @Test("Article text stays inside its pane, right of the margin where there is room for one")
  func textColumns() {
    for width in 1...200 {
      for textWidth in [24, 72, 160] {
        let pane = Rect(x: 7, y: 1, width: width, height: 10)
        let columns = ScreenLayout.textColumns(in: pane, textWidth: textWidth)
        #expect(columns.width >= 1 && columns.width <= max(1, textWidth))
        #expect(columns.x >= pane.x && columns.x + columns.width <= pane.maxX)
        if width >= 44 { #expect(columns.x - pane.x >= ScreenLayout.margin) }
      }
    }
  }
}

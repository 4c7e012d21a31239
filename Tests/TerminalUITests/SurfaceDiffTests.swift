import TerminalUI
import TestSupport
import Testing

@Suite("Differences between frames")
struct SurfaceDiffTests {
  @Test("Equal frames differ nowhere")
  func equal() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let surface = RandomDrawing.surface(Size(width: 9, height: 3), steps: 6, using: &generator)
      #expect(Array(SurfaceDiff(from: surface, to: surface)).isEmpty)
    }
  }

  @Test("Without a frame, or with one of another size, every row differs from edge to edge")
  func unknown() {
    let new = Surface(size: Size(width: 5, height: 2))
    for old in [nil, Surface(size: Size(width: 4, height: 2)), Surface(size: Size(width: 2, height: 5))] {
      let runs = Array(SurfaceDiff(from: old, to: new))
      #expect(runs.map(\.y) == [0, 1])
      #expect(runs.map(\.columns) == [0..<5, 0..<5])
    }
  }

  @Test("A run covers the letters that changed, and few between them that did not")
  func runs() {
    var old = Surface(size: Size(width: 20, height: 1))
    old.write("one two three four", x: 0, y: 0, style: Style())
    var new = old
    new.write("N", x: 1, y: 0, style: Style())
    new.write("WO", x: 5, y: 0, style: Style())
    new.write("OUR", x: 15, y: 0, style: Style())
    #expect(Array(SurfaceDiff(from: old, to: new)).map(\.columns) == [1..<7, 15..<18])
    new.write("!", x: 19, y: 0, style: Style())
    #expect(Array(SurfaceDiff(from: old, to: new)).map(\.columns) == [1..<7, 15..<20])
  }

  @Test("Rows that were not drawn on are taken for those of the old frame")
  func drawnRows() {
    var old = Surface(size: Size(width: 6, height: 3))
    old.write("one", x: 0, y: 0, style: Style())
    var new = old
    new.write("two", x: 0, y: 1, style: Style())
    #expect(new.drawnRows == [true, true, true])
    new.forgetDrawing()
    new.write("six", x: 0, y: 2, style: Style())
    #expect(new.drawnRows == [false, false, true])
    #expect(Array(SurfaceDiff(from: old, to: new, onlyDrawnRows: true)).map(\.y) == [2])
    #expect(Array(SurfaceDiff(from: old, to: new)).map(\.y) == [1, 2])
  }

  @Test("What is drawn over a frame, and taken over row by row, gives the same frame")
  func drawnOver() {
    var generator = SeededGenerator(seed: 11)
    let size = Size(width: 9, height: 4)
    var frame = Surface(size: size)
    var shown = frame
    for _ in 0..<2000 {
      frame.forgetDrawing()
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        RandomDrawing.draw(on: &frame, using: &generator)
      }
      let runs = Array(SurfaceDiff(from: shown, to: frame, onlyDrawnRows: true))
      for run in runs { shown.take(run.columns, ofRow: run.y, from: frame) }
      let isSame = shown.cells == frame.cells
      #expect(isSame)
      if !isSame { return }
    }
  }

  @Test("A run begins and ends with whole wide letters")
  func wideRuns() {
    var old = Surface(size: Size(width: 6, height: 1))
    old.write("日本語", x: 0, y: 0, style: Style())
    var new = old
    new.put(Cell(base: 0x6728, width: 2), x: 2, y: 0)
    #expect(Array(SurfaceDiff(from: old, to: new)).map(\.columns) == [2..<4])
  }

  @Test("The difference of two frames, applied to the first as a terminal would, gives the second")
  func property() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<3000 {
      let size = Size(
        width: Int.random(in: 1...9, using: &generator), height: Int.random(in: 1...3, using: &generator))
      let old = RandomDrawing.surface(size, steps: 5, using: &generator)
      var new = old
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        RandomDrawing.draw(on: &new, using: &generator)
      }
      var shown = old
      for run in SurfaceDiff(from: old, to: new) {
        for x in run.columns where new[x, run.y].width > 0 { shown.put(new[x, run.y], x: x, y: run.y) }
      }
      let isSame = shown.cells == new.cells
      #expect(isSame)
      if !isSame { return }
    }
  }

  @Test("A terminal in memory shows each frame, and counts no cells for one that it shows already")
  func memoryBackend() {
    var generator = SeededGenerator(seed: 9)
    let backend = MemoryBackend(size: Size(width: 9, height: 3))
    var frame = Surface(size: backend.size)
    for _ in 0..<500 {
      RandomDrawing.draw(on: &frame, using: &generator)
      frame.cursor = Point(x: 1, y: 2)
      backend.present(frame)
      #expect(backend.screen?.cells == frame.cells)
      #expect(backend.screen?.cursor == Point(x: 1, y: 2))
      let count = backend.changedCells
      backend.present(frame)
      #expect(backend.changedCells == count)
    }
    let count = backend.changedCells
    backend.invalidate()
    backend.present(frame)
    #expect(backend.changedCells == count + 27)
  }

  @Test("A terminal in memory delivers its input once, and forgets its screen when its size changes")
  func memoryInput() {
    let backend = MemoryBackend(size: Size(width: 2, height: 2))
    backend.input = [.key(Key(.enter)), .paste("words")]
    #expect(backend.pendingInput() == [.key(Key(.enter)), .paste("words")])
    #expect(backend.pendingInput().isEmpty)
    backend.present(Surface(size: backend.size))
    backend.size = Size(width: 3, height: 2)
    #expect(backend.screen == nil)
  }

  @Test("On a cleared screen only what is not blank changed")
  func cleared() {
    var surface = Surface(size: Size(width: 8, height: 2))
    #expect(Array(SurfaceDiff(fromBlankTo: surface)).isEmpty)
    surface.write("界 a", x: 2, y: 1, style: Style())
    #expect(Array(SurfaceDiff(fromBlankTo: surface)).map(\.columns) == [2..<6])
  }
}

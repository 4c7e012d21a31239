import ArticleLayout
import ArticleModel
import TerminalUI
import TestSupport
import Testing

@Suite("Threads at a width")
struct ThreadFlowTests {
  /// The comments without a folded one above them.
  private func visible(_ thread: CommentThread, _ folding: Folding) -> [Int] {
    (0..<thread.count).filter { !thread.ancestors(of: $0).contains { folding[$0] } }
  }

  @Test("Stepping over folded replies is walking the list of visible comments")
  func visibleComments() {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<200 {
      let thread = RandomThread.thread(Int.random(in: 1...40, using: &generator), using: &generator)
      let flow = RandomThread.flow(thread, width: 60)
      for index in 0..<thread.count where Int.random(in: 0..<3, using: &generator) == 0 {
        flow.folding[index] = true
      }
      let shown = visible(thread, flow.folding)
      #expect(flow.firstItem == shown.first)
      #expect(flow.lastItem == shown.last)
      for (place, item) in shown.enumerated() {
        #expect(flow.item(after: item) == (place + 1 < shown.count ? shown[place + 1] : nil))
        #expect(flow.item(before: item) == (place > 0 ? shown[place - 1] : nil))
      }
      for index in 0..<thread.count {
        let standIn = thread.ancestors(of: index).first { flow.folding[$0] } ?? index
        #expect(flow.folding.visible(index, in: thread) == standIn)
      }
    }
  }

  @Test("Rows of a thread are those of its visible comments")
  func rows() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<40 {
      let thread = RandomThread.thread(20, using: &generator)
      let flow = RandomThread.flow(thread, width: Int.random(in: 4...90, using: &generator))
      for index in 0..<thread.count where Int.random(in: 0..<4, using: &generator) == 0 {
        flow.folding[index] = true
      }
      let rows = visible(thread, flow.folding).flatMap { item in
        (0..<flow.height(of: item)).map { FlowPosition(item: item, row: $0) }
      }
      var position = flow.start
      for row in rows {
        #expect(position == row)
        position = flow.position(position, movedBy: 1)
      }
      #expect(position == flow.end)
      for row in rows.reversed() {
        #expect(position == row)
        position = flow.position(position, movedBy: -1)
      }
    }
  }

  @Test("Folding by depth folds what has replies from that depth on; revealing unfolds the way to a comment")
  func foldingByDepth() {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<100 {
      let thread = RandomThread.thread(30, using: &generator)
      var folding = Folding(count: thread.count)
      let depth = Int.random(in: 0...4, using: &generator)
      folding.fold(thread, from: depth)
      for index in 0..<thread.count {
        #expect(
          folding[index] == (thread.descendantCount(of: index) > 0 && thread.depth(of: index) >= depth))
      }
      let target = Int.random(in: 0..<thread.count, using: &generator)
      folding.reveal(target, in: thread)
      #expect(folding.visible(target, in: thread) == target)
      folding.unfoldAll()
      #expect(visible(thread, folding).count == thread.count)
    }
  }

  @Test("Guides lead from each comment to its parent")
  func guides() {
    let thread = RandomThread.shape([0, 1, 2, 2, 1, 0, 1])
    let flow = RandomThread.flow(thread, width: 80)
    let sign: (ThreadFlow.Guide) -> String = {
      switch $0 {
      case .blank: " "
      case .line: "│"
      case .branch: "├"
      case .lastBranch: "└"
      }
    }
    let draw: (Bool) -> [String] = { isHeader in
      (0..<thread.count).map { item in
        flow.guides(of: item, isHeader: isHeader).map { sign($0.guide) }.joined()
      }
    }
    #expect(draw(true) == ["", "├", "│├", "│└", "└", "", "└"])
    #expect(draw(false) == ["", "│", "││", "│ ", " ", "", " "])
    #expect(flow.guides(of: 3, isHeader: true).map(\.depth) == [0, 1])
  }

  @Test("Past the plateau a comment is indented no further and keeps forty columns")
  func plateau() {
    let thread = RandomThread.chain(100)
    for width in 1...200 {
      let flow = RandomThread.flow(thread, width: width)
      for item in 0..<100 {
        let indent = flow.indent(of: item)
        #expect(indent == min(item, flow.plateau))
        #expect(flow.guides(of: item, isHeader: true).count == indent)
        if indent > 3 { #expect(width - flow.textColumn(of: item) - 1 >= 40) }
      }
      if width >= 60 { #expect(flow.plateau == width - 43) }
      #expect(flow.plateau <= max(width / 4, width - 43))
    }
  }

  @Test("A chain of 5,000 replies is walked, folded and laid out like any other thread")
  func deepChain() {
    let thread = RandomThread.chain(5000)
    let flow = RandomThread.flow(thread, width: 80)
    #expect(flow.end.item == 4999)
    // A header, a line of words and a blank row each.
    #expect(flow.position(flow.start, movedBy: 3 * 4321 + 1) == FlowPosition(item: 4321, row: 1))
    #expect(flow.position(flow.end, movedBy: -3 * 4999) == FlowPosition(item: 0, row: 2))
    flow.folding[17] = true
    #expect(flow.lastItem == 17)
    #expect(flow.folding.visible(4999, in: thread) == 17)
    flow.folding.reveal(4999, in: thread)
    #expect(flow.lastItem == 4999)
    #expect(flow.item(before: 4999) == 4998)
  }

  @Test("Another width and other bodies are laid out anew")
  func layoutsAreRenewed() {
    var builder = CommentThread.Builder()
    builder.append(Comment(), depth: 0, body: TextSketch(.paragraph, "one two three four five six").text)
    let flow = RandomThread.flow(builder.finish(), width: 60)
    #expect(flow.height(of: 0) == 3)
    flow.resize(to: 14)
    #expect(flow.height(of: 0) > 3)
    flow.resize(to: 60)
    #expect(flow.height(of: 0) == 3)
  }
}

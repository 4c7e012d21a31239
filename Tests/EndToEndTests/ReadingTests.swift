import Foundation
import Testing

extension EndToEndTests {
  @Suite(
    "Reading in a terminal", .serialized,
    .enabled(if: TerminalSession.isPossible, "needs tmux and the binary"))
  struct ReadingTests {
    private static let title = "The town that wants its foghorn back"

    /// An article without a discussion, whose paragraphs are one line each.
    private static let numbered = (1...600).map { "Paragraph number \($0) stands here." }.joined(
      separator: "\n\n")

    @Test("The sample opens with its title, its comments and the most useful keys", arguments: [80, 120])
    func opens(columns: Int) throws {
      let session = try TerminalSession("$P --sample", size: (columns, columns == 80 ? 24 : 40))
      session.expect(Self.title)
      session.expect("60 comments")
      session.expect("11 replies")
      session.expect("? keys")
      session.press("q")
      session.expectLeft(0)
    }

    @Test("A bracket selects a quote, and the status line names its speaker")
    func quotes() throws {
      let session = try TerminalSession("$P --sample", size: (120, 40))
      session.expect("¶1/")
      session.press(")")
      session.expect("❝ 1/")
      session.expect("Dorothea Pym · said")
      session.press(")")
      session.expect("❝ 2/")
      session.press("(")
      session.expect("❝ 1/")
      session.press("}")
      session.wait(for: "a figure") { $0.screen.contains(#/\n # [0-9]+\/[0-9]+ /#) }
    }

    @Test("Folding hides the replies, unfolding brings them back")
    func folds() throws {
      let session = try TerminalSession("$P --sample")
      session.expect("· ⤴4")
      session.press("Tab")
      session.expect("1/60")
      let unfolded = session.screen
      #expect(unfolded.contains("Friends of Agnes"))
      session.press("h")
      session.expect("11 replies hidden")
      session.expectNo("Friends of Agnes")
      session.press("l")
      session.expect("Friends of Agnes")
      session.wait(for: "the screen as it was") { $0.screen == unfolded }
    }

    @Test("A search shows its match, and in the discussion selects the comment")
    func searches() throws {
      let session = try TerminalSession("$P --sample")
      session.expect("¶1/")
      session.type("/library")
      session.expect("/library")
      session.press("Enter")
      session.expect("A trumpet or a library")
      session.press("Tab")
      session.expect("1/60")
      session.type("/mustard")
      session.press("Enter")
      session.expect("6/60")
      session.expect("Somebody bring mustard")
    }

    @Test("Tab goes to the discussion and back")
    func changesPanes() throws {
      let session = try TerminalSession("$P --sample")
      session.expect("Tab discussion")
      session.press("Tab")
      session.expect("1/60")
      session.press("j")
      session.expect("2/60")
      session.press("Tab")
      session.expect("Tab discussion")
    }

    @Test("The help opens, can be searched and closes with Escape")
    func helps() throws {
      let session = try TerminalSession("$P --sample")
      session.expect("· ⤴4")
      let before = session.screen
      session.press("?")
      session.expect("─ Keys ─")
      session.expect("One line, or the next comment")
      session.type("next theme")
      session.expectNo("One line, or the next comment")
      session.expect("Next theme")
      session.press("Escape")
      session.wait(for: "the help to close") { session in
        if session.screen.contains("Keys ─") { session.press("Escape") }
        return session.screen == before
      }
    }

    @Test("Any size can be changed to, and the place is kept")
    func resizes() throws {
      let session = try TerminalSession("$P article.txt", files: ["article.txt": Self.numbered])
      session.expect("¶1/600")
      session.press("Space", "Space", "Space")
      session.expectNo("number 1 stands")
      session.expect("number 36 stands")
      // The first paragraph on the screen; the blank line above it may come and go.
      let place = "number 33 stands"
      #expect(session.rows.prefix(3).contains { $0.contains(place) })
      let screen = session.screen
      for (columns, rows) in [(1, 1), (40, 12), (2, 30), (200, 60), (300, 3), (80, 24)] {
        session.resize(columns, rows)
        session.wait(for: "\(columns)x\(rows)") {
          $0.fact("#{pane_width}x#{pane_height}") == "\(columns)x\(rows)"
        }
        guard columns >= 40, rows >= 12 else { continue }
        session.wait(for: "the place at \(columns)x\(rows)") { session in
          session.rows.prefix(3).contains { $0.contains(place) } && session.screen.contains("¶33/600")
        }
      }
      session.wait(for: "the screen as it was") { $0.screen == screen }
      session.press("q")
      session.expectLeft(0)
    }

    @Test("What goes wrong in a script is told when it is over")
    func script() throws {
      let session = try TerminalSession(
        "$P --script a.keys --sample", files: ["a.keys": "j\n:nosuch\n:theme nowhere\n:q\n"])
      session.expect("pullquote: a.keys: there is no command nosuch")
      session.expect("pullquote: a.keys: there is no theme nowhere")
      session.expectLeft(1)
    }

    @Test("It starts in a terminal of any size", arguments: [(1, 1), (2, 2), (10, 3), (39, 7), (500, 200)])
    func startsAtAnySize(columns: Int, rows: Int) throws {
      let session = try TerminalSession("$P --sample", size: (columns, rows))
      session.wait(for: "the alternate screen") { $0.fact("#{alternate_on}") == "1" }
      session.resize(80, 24)
      session.expect(Self.title)
      session.expect("60 comments")
      session.press("q")
      session.expect(TerminalSession.left(0).dropLast(1).description)
      session.expectModesRestored()
    }

    @Test("500 keys in one write are all taken")
    func takesManyKeys() throws {
      let session = try TerminalSession("$P article.txt", files: ["article.txt": Self.numbered])
      session.expect("number 1 stands")
      // Line 500 from the top, of paragraphs and blank lines in turn.
      let first = try #require(session.rows.firstIndex { $0.contains("number 1 stands") })
      session.type(String(repeating: "j", count: 500))
      session.wait(for: "line 500 at the top") { session in
        session.rows.count > first && session.rows[first].contains("number 251 stands")
      }
    }

    @Test("A suspended program gives the terminal back and draws itself anew when it goes on")
    func suspends() throws {
      let session = try TerminalSession("bash --norc --noprofile -i")
      session.type("PS1='shell> '")
      session.press("Enter")
      session.expect("\nshell>")
      session.type("$P --sample")
      session.press("Enter")
      session.expect("60 comments")
      for round in 1...3 {
        session.press("C-z")
        session.expect("Stopped")
        #expect(session.fact("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0", "round \(round)")
        session.resize(80 + round, 24)
        session.type("clear; fg")
        session.press("Enter")
        session.expect("60 comments")
        session.expect("? keys")
      }
      session.press("q")
      session.expectNo("60 comments")
      session.type("clear; echo left=$?")
      session.press("Enter")
      session.expect("left=0")
    }

    @Test("Standard input is the article and the keys come from the terminal")
    func readsAPipe() throws {
      let session = try TerminalSession(
        "printf 'A heading\\n\\nMs Quill said, “It floats.” It cost 40 pounds.\\n' | $P", size: (100, 20))
      session.expect("A heading")
      session.expect("It floats")
      session.press(")")
      session.expect("Quill")
      session.press("q")
      session.expectLeft(0)
    }

    @Test("A source that cannot be read is said on the shell's screen")
    func cannotRead() throws {
      let session = try TerminalSession("$P nothing.txt")
      session.expect("pullquote: nothing.txt: no such file")
      session.expectLeft(1)
    }
  }
}

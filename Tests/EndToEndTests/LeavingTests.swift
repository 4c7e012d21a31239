import Foundation
import Testing

extension EndToEndTests {
  @Suite(
    "Leaving the terminal", .serialized, .enabled(if: TerminalSession.isPossible, "needs tmux and the binary")
  )
  struct LeavingTests {
    /// Starts the program so that its process number is known.
    private static let known = "sh -c 'echo $$ >number; exec \"$P\" --sample'"

    @Test(
      "A signal restores the terminal and is told in the exit status",
      arguments: [(SIGTERM, "TERM"), (SIGHUP, "HUP"), (SIGINT, "INT"), (SIGQUIT, "QUIT")])
    func leavesOnSignals(number: Int32, name: String) throws {
      let session = try TerminalSession(Self.known)
      session.expect("60 comments")
      let process = try #require(Int32(session.scratch.text(of: "number").trimmingCharacters(in: .newlines)))
      kill(process, number)
      session.expectLeft(128 + number)
    }

    @Test(
      "SIGTERM restores the terminal in the first moments too",
      arguments: [0, 5, 10, 20, 30, 50, 80, 120, 200])
    func leavesEarly(milliseconds: Int) throws {
      let session = try TerminalSession(
        """
        ( until [ -s number ]; do :; done; sleep \(Double(milliseconds) / 1000); kill -TERM $(cat number) ) &
        \(Self.known) 2>/dev/null
        """)
      session.expectLeft(143)
    }

    @Test(
      "q and ^C restore the terminal; ^C ends as interrupted",
      arguments: [("q", 0), ("C-c", 130)] as [(String, Int32)])
    func leavesOnKeys(key: String, status: Int32) throws {
      let session = try TerminalSession("$P --sample")
      session.expect("60 comments")
      session.press(key)
      session.expectLeft(status)
    }

    @Test(
      "Leaving while an overlay or the prompt is open restores the terminal", arguments: ["?", "/", "3", "5"])
    func leavesOverlays(key: String) throws {
      let session = try TerminalSession(Self.known)
      session.expect("60 comments")
      let before = session.screen
      session.press(key)
      session.wait(for: "what the key opens") { $0.screen != before }
      let process = try #require(Int32(session.scratch.text(of: "number").trimmingCharacters(in: .newlines)))
      kill(process, SIGTERM)
      session.expectLeft(143)
    }

    @Test("When its terminal vanishes, the program ends")
    func endsWithItsTerminal() throws {
      let process: Int32
      do {
        let session = try TerminalSession(Self.known)
        session.expect("60 comments")
        process = try #require(Int32(session.scratch.text(of: "number").trimmingCharacters(in: .newlines)))
      }
      // A process that has ended may wait as a zombie for a parent that does not care.
      let isRunning = {
        let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        return !state.isEmpty && !state.contains(") Z ")
      }
      let end = Date(timeIntervalSinceNow: 6)
      while isRunning(), Date() < end { usleep(20_000) }
      #expect(!isRunning())
    }
  }
}

import Foundation
import Testing

extension EndToEndTests {
  /// Flags and joined emoji, which terminals measure differently.
  @Suite(
    "Flags and joined emoji", .serialized,
    .enabled(if: TerminalSession.isPossible, "needs tmux and the binary"))
  struct PictureTests {
    private static let pictures =
      "🇩🇪 🇩🇰 🇫🇷 👩\u{200D}💻 🏳\u{FE0F}\u{200D}🌈 👍🏽 👨\u{200D}👩\u{200D}👧\u{200D}👦 ☎\u{FE0F} #\u{FE0F}\u{20E3}"
    private static let page: String = {
      let paragraphs = (1...12).map {
        "<p>Boat \($0) flew \(pictures) in the harbour, and “we like the 🇩🇪 flags,” Ana Duarte said at the pier.</p>"
      }
      return
        "<title>Boats</title><article><h1>Flags of the harbour 🇩🇪🇫🇷 boats</h1>\(paragraphs.joined())</article>"
    }()

    @Test(
      "What is opened over flags and closed again leaves nothing behind",
      arguments: ["xterm-256color", "screen-256color"])
    func leavesNothing(terminal: String) throws {
      let session = try TerminalSession(
        "$P boats.html", setup: "TERM=\(terminal)", files: ["boats.html": Self.page])
      session.expect("Flags of the harbour 🇩🇪🇫🇷 boats")
      session.expect("🇩🇪 🇩🇰 🇫🇷 ")
      let before = session.rows
      for keys in [["?"], ["t"], ["U"]] {
        session.press(keys[0])
        session.wait(for: "the overlay") { $0.rows != before }
        session.press("Escape")
        session.wait(for: "the same rows as before") { $0.rows == before }
      }
      session.press("j", "j", "j")
      session.wait(for: "other rows") { $0.rows != before }
      session.press("k", "k", "k")
      session.wait(for: "the same rows as before") { $0.rows == before }
      session.press("C-l")
      session.wait(for: "the same rows as before") { $0.rows == before }
      // Whatever curses was told stands for a flag has been replaced by the flag.
      #expect(
        !String(decoding: session.stream, as: UTF8.self).unicodeScalars.contains { $0.value >= 0x10_0000 })
      session.press("q")
      session.expectLeft(0)
    }

    @Test("Each flag is sent whole, and the cursor is brought back to before it")
    func sendsWhole() throws {
      let session = try TerminalSession("$P boats.html", files: ["boats.html": Self.page])
      session.expect("Flags of the harbour")
      session.press("q")
      session.expectLeft(0)
      let stream = String(decoding: session.stream, as: UTF8.self)
      for picture in ["🇩🇪", "🇩🇰", "🇫🇷", "👩\u{200D}💻", "🏳\u{FE0F}\u{200D}🌈", "👍🏽"] {
        #expect(stream.contains("\u{1B}7  \u{1B}8\(picture)\u{1B}8\u{1B}[2C"), "\(picture)")
      }
      #expect(stream.contains("👨👩👧👦"))
    }
  }
}

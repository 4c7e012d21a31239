import Foundation
import Testing

extension EndToEndTests {
  @Suite(
    "Kinds of terminals", .serialized, .enabled(if: TerminalSession.isPossible, "needs tmux and the binary"))
  struct TerminalKindTests {
    /// SGR parameters that set a colour.
    private static func setsColor(_ styled: String) -> Bool {
      styled.contains(#/\u{1B}\[(?:[0-9;:]*[;:])?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m/#)
    }

    @Test("Colours are used on a terminal that has them, and not otherwise")
    func usesColors() throws {
      let session = try TerminalSession("$P --sample")
      session.expect("60 comments")
      #expect(Self.setsColor(session.styledScreen))
      session.press("q")
      session.expectLeft(0)
    }

    @Test("A terminal that no description fits is driven as xterm")
    func unknown() throws {
      let session = try TerminalSession("$P --sample", setup: "TERM=brandnew-terminal")
      session.expect("60 comments")
      session.expect("? keys")
      session.press("q")
      session.expectLeft(0)
    }

    @Test(
      "Where colours are unwanted or unknown there are none",
      arguments: ["TERM=vt100", "NO_COLOR=1; export NO_COLOR", "OPTION=--color=never"])
    func withoutColors(setup: String) throws {
      let session = try TerminalSession("$P --sample $OPTION", setup: setup)
      session.expect("60 comments")
      session.expect("? keys")
      #expect(!Self.setsColor(session.styledScreen))
      session.press(")")
      session.expect("1/17")
      #expect(!Self.setsColor(session.styledScreen))
      #expect(session.styledScreen.contains("\u{1B}["), "the selection must be told by something else")
      session.press("q")
      session.expect(TerminalSession.left(0))
      session.expectModesRestored()
    }

    @Test(
      "A terminal that cannot place text is refused with a reason",
      arguments: ["TERM=dumb", "unset TERM", "TERM="])
    func refused(setup: String) throws {
      let session = try TerminalSession("$P --sample", setup: setup)
      session.expect("pullquote: ")
      session.expect("TERM")
      session.expectLeft(2)
    }

    @Test(
      "These terminals are served",
      arguments: ["linux", "screen-256color", "tmux-256color", "xterm", "xterm-direct"])
    func served(name: String) throws {
      let session = try TerminalSession("$P --sample", setup: "TERM=\(name)")
      session.expect("60 comments")
      session.press("?")
      session.expect("Keys")
      session.press("Escape")
      session.press("C-c")
      session.wait(for: "the end") { $0.screen.contains("the program left with") }
      session.expectModesRestored()
    }

    @Test("COLORTERM=truecolor gives direct colours")
    func direct() throws {
      let session = try TerminalSession("$P --sample", setup: "export COLORTERM=truecolor")
      session.expect("60 comments")
      #expect(
        String(decoding: session.stream, as: UTF8.self).contains("38:2:")
          || session.styledScreen.contains("38;2;"))
      session.press("q")
      session.expectLeft(0)
    }

    @Test(
      "A locale without UTF-8 gets marks in ASCII and is told",
      arguments: ["export LANG=C", "unset LANG", "export LC_ALL=no_SUCH.locale", "export LC_ALL=POSIX"])
    func plainLocale(setup: String) throws {
      let session = try TerminalSession("$P --sample", setup: setup)
      session.expect("60 comments")
      session.expect("the locale is not UTF-8")
      let title = session.rows.first ?? ""
      #expect(title.contains(" - "), "the separator is ASCII")
      #expect(!session.screen.contains("│") && !session.screen.contains("▾"))
      session.press("q")
      session.expectLeft(0)
    }

    @Test("Without a controlling terminal it says so")
    func noControllingTerminal() throws {
      let session = try TerminalSession("setsid -w $P --sample", size: (160, 24))
      session.expect("pullquote: there is no terminal to read keys from")
      session.expect("pullquote export --sample")
      session.expectLeft(2)
    }

    @Test(
      "A home folder that is missing or cannot be written changes nothing",
      arguments: ["/nowhere", "/proc", ""])
    func strangeHome(folder: String) throws {
      let session = try TerminalSession("$P --sample", setup: "export HOME='\(folder)' COLORTERM=truecolor")
      session.expect("60 comments")
      session.press("q")
      session.expectLeft(0)
    }
  }
}

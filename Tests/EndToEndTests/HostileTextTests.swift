import Foundation
import Testing

extension EndToEndTests {
  @Suite("Hostile text", .serialized)
  struct HostileTextTests {
    private static let paragraphs = [
      "Plain words to begin with.",
      "Title \u{1B}]0;OWNED\u{07} and \u{1B}]2;OWNED\u{1B}\\ here.",
      "Clipboard \u{1B}]52;c;T1dORUQ=\u{07} here.",
      "Clear \u{1B}[2J\u{1B}[H\u{1B}[31mred\u{1B}[0m and \u{1B}[?1049l here.",
      "Eight bits \u{9B}31mred \u{9D}0;OWNED\u{9C} here.",
      "Device \u{1B}P$q\"p\u{1B}\\ and \u{1B}_Gi=1;AAAA\u{1B}\\ and \u{1B}^OWNED\u{1B}\\ and \u{1B}XOWNED\u{1B}\\ here.",
      "Directions \u{202E}desrever\u{202C} and \u{2066}isolated\u{2069} and \u{200F} here.",
      "Bell \u{07} backspace \u{08}\u{08} return \rOVER delete \u{7F} null \u{0} shift \u{0E}\u{0F} here.",
      "Marks e" + String(repeating: "\u{301}", count: 400) + " here.",
      "A link \u{1B}]8;;http://example.com\u{1B}\\click\u{1B}]8;;\u{1B}\\ here.",
      "The end of the hostile text.",
    ]

    private static let text = paragraphs.joined(separator: "\n\n") + "\n"

    /// The same as a page: control characters as themselves and as references.
    private static let page: String = {
      let encoded = paragraphs.dropFirst().map { paragraph in
        paragraph.unicodeScalars.map { $0.value < 0x20 ? "&#x\(String($0.value, radix: 16));" : String($0) }
          .joined()
      }
      let all = paragraphs + encoded
      return "<title>Hostile &#27;]0;OWNED&#7;</title><article><h1>Hostile</h1>"
        + all.map { "<p>\($0)</p>" }.joined() + "</article>"
    }()

    /// What may not be in anything that was put out, as UTF-8.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }

    @Test(
      "Nothing in a text acts on the terminal",
      .enabled(if: TerminalSession.isPossible, "needs tmux and the binary"),
      arguments: ["hostile.txt", "hostile.html"])
    func showsItself(name: String) throws {
      let session = try TerminalSession(
        "$P \(name)", size: (100, 60), files: ["hostile.txt": Self.text, "hostile.html": Self.page])
      let title = session.fact("#{pane_title}")
      session.expect("Plain words to begin with")
      session.expect("The end of the hostile text")
      session.press("G")
      session.expect("100%")
      session.press("g", "g")
      #expect(session.fact("#{pane_title}") == title)
      #expect(session.fact("#{window_name}") != "OWNED")
      #expect(session.buffers.isEmpty)
      #expect(session.fact("#{alternate_on}") == "1")
      let styled = session.styledScreen.replacing(#/\u{1B}\[[0-9;:]*m/#, with: "")
      #expect(!styled.unicodeScalars.contains(where: Self.isForbidden))
      session.press("q")
      session.expectLeft(0)
      // What was sent: our own sequences only, none that sets titles, clipboards, links or that talks to the device.
      let stream = String(decoding: session.stream, as: UTF8.self)
      for opening in ["]", "P", "_", "^", "X"] { #expect(!stream.contains("\u{1B}\(opening)")) }
      #expect(
        !stream.unicodeScalars.contains {
          (0x80...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value)
            || (0x2066...0x2069).contains($0.value)
        })
      #expect(!stream.contains("\u{1B}[31m"))
    }

    @Test(
      "Nothing that is put out holds a control character", .enabled(if: Program.isThere, "needs the binary"),
      arguments: [
        ("export", "text"), ("export", "markdown"), ("export", "json"), ("quotes", "table"),
        ("figures", "csv"),
        ("comments", "tree"),
      ])
    func exportsClean(command: String, format: String) throws {
      for (text, kind) in [(Self.text, "text"), (Self.page, "html")] {
        let result = try Program.run(command, "--format", format, "--input-format", kind, input: text)
        #expect(result.status == 0)
        let output = try #require(String(validating: result.output, as: UTF8.self))
        #expect(!output.unicodeScalars.contains { Self.isForbidden($0) && !($0 == "\r" && format == "csv") })
        if command == "export" {
          #expect(
            output.contains("Plain words to begin with") && output.contains("The end of the hostile text"))
        }
      }
    }

    @Test(
      "A name that holds escape sequences is shown without them",
      .enabled(if: Program.isThere, "needs the binary"))
    func cleansNames() throws {
      let result = try Program.run("export", "no\u{1B}]0;OWNED\u{07}such\nfile")
      #expect(result.status == 1)
      #expect(!result.errors.dropLast().unicodeScalars.contains { $0.value < 0x20 })
    }
  }
}

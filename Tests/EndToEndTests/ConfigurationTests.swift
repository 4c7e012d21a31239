import Foundation
import TestSupport
import Testing

extension EndToEndTests {
  /// The user's files: what is wrong with them is told in the same way everywhere.
  @Suite("Configuration", .serialized, .enabled(if: Program.isThere, "needs the binary"))
  struct ConfigurationTests {
    /// A folder for `XDG_CONFIG_HOME` with these files of Pullquote in it.
    private static func folder(_ files: [String: String]) throws -> Scratch {
      let scratch = try Scratch()
      try FileManager.default.createDirectory(
        atPath: scratch.path("pullquote/themes"), withIntermediateDirectories: true)
      for (name, text) in files { try scratch.write(text, to: "pullquote/\(name)") }
      return scratch
    }

    private static func environment(_ scratch: Scratch) -> [String: String] {
      ["XDG_CONFIG_HOME": scratch.folder.path]
    }

    @Test("The check tells every mistake of a configuration with file and line")
    func check() throws {
      let mistakes = [
        "theme = \"nosuch\"", "browser = [\"a\", 3]", "width = 3", "user-agent = \"\"",
        "forums = [\"https://\"]",
        "widht = 60",
      ]
      let scratch = try Self.folder(["config.toml": mistakes.joined(separator: "\n")])
      let result = try Program.run("config", "check", environment: Self.environment(scratch))
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(result.errorLines.count == mistakes.count, "\(result.errors)")
      for line in mistakes.indices {
        #expect(result.errors.contains("/pullquote/config.toml:\(line + 1): "), "\(result.errors)")
      }
      #expect(result.errors.contains("config.toml:1: there is no theme \"nosuch\""))
    }

    @Test("A theme in a file is looked for beside the configuration")
    func themeBeside() throws {
      let scratch = try Self.folder([
        "config.toml": "\ntheme = \"./mine.toml\"", "mine.toml": "name = \"Mine\"\ninherits = \"mono\"",
      ])
      let good = try Program.run("config", "check", environment: Self.environment(scratch))
      #expect(good.status == 0 && good.text.contains("config.toml: good"), "\(good.errors)")
      try FileManager.default.removeItem(atPath: scratch.path("pullquote/mine.toml"))
      let bad = try Program.run("config", "check", environment: Self.environment(scratch))
      #expect(bad.status == 1 && bad.errors.contains("config.toml:2: "), "\(bad.errors)")
      #expect(bad.errors.contains("mine.toml: no such file"), "\(bad.errors)")
    }

    @Test("A keymap and the user's themes are checked; a theme that a built-in one hides is told")
    func others() throws {
      let scratch = try Self.folder([
        "keymap.toml": "[list.keys]\n\"x\" = \"next-quote\"", "themes/nord.toml": "name = \"Nord\"",
        "themes/mine.toml": "name = \"Mine\"\ninherits = 3",
      ])
      let result = try Program.run("config", "check", environment: Self.environment(scratch))
      #expect(result.status == 1 && result.errorLines.count == 3, "\(result.errors)")
      #expect(result.errors.contains("keymap.toml:2: \"next-quote\" is a command of the reader"))
      #expect(result.errors.contains("mine.toml:2: `inherits`"))
      #expect(result.errors.contains("nord.toml: a built-in theme has this name"))
    }

    @Test("Themes are listed with the user's own ones")
    func themes() throws {
      let scratch = try Self.folder([
        "themes/mine.toml": "name = \"Mine\"\nvariant = \"dark\"", "themes/bad.toml": "name = 3",
      ])
      let result = try Program.run("themes", environment: Self.environment(scratch))
      #expect(result.status == 0)
      #expect(result.text.contains("mine                Mine (dark, yours)"))
      #expect(result.text.contains("bad                 cannot be used (yours): "))
      #expect(result.text.contains("nord                Nord (dark)"))
    }

    @Test(
      "A configuration or a log that is named and cannot be used is wrong usage",
      arguments: [
        "keys --config none.toml", "config check --config none.toml", "export --config none.toml --sample",
        "export --batch --config none.toml", "quotes --config wrong.toml --sample",
        "keys --config wrong.toml", "library add --config wrong.toml none.html",
        "export --log /nosuch/log --sample",
      ])
    func named(arguments: String) throws {
      let scratch = try Scratch()
      try scratch.write("\nwidth = 3", to: "wrong.toml")
      let result = try Program.shell("cd '\(scratch.folder.path)' && $P \(arguments)")
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errorLines.count == 1 && result.errors.hasPrefix("pullquote: "), "\(result.errors)")
      let reasons = ["none.toml: no such file", "wrong.toml:2: `width`", "/nosuch/log cannot be written"]
      #expect(reasons.contains { result.errors.contains($0) }, "\(result.errors)")
    }

    @Test("A mistake in the usual configuration is told when the web is asked, and the right lines hold")
    func mistake() throws {
      let scratch = try Self.folder(["config.toml": "user-agent = \"Quay/1.0\"\nwidth = 3"])
      let server = try LoopbackServer { _ in .page("<title>The gate</title><p>The gate was opened.</p>") }
      let result = try Program.run(
        "export", server.root + "/story", environment: Self.environment(scratch))
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errorLines.count == 1 && result.errors.contains("config.toml:2: `width`"))
      #expect(server.requests.first?.headers["user-agent"] == "Quay/1.0")
      let other = try Program.run(
        "export", "--user-agent", "Pier/2.0", server.root + "/story", environment: Self.environment(scratch))
      #expect(other.status == 0)
      #expect(server.requests.last?.headers["user-agent"] == "Pier/2.0")
      let sample = try Program.run("export", "--sample", environment: Self.environment(scratch))
      #expect(sample.status == 0 && sample.errors.isEmpty)
    }

    @Test("A log notes what was read, and what could not be")
    func log() throws {
      let scratch = try Scratch()
      let log = scratch.path("log")
      let result = try Program.run("quotes", "--log", log, "--sample")
      #expect(result.status == 0)
      _ = try Program.run("quotes", "--log", log, scratch.path("none"))
      let text = scratch.text(of: "log")
      #expect(
        text.contains("reads the sample") && text.contains(" quotes, ") && text.contains("no such file"))
    }

    @Test("The key list has the user's keys of lists, and says which of them are for some lists only")
    func keys() throws {
      let scratch = try Self.folder([
        "keymap.toml": "[list]\nunbind = [\"A\"]\n[list.keys]\n\"x\" = \"shelf-star\"\n\"R\" = \"shelf-tags\""
      ])
      let result = try Program.run("keys", environment: Self.environment(scratch))
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.text.contains("  x, s  "), "\(result.text)")
      #expect(result.text.contains(#/\n  - +shelf-read-all/#))
      #expect(result.text.contains("R (a feed) ") && result.text.contains("Lists: only in a feed\n"))
    }
  }

  /// The user's files while the program is on the screen.
  @Suite(
    "Configuration on the screen", .serialized,
    .enabled(if: TerminalSession.isPossible, "needs tmux and the binary"))
  struct ShownConfigurationTests {
    private static let feed =
      "<rss version='2.0'><channel><title>The Quay Post</title><item><title>Story 1</title>"
      + "<description>The gate.</description></item><item><title>Story 2</title>"
      + "<description>The pier.</description></item></channel></rss>"
    private static let setup =
      "unset XDG_CONFIG_HOME PULLQUOTE_PRIVATE; mkdir -p .config/pullquote; "
      + "cp *.toml .config/pullquote/ 2>/dev/null"

    @Test("While reading, the right lines of a wrong configuration hold, and so does the keymap beside it")
    func rightLines() throws {
      let session = try TerminalSession(
        "$P --sample", setup: Self.setup, files: ["config.toml": "width = 60"])
      session.expect("The town that wants")
      try session.scratch.write(
        "theme = \"mono\"\nwidth = true\n", to: ".config/pullquote/config.toml")
      session.expect(" config.toml:2: `width`")
      session.press("j")
      try session.scratch.write(
        "[keys]\n\"ctrl-n\" = \"help\"\n", to: ".config/pullquote/keymap.toml")
      session.expect(" config.toml:2: `width`")
      session.press("C-n")
      session.expect("Keys")
      session.press("Escape")
      usleep(300_000)  // Longer than a sequence that begins with it may take.
      session.press("q")
      session.expectLeft(0)
    }

    @Test("Keys of lists are the user's, and are read again when the keymap is saved")
    func list() throws {
      let session = try TerminalSession(
        "$P feed.xml", setup: Self.setup,
        files: [
          "feed.xml": Self.feed,
          "keymap.toml": "[list]\nunbind = [\"N\"]\n[list.keys]\n\"x\" = \"shelf-read\"",
        ])
      session.expect("2 unread")
      session.expect("x read")
      session.press("N")
      session.expect("N is not bound")
      session.press("x")
      session.expect("1 unread")
      try session.scratch.write("[list.keys]\n\"z\" = \"shelf-read\"", to: ".config/pullquote/keymap.toml")
      session.expect("the configuration was read again")
      session.press("z")
      session.expect("2 unread")
      try session.scratch.write("[list.keys]\n\"z\" = \"shelf-fly\"", to: ".config/pullquote/keymap.toml")
      session.expect("keymap.toml:2: there is no command")
      session.press("z", "q")
      session.expectLeft(0)
    }

    @Test(
      "What is named and cannot be used keeps the reader from starting",
      arguments: [
        ("--config none.toml --sample", "none.toml: no such file"),
        ("--config wrong.toml --sample", "wrong.toml:2: there is no theme"),
        ("--config wrong.toml", "wrong.toml:2: there is no theme"),
        ("--theme nosuch --sample", "pullquote: there is no theme \"nosuch\""),
        ("--theme ./nosuch.toml", "./nosuch.toml: no such file"),
        ("--log /nosuch/log --sample", "/nosuch/log cannot be written"),
      ])
    func named(arguments: String, reason: String) throws {
      let session = try TerminalSession(
        "$P \(arguments)", size: (160, 24), files: ["wrong.toml": "\ntheme = \"nosuch\""])
      session.expectLeft(2)
      session.expect(reason)
    }

    @Test("A theme that is not there is told at its line, and the reader goes on")
    func theme() throws {
      let session = try TerminalSession(
        "$P --sample", size: (160, 24), setup: Self.setup, files: ["config.toml": "\ntheme = \"nosuch\""])
      session.expect("config.toml:2: there is no theme \"nosuch\"")
      session.press("q")
      session.expectLeft(0)
    }
  }
}

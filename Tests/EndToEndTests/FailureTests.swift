import Foundation
import Testing

extension EndToEndTests {
  @Suite("Sources and calls that fail", .serialized, .enabled(if: Program.isThere, "needs the binary"))
  struct FailureTests {
    private static func expectRefused(
      _ result: Program.Result, _ reason: String, at location: SourceLocation = #_sourceLocation
    ) {
      #expect(result.status == 1, sourceLocation: location)
      #expect(result.output.isEmpty, sourceLocation: location)
      #expect(result.errorLines.count == 1, sourceLocation: location)
      #expect(result.errors.hasPrefix("pullquote: "), sourceLocation: location)
      #expect(result.errors.contains(reason), "\(result.errors)", sourceLocation: location)
    }

    @Test("A source that cannot be read is refused in one line that says why")
    func refusals() throws {
      let scratch = try Scratch()
      Self.expectRefused(try Program.run("export", scratch.path("none")), "no such file")
      Self.expectRefused(try Program.run("export", scratch.folder.path), "folder without files")
      Self.expectRefused(try Program.run("export", try scratch.write("", to: "empty")), "empty")
      Self.expectRefused(try Program.run("export", input: ""), "empty")
      let picture = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](0...255))
      Self.expectRefused(try Program.run("export", try scratch.write(picture, to: "picture.txt")), "PNG")
      Self.expectRefused(try Program.run("export", bytes: picture), "PNG")
      Self.expectRefused(try Program.run("export", "/dev/null"), "empty")
      Self.expectRefused(try Program.run("export", "/dev/zero"), "does not end")
      Self.expectRefused(try Program.run("export", "http://127.0.0.1:1/"), "refuses the connection")
      #expect(mkfifo(scratch.path("fifo"), 0o600) == 0)
      Self.expectRefused(try Program.run("export", scratch.path("fifo")), "nothing was written")
      #expect(symlink("circle", scratch.path("circle")) == 0)
      Self.expectRefused(try Program.run("export", scratch.path("circle")), "circle")
      Self.expectRefused(try Program.run("export", String(repeating: "n", count: 3000)), "too long")
    }

    @Test(
      "A file without permission is refused",
      .enabled(if: geteuid() != 0, "every file can be read by the superuser"))
    func unreadable() throws {
      let scratch = try Scratch()
      let path = try scratch.write("words", to: "secret")
      #expect(chmod(path, 0) == 0)
      Self.expectRefused(try Program.run("export", path), "no permission")
    }

    @Test("One bad source does not keep the others from being done")
    func others() throws {
      let scratch = try Scratch()
      let first = try scratch.write("The first text.\n", to: "first.txt")
      let last = try scratch.write("The last text.\n", to: "last.txt")
      let result = try Program.run("export", first, scratch.path("none"), scratch.path("nothing"), last)
      #expect(result.status == 1)
      #expect(result.text.contains("The first text.") && result.text.contains("The last text."))
      #expect(result.errorLines.count == 2)
    }

    @Test(
      "Wrong usage is told with status 2",
      arguments: [
        ["export", "--nonsense"], ["export", "--format", "nonsense"], ["export", "--width", "3", "--sample"],
        ["export", "--width", "many", "--sample"], ["comments", "--comment-system", "nonsense", "--sample"],
        ["export", "--input-format", "nonsense", "--sample"],
        ["quotes", "--batch", "--sample"], ["--nonsense"], ["read", "--sample", "file"],
        ["export", "--sample", "file"], ["figures", "file", "--sample"], ["help", "nosuch"],
        ["help", "library", "nosuch"], ["library", "list", "--limit=-1"],
        ["library", "search", "x", "--limit=-1"],
        ["themes", "nonsense"],
        ["keys", "nonsense"],
      ])
    func usage(arguments: [String]) throws {
      let result = try Program.shell("$P \(arguments.joined(separator: " "))", input: "words")
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(!result.errors.isEmpty)
    }

    @Test("A format that a source does not have, and an article that it does not have, are refused")
    func otherThanSaid() throws {
      let scratch = try Scratch()
      let page = try scratch.write("<!DOCTYPE html><title>Tides</title><p>The tide was out.", to: "page.html")
      for format in ["opml", "warc", "hn", "json", "feed", "mail", "mhtml"] {
        Self.expectRefused(try Program.run("export", page, "--input-format", format), "nothing in it")
      }
      Self.expectRefused(try Program.run("export", try scratch.write("x", to: "y.opml")), "list of feeds")
      let items = (1...3).map { "<item><title>Story \($0)</title></item>" }.joined()
      let feed = try scratch.write("<rss version='2.0'><channel>\(items)</channel></rss>", to: "rss.xml")
      Self.expectRefused(try Program.run("export", feed, "--article", "9"), "holds 3")
      Self.expectRefused(try Program.run("export", page, "--article", "2"), "holds one")
      Self.expectRefused(
        try Program.run("export", "--sample", "--article", "2"), "the sample: there is no article 2")
      Self.expectRefused(
        try Program.run("export", try scratch.write("<svg><title>A gull</title></svg>", to: "gull.svg")),
        "SVG")
      let batch = try Program.run(
        "export", "--batch", "--article", "2", input: "{\"id\": 1, \"html\": \"<p>Words\"}\n")
      #expect(batch.text.contains("\"error\"") && batch.text.contains("no article 2"))
    }

    @Test("A proxy that does not answer is named, and not the site")
    func deadProxy() throws {
      let result = try Program.shell(
        "$P export http://example.org/", environment: ["http_proxy": "http://ilse:secret@127.0.0.1:1"])
      Self.expectRefused(result, "the proxy 127.0.0.1:1 does not answer")
      #expect(!result.errors.contains("secret"))
    }

    @Test("Reading without a terminal is refused with the way to do without")
    func withoutTerminal() throws {
      let piped = try Program.run(input: "words")
      #expect(piped.status == 2)
      #expect(piped.errors.contains("is not a terminal") && piped.errors.contains("pullquote export -"))
      let sample = try Program.run("--sample")
      #expect(sample.status == 2)
      #expect(sample.errors.contains("pullquote export --sample"))
    }

    @Test("The general help names what is read, and no line of it is broken twice")
    func generalHelp() throws {
      let help = try Program.run("--help").text
      for word in ["folder", "address", "feed", "mailbox", "library"] {
        #expect(help.contains(word), "\(word)")
      }
      let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
      let start = try #require(lines.firstIndex { $0.hasPrefix("Opens a saved page") })
      let end = try #require(lines[start...].firstIndex(of: ""))
      // A line that was broken where it was full has no room for the first word of the next.
      for (line, next) in zip(lines[start..<end], lines[(start + 1)..<end]) {
        #expect(line.count + 1 + (next.split(separator: " ").first?.count ?? 80) > 78, "\(line)")
      }
    }

    @Test("The version and the help come on standard output")
    func help() throws {
      let version = try Program.run("--version")
      #expect(version.status == 0)
      #expect(version.text.wholeMatch(of: #/[0-9]+\.[0-9]+\.[0-9]+\n/#) != nil)
      for arguments in ["--help", "help export", "quotes --help", "themes check --help"] {
        let help = try Program.shell("$P \(arguments)")
        #expect(help.status == 0)
        #expect(help.errors.isEmpty)
        #expect(help.text.contains("USAGE: pullquote"))
      }
    }

    @Test("Completions are made for every shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
      let result = try Program.run("--generate-completion-script", shell)
      #expect(result.status == 0)
      for word in ["export", "quotes", "figures", "comments", "references", "themes", "batch"] {
        #expect(result.text.contains(word))
      }
      if shell == "bash" {
        #expect(try Program.shell("$P --generate-completion-script bash | bash -n").status == 0)
      }
    }

    @Test("The key table is put out")
    func keys() throws {
      let result = try Program.run("keys")
      #expect(result.status == 0)
      #expect(result.text.contains("next-quote") && result.text.contains("Next quote"))
    }

    @Test("The built-in themes are listed and pass the check")
    func themes() throws {
      let list = try Program.run("themes")
      #expect(list.status == 0)
      #expect(list.text.contains("default-dark") && list.text.contains("mono"))
      let check = try Program.run("themes", "check")
      #expect(check.status == 0, "\(check.text)\(check.errors)")
      #expect(check.errors.isEmpty)
    }

    @Test("A bad theme file is refused with the line of its mistake")
    func badTheme() throws {
      let scratch = try Scratch()
      let broken = try scratch.write(
        "name = \"Broken\"\nvariant = \"dark\"\n\n[styles]\ntext = { fg = \n", to: "broken.toml")
      let result = try Program.run("themes", "check", broken)
      #expect(result.status == 1)
      #expect(result.errors.contains("5"), "\(result.errors)")
      #expect(result.errorLines.count == 1)
      let missing = try Program.run("themes", "check", scratch.path("none.toml"))
      #expect(missing.status == 1 && missing.errors.contains("no such file"))
      let unknown = try Program.run("themes", "check", "nonsense")
      #expect(unknown.status == 1 && unknown.errors.contains("default-dark"))
    }
  }
}

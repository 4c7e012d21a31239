import Foundation
import Testing

extension EndToEndTests {
  @Suite("Exporting", .serialized, .enabled(if: Program.isThere, "needs the binary"))
  struct ExportingTests {
    private static let formats = [
      ("export", ["text", "markdown", "json"]), ("quotes", ["table", "csv", "json", "markdown"]),
      ("figures", ["table", "csv", "json", "markdown"]), ("comments", ["tree", "csv", "json", "markdown"]),
      ("references", ["table", "csv", "json", "markdown"]),
    ]

    /// The records of a CSV text by RFC 4180; `nil` when it is not one.
    private static func records(_ csv: String) -> [[String]]? {
      var records: [[String]] = []
      var record: [String] = []
      var field = ""
      var isQuoted = false
      var wasQuoted = false
      var scalars = csv.unicodeScalars.makeIterator()
      var next = scalars.next()
      while let scalar = next {
        next = scalars.next()
        if isQuoted {
          if scalar != "\"" {
            field.unicodeScalars.append(scalar)
          } else if next == "\"" {
            field.append("\"")
            next = scalars.next()
          } else {
            isQuoted = false
            wasQuoted = true
          }
          continue
        }
        switch scalar {
        case "\"":
          guard field.isEmpty, !wasQuoted else { return nil }
          isQuoted = true
        case ",":
          record.append(field)
          (field, wasQuoted) = ("", false)
        case "\r" where next == "\n": continue
        case "\n":
          records.append(record + [field])
          (record, field, wasQuoted) = ([], "", false)
        default:
          guard !wasQuoted else { return nil }
          field.unicodeScalars.append(scalar)
        }
      }
      return isQuoted || !record.isEmpty || !field.isEmpty ? nil : records
    }

    @Test("Quotes can be narrowed to a speaker and to sure rules; a wrong share is wrong usage")
    func narrowedQuotes() throws {
      let all = try Program.run("quotes", "--sample", "--format", "csv")
      let some = try Program.run(
        "quotes", "--sample", "--format", "csv", "--speaker", "pym", "--min-confidence", "0.9")
      let wanted = try #require(Self.records(all.text)).filter {
        $0[1] == "Dorothea Pym" && (Double($0[7]) ?? 0) >= 0.9
      }
      #expect(wanted.count > 1 && Self.records(some.text)?.dropFirst().map { $0 } == wanted)
      #expect(try Program.run("quotes", "--sample", "--min-confidence", "2").status == 2)
    }

    @Test(
      "Figures are chosen and ordered by options, and a wrong one is refused",
      arguments: [
        (["--kind", "percent,money"], 0), (["--min", "40k", "--sort", "value"], 0),
        (["--unit", "percent"], 0),
        (["--kind", "colour"], 2), (["--min", "many"], 2), (["--sort", "size"], 2),
      ])
    func figureOptions(options: [String], status: Int) throws {
      let result = try Program.shell("$P figures --sample " + options.joined(separator: " "))
      #expect(Int(result.status) == status)
      #expect(result.errors.isEmpty == (status == 0))
    }

    @Test(
      "The sample comes out in every format, well-formed and without escape sequences", arguments: formats)
    func sample(command: String, formats: [String]) throws {
      for format in formats {
        let result = try Program.run(command, "--sample", "--format", format)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.output.count > 500)
        #expect(result.output.last == 0x0A)
        #expect(!result.output.contains(0x1B))
        #expect(String(validating: result.output, as: UTF8.self) != nil)
        switch format {
        case "json": _ = try JSONSerialization.jsonObject(with: result.output)
        case "csv":
          let records = try #require(Self.records(result.text))
          #expect(records.count > 10)
          #expect(Set(records.map(\.count)).count == 1, "every record has as many fields as the first")
        default: break
        }
      }
    }

    @Test(
      "Texts and tables have the colours of a theme that is asked for; a theme that is not there is refused")
    func themed() throws {
      let quotes = "$P quotes --sample --color always"
      let own = try Program.shell(quotes)
      let themed = try Program.shell("export COLORTERM=truecolor; \(quotes) --theme dracula")
      #expect(own.text.contains("\u{1B}[36m") && !own.text.contains("38;2;"))
      #expect(themed.status == 0 && themed.text.contains("38;2;"))
      let plain = try Program.shell("$P quotes --sample --theme dracula")
      #expect(!plain.text.contains("\u{1B}"), "a theme alone colours no pipe")
      let unknown = try Program.shell("$P quotes --sample --theme nosuch")
      #expect(unknown.status == 2 && unknown.errors.contains("there is no theme \"nosuch\""))
    }

    @Test("The sample's facts are in the JSON")
    func sampleJSON() throws {
      let result = try Program.run("export", "--sample", "--format", "json")
      let article = try #require(try JSONSerialization.jsonObject(with: result.output) as? [String: Any])
      #expect(article["schema"] as? String == "pullquote.article/1")
      #expect(article["title"] as? String == "The town that wants its foghorn back")
      let speakers = try #require(article["speakers"] as? [[String: Any]])
      #expect(speakers.contains { $0["name"] as? String == "Dorothea Pym" })
      var waiting = try #require(article["comments"] as? [[String: Any]])
      var count = 0
      while let comment = waiting.popLast() {
        count += 1
        waiting += comment["replies"] as? [[String: Any]] ?? []
      }
      #expect(count == 60)
      // Every part of every quote points into its block.
      let blocks = try #require(article["blocks"] as? [[String: Any]])
      let lengths = Dictionary(
        blocks.map { ("\($0["id"] ?? "")", ($0["text"] as? String)?.unicodeScalars.count ?? 0) },
        uniquingKeysWith: { first, _ in first })
      for quote in try #require(article["quotes"] as? [[String: Any]]) {
        for part in try #require(quote["parts"] as? [[String: Any]]) {
          let start = try #require(part["start"] as? Int)
          let end = try #require(part["end"] as? Int)
          #expect(start < end && end <= lengths["\(part["block"] ?? "")"] ?? 0)
        }
      }
    }

    @Test("Text and tables keep within the width that is asked for", arguments: [40, 72, 120])
    func width(columns: Int) throws {
      for command in ["export", "quotes", "figures", "comments", "references"] {
        let result = try Program.run(command, "--sample", "--width", "\(columns)")
        #expect(result.status == 0)
        let widest = result.text.split(separator: "\n").map(\.unicodeScalars.count).max() ?? 0
        #expect(widest <= columns, "\(command)")
      }
    }

    @Test("Discussions from other places stand below the article's, and one that is not there fails alone")
    func furtherDiscussions() throws {
      let scratch = try Scratch()
      let words =
        #"[{"comment_id": 1, "nick": "Abel", "message": "From the forum", "timestamp": 1700000000}]"#
      let forum = try scratch.write(words, to: "forum.json")
      let none = scratch.path("none.json")
      let tree = try Program.run("comments", "--sample", "--thread", forum, "--thread", none)
      #expect(tree.status == 1 && tree.errorLines.count == 1)
      #expect(tree.errors.contains("none.json: no such file; check the name"))
      #expect(tree.text.contains("Pell Hartigan") && tree.text.contains("From the forum"))
      #expect(tree.text.contains("forum.json (1 comment)"))
      let json = try Program.run("comments", "--sample", "--thread", forum, "--format", "json")
      #expect(
        json.status == 0 && json.text.contains(#""sources": ["#) && json.text.contains(#""forum.json""#))
      let whole = try Program.run("export", "--sample", "--thread", forum, "--format", "json")
      #expect(whole.text.contains(#""discussions": ["#) && whole.text.contains(#""adapter": "generic""#))
      let piped = try Program.run("comments", "--sample", "--thread", "-", input: words)
      #expect(piped.status == 0 && piped.text.contains("standard input (1 comment)"))
      let article = "A small heading\n\nMs Quill said, “It floats.”\n"
      let both = try Program.run("comments", "--thread", forum, "--thread", forum, input: article)
      #expect(both.status == 0 && both.text.contains("1 comment, 1 of them above"))
    }

    @Test(
      "A discussion that belongs to nothing, or is read twice, is told",
      arguments: [
        (["FORUM", "FORUM", "--thread", "FORUM"], "name one source"),
        (["--batch", "--thread", "FORUM"], "name one source"),
        (["-", "--thread", "-"], "standard input is read once"),
        (["--thread", "-", "--thread", "-", "FORUM"], "standard input is read once"),
      ])
    func furtherDiscussionsAlone(arguments: [String], complaint: String) throws {
      let scratch = try Scratch()
      let forum = try scratch.write("[]", to: "forum.json")
      let result = try Program.run(
        ["comments"] + arguments.map { $0 == "FORUM" ? forum : $0 }, input: "")
      #expect(result.status == 2 && result.errors.contains(complaint))
    }

    @Test("What pipes deliver is read, from a name too")
    func streams() throws {
      let words = "A small heading\n\nMs Quill said, “It floats.”\n"
      #expect(try Program.run("export", input: words).text.contains("It floats"))
      #expect(try Program.run("export", "-", input: words).text.contains("It floats"))
      let named = try Program.shell("$P quotes <(cat)", input: words)
      #expect(named.status == 0 && named.text.contains("It floats"))
    }

    @Test("Output into a closed pipe ends quietly")
    func closedPipe() throws {
      let result = try Program.shell("$P export --sample | head -n 1; echo ${PIPESTATUS[0]}")
      #expect(result.errors.isEmpty)
      #expect(result.text.hasSuffix("\n0\n"))
      let several = try Program.shell(
        "for i in $(seq 200); do echo '{\"text\":\"words and words\"}'; done | $P export --batch | head -n 1; "
          + "echo ${PIPESTATUS[1]}")
      #expect(several.errors.isEmpty)
      #expect(several.text.hasSuffix("\n0\n"))
    }

    @Test(
      "Output onto a full device is an error",
      arguments: ["export --sample", "quotes --sample --format csv", "themes", "keys", "--help", "--version"])
    func fullDevice(arguments: String) throws {
      let result = try Program.shell("$P \(arguments) >/dev/full")
      #expect(result.status == 1)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains("No space left on device"))
    }

    @Test("A closed standard output is an error and not a crash")
    func closedOutput() throws {
      let result = try Program.shell("$P export --sample >&-")
      #expect(result.status == 1)
      #expect(result.errorLines.count == 1)
    }
  }
}

import Foundation
import Testing

extension EndToEndTests {
  @Suite("Extreme sources", .serialized, .enabled(if: Program.isThere, "needs the binary"))
  struct ExtremeSourceTests {
    @Test(
      "Pages that are nested beyond measure keep their words",
      arguments: ["div", "blockquote", "em", "ul><li"])
    func deepPages(tag: String) throws {
      let page = String(repeating: "<\(tag)>", count: 20_000) + "The words inside."
      let result = try Program.run("export", "--input-format", "html", input: page)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.text.contains("The words inside."))
    }

    @Test(
      "JSON that is nested beyond measure is read or refused, and never a crash",
      arguments: ["[", "{\"children\":["])
    func deepJSON(opening: String) throws {
      let result = try Program.run("export", input: String(repeating: opening, count: 20_000))
      #expect(result.status <= 1)
      #expect(result.status == 0 || result.errorLines.count == 1)
    }

    @Test(
      "Very many of one character are put out",
      arguments: ["a", "“", "\"", "<", "5%", "1,", "e\u{301}", "👩\u{200D}", "- "])
    func floods(text: String) throws {
      let result = try Program.run(
        "export", "--format", "json", input: "A " + String(repeating: text, count: 20_000))
      #expect(result.status == 0, "\(result.errors)")
      _ = try JSONSerialization.jsonObject(with: result.output)
    }

    @Test("What gzip has packed is read, whole or cut short, up to a limit; other data is told as such")
    func compressed() throws {
      let whole = try Program.shell("seq 10000 | gzip | $P export")
      #expect(whole.status == 0 && whole.text.contains("10000"))
      let cut = try Program.shell("seq 10000 | gzip | head -c 999 | $P export --format json")
      #expect(cut.status == 0 && cut.text.contains("cut off"))
      let bomb = try Program.shell("head -c 270M /dev/zero | gzip -1 | $P export")
      #expect(bomb.status == 1 && bomb.errors.contains("too large") && bomb.errorLines.count == 1)
      let other = try Program.shell("printf '\\375\\067\\172\\130\\132\\000\\001\\002' | $P export")
      #expect(other.status == 1 && other.errors.contains("xz"))
    }

    @Test("The writer of a named pipe may come a little later than the reader")
    func latePipe() throws {
      let scratch = try Scratch()
      let pipe = scratch.path("pipe")
      #expect(mkfifo(pipe, 0o600) == 0)
      let result = try Program.shell("(sleep 0.3; echo 'The tide turned.' > '\(pipe)') & $P export '\(pipe)'")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.text.contains("The tide turned."))
    }

    @Test("Numbers beyond measure do no harm")
    func numbers() throws {
      let text =
        "It cost 1e400 pounds, 9e999999999 per cent and \(String(repeating: "9", count: 20_000)) euros.\n"
      for format in ["table", "csv", "json"] {
        #expect(try Program.run("figures", "--format", format, input: text).status == 0)
      }
    }
  }
}

import Foundation
import Testing

extension EndToEndTests {
  @Suite("Batches", .serialized, .enabled(if: Program.isThere, "needs the binary"))
  struct BatchTests {
    private static func objects(_ result: Program.Result) throws -> [[String: Any]] {
      try result.text.split(separator: "\n").map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
    }

    @Test("Identifiers come back as they were, of whatever kind")
    func identifiers() throws {
      let identifiers = [
        "1", "-2.5e3", "12345678901234567890", "\"a \\\"b\\\" \\u00e9\"", "null", "\"\"", "0.10",
      ]
      let lines = identifiers.map { "{\"id\": \($0), \"text\": \"Ms Quill said, “It floats.”\"}\n" }.joined()
      let result = try Program.run("quotes", "--batch", input: lines)
      #expect(result.status == 0)
      let output = result.text.split(separator: "\n")
      #expect(output.count == identifiers.count)
      for (line, identifier) in zip(output, identifiers) where !identifier.contains("\\") {
        #expect(line.hasPrefix("{\"id\":\(identifier),"))
      }
      #expect(try Self.objects(result)[3]["id"] as? String == "a \"b\" é")
    }

    @Test("A bad line gives an error object in its place and the run goes on")
    func badLines() throws {
      let scratch = try Scratch()
      let path = try scratch.write("A file’s words.\n", to: "file.txt")
      let lines = [
        #"{"id": 1, "text": "First words."}"#, "not JSON", #"{"id": 3}"#, #"{"id": 4, "text": 5}"#,
        #"{"id": 5, "path": "/nowhere/at/all"}"#, #"{"id": 6, "path": "\#(path)"}"#,
        #"{"id": 7, "html": "<p>Marked words."}"#,
        #"{"id": 8, "text": "x", "format": "nonsense"}"#, "[1, 2]", #"{"id": 10, "text": "cut"#,
        #"{"id": 11, "text": ""}"#,
        "", #"{"id": 12, "text": "Last words."}"#,
      ]
      // The last line has no newline.
      let result = try Program.run("export", "--batch", input: lines.joined(separator: "\n"))
      #expect(result.status == 0)
      #expect(result.errors.isEmpty)
      let objects = try Self.objects(result)
      #expect(objects.count == 12, "every line that is not blank has an answer")
      let failed = objects.map { $0["error"] != nil }
      #expect(failed.prefix(10) == [false, true, true, true, true, false, false, true, true, true])
      #expect(failed.last == false)
      for object in objects {
        guard let error = object["error"] as? [String: Any] else { continue }
        #expect(error["kind"] is String)
        #expect((error["message"] as? String)?.isEmpty == false)
      }
      #expect(objects.map { $0["id"] as? Int } == [1, nil, 3, 4, 5, 6, 7, 8, nil, 10, 11, 12])
    }

    @Test("2,000 lines are answered in their order")
    func order() throws {
      // Lines of very different lengths, so that some are done sooner than the ones before them.
      let lines = (0..<2000).map { number in
        "{\"id\":\(number),\"text\":\"Number \(number). \(String(repeating: "Words follow. ", count: number % 37 * 3))\"}\n"
      }
      for command in ["export", "figures"] {
        let result = try Program.run(command, "--batch", input: lines.joined())
        #expect(result.status == 0)
        #expect(try Self.objects(result).map { $0["id"] as? Int } == Array(0..<2000))
      }
    }

    @Test("A batch on a full device is an error")
    func fullDevice() throws {
      let result = try Program.shell("$P export --batch >/dev/full", input: #"{"id": 1, "text": "Words."}"#)
      #expect(result.status == 1)
      #expect(result.errorLines.count == 1)
    }

    @Test("An empty batch is done at once")
    func empty() throws {
      let result = try Program.run("export", "--batch", input: "")
      #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    }
  }
}

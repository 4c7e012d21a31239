import Foundation
import HTMLTree

/// A case of the html5lib tree-construction tests.
struct TreeConstructionCase {
  var file: String
  /// The number of the case in its file, from 1.
  var number: Int
  var input: String
  var expected: [String]
  /// The element the fragment is the content of.
  var context: String?
  var needsScripts = false

  /// A name for the list of cases that are left out: `file:number`.
  var name: String { "\(file):\(number)" }

  /// Reads the cases of a file.
  static func cases(in file: URL, folder: String = "") throws -> [TreeConstructionCase] {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var cases: [TreeConstructionCase] = []
    for part in ("\n" + text).components(separatedBy: "\n#data\n").dropFirst() {
      var test = TreeConstructionCase(
        file: folder + file.lastPathComponent, number: cases.count + 1, input: "", expected: [])
      var section = "#data"
      var input: [String] = []
      for line in part.components(separatedBy: "\n") {
        if ["#errors", "#new-errors", "#document-fragment", "#document", "#script-on", "#script-off"]
          .contains(line),
          section != "#document"
        {
          section = line
          if line == "#script-on" { test.needsScripts = true }
          continue
        }
        switch section {
        case "#data": input.append(line)
        case "#document-fragment": test.context = line
        case "#document":
          if line.hasPrefix("| ") {
            test.expected.append(line)
          } else if let last = test.expected.indices.last {
            test.expected[last] += "\n" + line
          }
        default: break
        }
      }
      // The blank line between two cases.
      while let last = test.expected.indices.last, test.expected[last].hasSuffix("\n") {
        test.expected[last].removeLast()
      }
      test.input = input.joined(separator: "\n")
      cases.append(test)
    }
    return cases
  }

  /// The tree that the parser makes of the input.
  var actual: [String] {
    Array(input.utf8).withUnsafeBufferPointer { bytes in
      guard let context else { return HTMLDocument(parsing: bytes).outline() }
      let parts = context.split(separator: " ").map(String.init)
      let namespace: HTMLNamespace = parts.count < 2 ? .html : parts[0] == "svg" ? .svg : .math
      let tag = HTMLTag(rawValue: (parts.last ?? "").lowercased()) ?? .other
      return HTMLDocument(parsingFragment: bytes, in: tag, of: namespace).outline(of: 1)
    }
  }
}

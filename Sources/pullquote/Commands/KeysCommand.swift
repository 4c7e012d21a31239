import ArgumentParser
import ReaderCore

/// `pullquote keys`: the key table.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "keys", abstract: "Put out the key table.")

  @Flag(help: "As a Markdown table, for documentation.") var markdown = false

  func run() {
    var output = markdown ? "| keys | command | what it does |\n|---|---|---|\n" : ""
    for line in KeyHelp.lines(.standard) {
      switch line {
      case .group(let name):
        output += markdown ? "| **\(name)** | | |\n" : (output.isEmpty ? "" : "\n") + name + "\n"
      case .command(let keys, let name, let summary):
        if markdown {
          let shown = keys.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
          output += "| \(shown) | `\(name)` | \(summary) |\n"
        } else {
          let shown = keys.joined(separator: ", ")
          let gap = String(repeating: " ", count: max(1, 26 - shown.count))
          let nameGap = String(repeating: " ", count: max(1, 28 - name.count))
          output += "  \(shown)\(gap)\(name)\(nameGap)\(summary)\n"
        }
      }
    }
    StandardOutput.write(output)
  }
}

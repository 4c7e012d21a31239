import ArgumentParser
import ReaderCore

/// `pullquote keys`: the key table.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "keys", abstract: "Put out the key table.")

  @Flag(help: "The keys that Pullquote ships with, as a Markdown table for documentation.") var markdown =
    false
  @Option(help: ArgumentHelp("A configuration instead of the usual one.", valueName: "file"))
  var config: String?

  func run() throws {
    let folder = ConfigurationFolder(file: config)
    var keymaps = Keymaps(reader: .standard)
    if !markdown {
      do throws(SettingsProblem) {
        keymaps = try folder.keymaps(try folder.settings())
      } catch {
        StandardError.write("pullquote: \(error.text)")
        throw ExitCode(2)
      }
    }
    var output = markdown ? "| keys | command | what it does |\n|---|---|---|\n" : ""
    for line in KeyHelp.lines(keymaps.reader) + KeyHelp.lines(keymaps.shelf) {
      switch line {
      case .group(let name):
        output += markdown ? "| **\(name)** | | |\n" : (output.isEmpty ? "" : "\n") + name + "\n"
      case .command(let keys, let name, let summary): output += row(keys, name, summary)
      }
    }
    StandardOutput.write(output)
  }

  private func row(_ keys: [String], _ name: String, _ summary: String) -> String {
    if markdown {
      let shown = keys.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
      return "| \(shown) | `\(name)` | \(summary) |\n"
    }
    let shown = keys.isEmpty ? "-" : keys.joined(separator: ", ")
    let gap = String(repeating: " ", count: max(1, 26 - shown.count))
    let nameGap = String(repeating: " ", count: max(1, 28 - name.count))
    return "  \(shown)\(gap)\(name)\(nameGap)\(summary)\n"
  }
}

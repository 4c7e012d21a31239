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
    var keymap = Keymap.standard
    if !markdown {
      do throws(SettingsProblem) {
        keymap = try folder.keymap(try folder.settings())
      } catch {
        StandardError.write("pullquote: \(error.text)")
        throw ExitCode(1)
      }
    }
    var output = markdown ? "| keys | command | what it does |\n|---|---|---|\n" : ""
    for line in KeyHelp.lines(keymap) {
      switch line {
      case .group(let name):
        output += markdown ? "| **\(name)** | | |\n" : (output.isEmpty ? "" : "\n") + name + "\n"
      case .command(let keys, let name, let summary): output += row(keys, name, summary)
      }
    }
    output += markdown ? "| **The list of the library** | | |\n" : "\nThe list of the library\n"
    for command in ShelfCommand.all { output += row(command.keys, command.name, command.summary) }
    StandardOutput.write(output)
  }

  private func row(_ keys: [String], _ name: String, _ summary: String) -> String {
    if markdown {
      let shown = keys.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
      return "| \(shown) | `\(name)` | \(summary) |\n"
    }
    let shown = keys.joined(separator: ", ")
    let gap = String(repeating: " ", count: max(1, 26 - shown.count))
    let nameGap = String(repeating: " ", count: max(1, 28 - name.count))
    return "  \(shown)\(gap)\(name)\(nameGap)\(summary)\n"
  }
}

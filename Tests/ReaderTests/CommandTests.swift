import TerminalUI
import Testing

@testable import ReaderCore

@Suite("Commands and their keys")
struct CommandTests {
  @Test("A command has a name of its own in kebab case, and says what it does")
  func names() {
    var seen: Set<String> = []
    for command in CommandTable.all {
      #expect(seen.insert(command.name).inserted, "\(command.name) names two commands")
      let isKebab = command.name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
      #expect(isKebab && !command.name.hasPrefix("-") && !command.name.hasSuffix("-"), "\(command.name)")
      #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."), "\(command.name)")
      #expect(CommandTable.command(named: command.name)?.name == command.name)
    }
    #expect(CommandTable.command(named: "no-such-command") == nil)
  }

  @Test("Every binding names a command, and every command has a key")
  func bindings() {
    for binding in Keymap.standard.bindings {
      #expect(CommandTable.command(named: binding.command) != nil, "\(binding.keyText)")
      #expect(Keymap.standard.match(binding.keys ?? []) == .command(binding.command))
    }
    for command in CommandTable.all {
      #expect(!Keymap.standard.keys(for: command.name).isEmpty, "\(command.name)")
    }
  }

  @Test("No sequence of keys is the beginning of another, and nothing is bound to Q")
  func shadows() {
    let bindings = Keymap.standard.bindings.map { (keys: $0.keys ?? [], keyText: $0.keyText) }
    for binding in bindings {
      #expect(!binding.keys.isEmpty, "\(binding.keyText)")
      for other in bindings where other.keys.count > binding.keys.count {
        #expect(
          Array(other.keys.prefix(binding.keys.count)) != binding.keys,
          "\(binding.keyText) hides \(other.keyText)")
      }
      #expect(binding.keys.first != Key(.character("Q")))
      for length in 1..<binding.keys.count {
        #expect(Keymap.standard.match(Array(binding.keys[..<length])) == .pending)
      }
    }
    #expect(Keymap.standard.match([Key(.character("Q"))]) == .none)
  }

  @Test(
    "The keys that readers know do what they do elsewhere",
    arguments: [
      ("j", "move-down"), ("k", "move-up"), ("d", "half-page-down"), ("u", "half-page-up"),
      ("space", "page-down"),
      ("b", "page-up"), ("g g", "go-to-start"), ("G", "go-to-end"), ("tab", "focus-next-pane"),
      ("shift-tab", "focus-previous-pane"), ("1", "focus-article"), ("2", "focus-comments"),
      ("3", "show-quotes"),
      ("4", "show-figures"), ("5", "show-outline"), ("w", "cycle-layout"), ("O", "maximize-pane"),
      (")", "next-quote"), ("(", "previous-quote"), ("] q", "next-quote"), ("[ q", "previous-quote"),
      ("}", "next-figure"), ("{", "previous-figure"), ("] f", "next-figure"), ("[ f", "previous-figure"),
      ("] s", "next-quote-by-speaker"), ("] p", "next-picture"), ("] h", "next-heading"),
      ("] l", "next-link"),
      (";", "repeat-jump"), (",", "repeat-jump-backward"), ("'", "show-quotes"), ("#", "show-figures"),
      ("t", "show-outline"), ("enter", "toggle-fold"), ("h", "fold-or-parent"), ("l", "unfold"),
      ("H", "fold-level-more"), ("L", "fold-level-less"), ("z a", "toggle-fold"), ("z c", "fold-thread"),
      ("z o", "unfold-thread"), ("z M", "fold-all"), ("z R", "unfold-all"), ("z 1", "fold-to-level-1"),
      ("z 9", "fold-to-level-9"), ("x", "fold-chain"), ("J", "next-sibling"), ("K", "previous-sibling"),
      ("p", "go-to-parent"), ("^", "go-to-root"), ("n", "next-match"), ("N", "previous-match"),
      ("/", "search"),
      ("escape", "clear"), ("T", "next-theme"), ("+", "wider-text"), ("-", "narrower-text"),
      ("B", "show-boilerplate"), ("?", "help"), ("f1", "help"), ("ctrl-l", "redraw"), ("ctrl-z", "suspend"),
      ("q", "close"), ("ctrl-c", "quit"), ("<", "move-divider-left"), (">", "move-divider-right"),
    ])
  func documented(_ keys: String, _ command: String) {
    #expect(
      Keymap.standard.match(keys.split(separator: " ").compactMap { Key(String($0)) }) == .command(command))
  }

  @Test("A later binding of the same keys takes the place of the earlier; unknown keys mean nothing")
  func rebinding() {
    let keymap = Keymap([("go-to-start", ["g g"]), ("go-to-end", ["g g"]), ("quit", ["no-key", ""])])
    #expect(keymap.match([Key(.character("g")), Key(.character("g"))]) == .command("go-to-end"))
    #expect(keymap.match([Key(.character("g"))]) == .pending)
    #expect(keymap.bindings.filter { $0.keys == nil }.count == 2)
  }

  @Test("The key list has every command once, and its filter keeps those that contain the words")
  func keyList() {
    let names = KeyHelp.lines(.standard).compactMap { line -> String? in
      if case .command(_, let name, _) = line { name } else { nil }
    }
    #expect(Set(names) == Set(CommandTable.all.map(\.name)))
    #expect(names.count == CommandTable.all.count)
    let filtered = KeyHelp.lines(.standard, filter: "SIBLING")
    #expect(filtered.count == 3)
    #expect(KeyHelp.lines(.standard, filter: "no such words").isEmpty)
  }
}

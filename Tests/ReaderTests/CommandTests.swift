import TerminalUI
import Testing

@testable import ReaderCore

@Suite("Commands and their keys")
struct CommandTests {
  private let keymap = Session.keymap()

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

  @Test("Every binding names keys and a command, and every command has a key")
  func bindings() throws {
    for binding in keymap.bindings {
      #expect(CommandTable.command(named: binding.command) != nil, "\(binding.keyText)")
      let keys = try #require(binding.keys, "\(binding.keyText)")
      #expect(keymap.match(keys) == .command(binding.command))
    }
    for command in CommandTable.all { #expect(!keymap.keys(for: command.name).isEmpty, "\(command.name)") }
  }

  @Test("No sequence of keys is the beginning of another, and nothing is bound to Q")
  func shadows() {
    let sequences = keymap.bindings.compactMap(\.keys)
    for keys in sequences {
      for other in sequences where other.count > keys.count {
        #expect(Array(other.prefix(keys.count)) != keys, "\(keys) hides \(other)")
      }
      #expect(keys.first != Key(.character("Q")))
      for length in 1..<keys.count { #expect(keymap.match(Array(keys[..<length])) == .pending) }
    }
    #expect(Set(sequences).count == sequences.count)
    #expect(keymap.match([Key(.character("Q"))]) == .none)
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
      keymap.match(keys.split(separator: " ").compactMap { Key(String($0)) }) == .command(command))
  }

  @Test("Of two bindings of the same keys the later one counts; unknown keys are bound to nothing")
  func rebinding() {
    let keymap = Keymap([
      ("go-to-start", ["g g"]), ("go-to-end", ["g g"]), ("quit", ["no-key", ""]),
      ("close", ["ctrl-x ctrl-c"]),
    ])
    let sequence = { (text: String) in text.split(separator: " ").compactMap { Key(String($0)) } }
    #expect(keymap.match(sequence("g g")) == .command("go-to-end"))
    #expect(keymap.match(sequence("ctrl-x")) == .pending)
    #expect(keymap.match(sequence("ctrl-x ctrl-c")) == .command("close"))
    #expect(keymap.match(sequence("ctrl-c")) == .none)
    #expect(keymap.match([]) == .none)
    #expect(keymap.keys(for: "close") == ["ctrl-x ctrl-c"])
    #expect(keymap.labels(for: "close") == ["^X^C"])
    let labels = Keymap([("close", ["alt-o", "f12", "f", "delete", "escape", "shift-tab", "z a", "space"])])
    #expect(labels.labels(for: "close") == ["M-o", "F12", "f", "Delete", "Esc", "S-Tab", "za", "Space"])
  }

  @Test("The key list has every command once, and its filter keeps those that contain the words")
  func keyList() {
    let names = KeyHelp.lines(keymap).compactMap { line -> String? in
      if case .command(_, let name, _) = line { name } else { nil }
    }
    #expect(Set(names) == Set(CommandTable.all.map(\.name)))
    #expect(names.count == CommandTable.all.count)
    let filtered = KeyHelp.lines(keymap, filter: "SIBLING")
    #expect(filtered.count == 3)
    #expect(KeyHelp.lines(keymap, filter: "no such words").isEmpty)
    for name in ["^O", "ctrl-o"] {
      let found = KeyHelp.lines(keymap, filter: name, isForScreen: true)
      #expect(found.contains { if case .command(_, "jump-back", _) = $0 { true } else { false } }, "\(name)")
    }
  }
}

import TerminalUI
import Testing

@Suite("Names of keys")
struct KeyTests {
  static let codes: [Key.Code] =
    [
      .character("j"), .character("J"), .character(" "), .character("-"), .character("é"), .character("f"),
      .enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown,
    ] + (1...24).map { .function($0) }

  @Test("Every key with every combination of modifiers is read back from its name", arguments: codes)
  func roundTrip(_ code: Key.Code) {
    for bits in 0..<8 {
      let key = Key(code, control: bits & 1 != 0, alt: bits & 2 != 0, shift: bits & 4 != 0)
      #expect(Key(key.description) == key)
    }
  }

  @Test(
    "A name is read as the key it says",
    arguments: [
      ("j", Key(.character("j"))), ("ctrl-d", Key(.character("d"), control: true)),
      ("alt-o", Key(.character("o"), alt: true)), ("shift-tab", Key(.tab, shift: true)),
      ("space", Key(.character(" "))), ("f1", Key(.function(1))), ("f", Key(.character("f"))),
      ("page-down", Key(.pageDown)), ("-", Key(.character("-"))),
      ("ctrl-alt-shift-end", Key(.end, control: true, alt: true, shift: true)),
      ("ctrl--", Key(.character("-"), control: true)),
    ])
  func readsName(_ name: String, _ key: Key) { #expect(Key(name) == key) }

  @Test(
    "A name that means no key is refused",
    arguments: ["", "jj", "ctrl-", "alt-", "shift-", "f0", "f25", "f-1", "f+5", "pagedown", "ctrl", "Enter"])
  func refusesName(_ name: String) { #expect(Key(name) == nil) }
}

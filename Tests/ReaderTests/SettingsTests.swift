import TerminalUI
import Testing

@testable import ReaderCore

@Suite("Configuration and keymap files")
struct SettingsTests {
  @Test("A configuration sets what it names and leaves the rest")
  func settings() throws {
    let settings = try Settings(
      """
      theme = "nord"
      width = 60
      layout = "side-by-side"
      order = "newest"
      digits = "counts"
      copy-command = "xclip -selection clipboard"
      browser = ["firefox", "--new window"]
      user-agent = "Quay/1.0"
      timeout = 60
      download-limit = 5
      complete-threads = false
      find-discussions = true
      forums = ["https://forum.example.org"]
      """, file: "config.toml")
    #expect(settings.theme == "nord")
    #expect(settings.width == 60)
    #expect(settings.layout == .sideBySide)
    #expect(settings.order == .newest)
    #expect(settings.digitsCount)
    #expect(settings.copyCommand == ["xclip", "-selection", "clipboard"])
    #expect(settings.browser == ["firefox", "--new window"])
    #expect(settings.editor == nil)
    #expect(settings.userAgent == "Quay/1.0" && settings.timeout == 60 && settings.downloadLimit == 5)
    #expect(!settings.completesThreads && settings.findsDiscussions)
    #expect(settings.forums == ["https://forum.example.org"])
    #expect(try Settings("# nothing\n", file: "config.toml") == Settings())
  }

  @Test(
    "A mistake in a configuration is told with its line",
    arguments: [
      ("widht = 3", "config.toml:1: `widht` is unknown"),
      ("\nwidth = 3", "config.toml:2: `width` is a number"),
      ("theme = 4", "`theme` is the name of a theme"), ("layout = \"round\"", "`layout` is one of automatic"),
      ("order = \"random\"", "`order` is one of source"), ("browser = []", "`browser` is a program"),
      ("digits = 3", "`digits` is"), ("timeout = 0", "`timeout` is a number of seconds"),
      ("user-agent = \"a\\u000Ab\"", "`user-agent` is a name"), ("find-discussions = 1", "is true or false"),
      ("forums = [\"ftp://a\"]", "`forums` is a list"), ("download-limit = 9999", "megabytes from 1 to 1024"),
      ("theme = \"a", "config.toml:1: "), ("browser = [\"a\", 3]", "`browser` is a list of words"),
      ("pager = [\"\"]", "`pager` is a program"), ("order = \"site\"", "`order` is one of source"),
    ])
  func mistakes(_ source: String, _ message: String) {
    do throws(SettingsProblem) {
      _ = try Settings(source, file: "config.toml")
      Issue.record("\(source) was taken")
    } catch {
      #expect(error.text.contains(message), "\(error.text)")
    }
  }

  @Test("Of a configuration with mistakes the right lines hold, and all mistakes are told")
  func rightLines() {
    let (settings, problems) = Settings.read(
      "width = 3\nuser-agent = \"Quay/1.0\"\nwidht = 4\n\ntheme = \"nord\"", file: "config.toml")
    #expect(settings.userAgent == "Quay/1.0" && settings.width == nil)
    #expect(settings.theme == "nord" && settings.line(of: "theme") == 5 && settings.line(of: "width") == nil)
    #expect(problems.map(\.line) == [1, 3])
    #expect(Settings.read("theme = \"nord\"\ntimeout", file: "").settings == Settings())
  }

  @Test("A keymap adds to the standard keys, takes keys over and frees them")
  func keymap() throws {
    let file = try KeymapFile(
      """
      unbind = ["3", "g t"]
      [keys]
      "ctrl-x ctrl-c" = "close"
      "j" = "next-quote"
      "g T" = "choose-theme"
      """, file: "keymap.toml")
    let keymap = try file.keymap(over: Session.keymap())
    let match = { (text: String) in
      keymap.match(text.split(separator: " ").compactMap { Key(String($0)) })
    }
    #expect(match("ctrl-x ctrl-c") == .command("close"))
    #expect(match("j") == .command("next-quote"))
    #expect(match("k") == .command("move-up"))
    #expect(match("3") == .none)
    #expect(match("g T") == .command("choose-theme"))
    #expect(match("g t") == .none)
    #expect(keymap.labels(for: "next-quote").first == "j")
    let freed = KeyHelp.lines(
      try KeymapFile("unbind = [\"B\"]", file: "keymap.toml").keymap(over: .standard), filter: "boilerplate")
    #expect(
      freed.last == .command(keys: [], name: "show-boilerplate", summary: "What was set aside as boilerplate")
    )
  }

  @Test(
    "A mistake in a keymap is told with its line",
    arguments: [
      ("[keys]\n\"j\" = \"fly\"", "keymap.toml:2: there is no command \"fly\""),
      ("[keys]\n\"hyper-j\" = \"move-up\"", "keymap.toml:2: there is no key \"hyper-j\""),
      ("[keys]\n\n\"g\" = \"move-up\"", "keymap.toml:3: \"g\" and \"g g\""),
      ("[kyes]", "keymap.toml:1: unknown key"),
      ("unbind = 1", "`unbind` is a list"), ("unbind = [\"\"]", "a key is missing"),
      ("[keys]\nj = 1", "a key runs a command by name"),
      ("unbind = [3]", "keymap.toml:1: `unbind` is a list of keys in quotation marks"),
      ("[keys]\nx = \"shelf-star\"", "keymap.toml:2: \"shelf-star\" is a command of lists"),
      ("[list.keys]\nx = \"help\"", "keymap.toml:2: \"help\" is a command of the reader"),
      ("[list.keys]\n\ng = \"shelf-star\"", "keymap.toml:3: \"g\" and \"g g\""),
      ("list = 3", "`list` is a table"), ("[list]\nx = \"shelf-star\"", "known are unbind and [list.keys]"),
    ])
  func keymapMistakes(_ source: String, _ message: String) {
    do throws(SettingsProblem) {
      _ = try KeymapFile(source, file: "keymap.toml").keymaps(over: Session.keymap())
      Issue.record("\(source) was taken")
    } catch {
      #expect(error.text.contains(message), "\(error.text)")
    }
  }

  @Test("The keys of lists have a section of their own, and a key means in each list what it can")
  func listKeys() throws {
    let keymaps = try KeymapFile(
      """
      unbind = ["j"]
      [list]
      unbind = ["k"]
      [list.keys]
      "n" = "shelf-star"
      "g x" = "shelf-quit"
      """, file: "keymap.toml"
    ).keymaps(over: Session.keymap())
    let match = { (kind: ShelfKind, text: String) in
      keymaps.shelf[kind].match(text.split(separator: " ").compactMap { Key(String($0)) })
    }
    for kind in ShelfKind.allCases {
      #expect(match(kind, "j") == .command("shelf-down"))
      #expect(match(kind, "k") == .none)
      #expect(match(kind, "g x") == .command("shelf-quit"))
    }
    #expect(match(.library, "n") == .command("shelf-star"))
    #expect(match(.feed, "n") == .command("shelf-next-unread"))
    #expect(match(.feeds, "n") == .none)
    #expect(keymaps.reader.match([Key(.character("j"))]) == .none)
    #expect(keymaps.reader.match([Key(.character("k"))]) == .command("move-up"))
    #expect(Keymaps(reader: .standard).shelf[.library].match([Key(.character("k"))]) == .command("shelf-up"))
  }

  @Test("Without digits for panes every digit begins a count")
  func digits() {
    let keymap = Session.keymap().withoutDigits
    for digit in "123456" { #expect(keymap.match([Key(.character(digit))]) == .none) }
    #expect(keymap.match([Key(.character("z")), Key(.character("3"))]) == .command("fold-to-level-3"))
  }

  @Test("A configuration that is read again changes what it changes, and nothing else")
  func again() throws {
    var session = Session(Fixtures.harbour, width: 120, height: 40)
    session.press(": w i d t h space 5 0 enter")
    #expect(session.state.textWidth == 50)
    var settings = Settings()
    settings.order = .newest
    settings.theme = "mono"
    session.send(.configured(settings, Session.keymap(), themeNames: ["mono"]))
    #expect(session.state.textWidth == 50)
    #expect(session.state.themeName == "mono")
    #expect(session.state.comments?.arrangement?.request.order == .newest)
    settings.width = 60
    session.send(.configured(settings, Session.keymap(), themeNames: ["mono"]))
    #expect(session.state.textWidth == 60)
    #expect(session.effects.contains(.useTheme("mono")))
    #expect(!session.state.article.flow.typesetting.justifies)
    settings.justifies = true
    settings.hyphenates = true
    session.send(.configured(settings, Session.keymap(), themeNames: ["mono"]))
    #expect(session.state.article.flow.typesetting.justifies)
    #expect(session.effects.contains(.loadHyphenation("en")))
    session.send(.hyphenation { _ in [] })
    #expect(session.state.article.flow.typesetting.hyphenate != nil)
    settings.hyphenates = false
    session.send(.configured(settings, Session.keymap(), themeNames: ["mono"]))
    #expect(session.state.article.flow.typesetting.hyphenate == nil)
  }

  @Test("Turning divided words on and off is told; what the configuration turns on is not")
  func hyphenation() {
    var session = Session(Fixtures.harbour, width: 80, height: 24)
    session.send(.hyphenation { _ in [] })
    #expect(session.state.message == nil)
    session.press("g h")
    #expect(session.state.message?.text == "words are left whole")
    session.press("g h")
    session.send(.hyphenation { _ in [] })
    #expect(session.state.message?.text == "words are divided at the ends of lines")
  }

  @Test("An order has the same name on the screen, in commands, in the key list and in the configuration")
  func orders() {
    let summary = CommandTable.command(named: "next-order")?.summary ?? ""
    for order in ThreadOrder.allCases {
      #expect(order.title.contains(order.name), "\(order.title)")
      #expect(summary.contains(order.name), "\(summary)")
    }
  }
}

import TerminalUI
import Testing
import Themes

@Suite("Theme files")
struct ThemeFileTests {
  private static let parent = """
    name = "Parent"
    variant = "dark"
    [palette]
    ink = "#111111"
    sun = "#ffcc00"
    [styles]
    text = { fg = "ink", bg = "default" }
    quote = { fg = "sun", italic = true }
    figure = { fg = "#00ff00", bold = true }
    """

  private func child(_ lines: String) throws -> ThemeFile {
    try ThemeFile(name: "child", source: "name = \"Child\"\ninherits = \"parent\"\n" + lines) {
      $0 == "parent" ? Self.parent : nil
    }
  }

  private func problem(_ source: String) -> ThemeProblem? {
    do {
      _ = try ThemeFile(name: "mine", source: source) { _ in nil }
      return nil
    } catch {
      return error
    }
  }

  @Test("A child's palette recolours the styles that it inherits")
  func paletteRecolours() throws {
    let file = try child("[palette]\nsun = \"#aa0000\"\n")
    #expect(file.title == "Child")
    let theme = Theme(file, depth: .direct)
    #expect(theme.style(.quote).foreground == .rgb(0xAA0000))
    #expect(theme.style(.quote).attributes == .italic)
    #expect(theme.style(.text).foreground == .rgb(0x111111))
    #expect(theme.style(.figure).foreground == .rgb(0x00FF00))
  }

  @Test("A child's style replaces the parent's whole, and may use the parent's palette")
  func stylesReplace() throws {
    let file = try child("[styles]\nquote = { bg = \"ink\", bold = true, underline = false }\n")
    let theme = Theme(file, depth: .direct)
    // The letters are those of the text again, and not slanted.
    #expect(theme.style(.quote).foreground == .rgb(0x111111))
    #expect(theme.style(.quote).background == .rgb(0x111111))
    #expect(theme.style(.quote).attributes == .bold)
    #expect(theme.style(.figure).attributes == .bold)
  }

  @Test("An attribute set to false is taken away from what lies below")
  func attributesAreRemoved() throws {
    let theme = Theme(try child("[styles]\nlink = { italic = false, underline = true }\n"), depth: .direct)
    #expect(theme.style(ScopeStack(.text, .quote, .link)).attributes == .underline)
  }

  @Test("A silent theme looks a scope up under its shorter names")
  func fallbacks() throws {
    let theme = Theme(try child(""), depth: .direct)
    #expect(theme.style(.quoteSpeaker4).foreground == .rgb(0xFFCC00))
    #expect(theme.style(.figureMoney).attributes == .bold)
    #expect(theme.style(.link) == theme.style(.text))
  }

  @Test("Scopes on a stack change what they name and let the rest shine through")
  func stacks() throws {
    let theme = Theme(
      try child(
        "[styles]\nlink = { underline = true }\n\"search.match\" = { bg = \"sun\", italic = false }\n"),
      depth: .direct)
    let style = theme.style(ScopeStack(.text, .link, .quote, .searchMatch))
    #expect(style.foreground == .rgb(0xFFCC00))
    #expect(style.background == .rgb(0xFFCC00))
    #expect(style.attributes == .underline)
  }

  @Test("Inheriting in a circle is an error that names the circle")
  func circles() {
    let sources = [
      "a": "name = 'A'\ninherits = 'b'", "b": "name = 'B'\ninherits = 'a'",
      "self": "name = 'S'\ninherits = 'self'",
    ]
    for name in ["a", "self"] {
      let error = #expect(throws: ThemeProblem.self) {
        try ThemeFile(name: name, source: sources[name] ?? "") { sources[$0] }
      }
      #expect(error?.message.contains("inherits from itself") == true)
    }
  }

  @Test("A theme whose parent does not exist says so at the line that names it")
  func missingParent() {
    let found = problem("name = 'Mine'\nvariant = 'dark'\ninherits = 'gone'\n")
    #expect(found?.line == 3)
    #expect(found?.message.contains("\"gone\"") == true)
  }

  @Test(
    "What is wrong with a theme is told with its line",
    arguments: [
      ("variant = 'dark'\n", 1, "name"), ("name = 'x'\n\ncolour = 'red'\n", 3, "unknown key"),
      ("name = 'x'\nvariant = 'dusk'\n", 2, "dark, light or any"),
      ("name = 'x'\nvariant = 3\n", 2, "dark, light or any"),
      ("name = 'x'\ninherits = 3\n", 2, "the name of a theme"),
      ("name = 'x'\npalette = 3\n", 2, "is a table"),
      ("name = 'x'\n[palette]\nink = 'red'\n", 3, "not a colour"),
      ("name = 'x'\n[palette]\nink = '#12345'\n", 3, "not a colour"),
      ("name = 'x'\n[palette]\nink = '#12345g'\n", 3, "not a colour"),
      ("name = 'x'\n[palette]\nink = '#+12345'\n", 3, "not a colour"),
      ("name = 'x'\n[styles]\n\nquot = { bold = true }\n", 4, "unknown scope \"quot\""),
      ("name = 'x'\n[styles]\nquote = true\n", 3, "needs a table"),
      ("name = 'x'\n[styles]\nquote = { fg = 'nowhere' }\n", 3, "no palette entry"),
      ("name = 'x'\n[styles]\nquote = { bold = 'yes' }\n", 3, "\"bold\""),
      ("name = 'x'\n[styles]\nquote = { blink = true }\n", 3, "\"blink\""),
      ("name = 'x'\n[styles]\n[styles.quote]\nbold = true\nglow = true\n", 5, "\"glow\""),
      ("name = 'x'\nbroken\n", 2, "followed by ="),
    ])
  func problems(_ source: String, _ line: Int, _ words: String) {
    let found = problem(source)
    #expect(found?.line == line)
    #expect(found?.message.contains(words) == true, "\(found?.message ?? "no problem")")
    #expect(found?.text.hasPrefix("mine.toml:\(line): ") == true)
  }

  @Test("A mistake in a parent is told with the parent's name and line")
  func problemInParent() {
    let error = #expect(throws: ThemeProblem.self) {
      try ThemeFile(name: "child", source: "name = 'C'\ninherits = 'p'\n") { _ in
        "name = 'P'\n[styles]\nwrong = {}\n"
      }
    }
    #expect(error?.theme == "p")
    #expect(error?.line == 3)
  }

  @Test("The check says which scope is hard to read, and which mark cannot be seen")
  func check() throws {
    let file = try ThemeFile(
      name: "pale",
      source: "name = 'Pale'\nvariant = 'dark'\n[styles]\ntext = { fg = '#222222', bg = '#111111' }\n")
    let notes = ThemeCheck.notes(on: file)
    #expect(notes.contains { $0.hasPrefix("text has a contrast of") })
    #expect(notes.contains("quote looks like text"))
    #expect(notes.contains("figure looks like text"))
  }
}

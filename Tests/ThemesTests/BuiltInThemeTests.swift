import TerminalUI
import Testing
import Themes

@Suite("The themes that ship")
struct BuiltInThemeTests {
  static let depths: [ColorDepth] = [.none, .ansi8, .ansi16, .palette256, .direct]

  private func file(_ name: String) throws -> ThemeFile {
    try ThemeFile(name: name, source: #require(BuiltInThemes.source(named: name)))
  }

  @Test("A shipped theme reads and passes the check that authors are offered", arguments: BuiltInThemes.names)
  func passesCheck(_ name: String) throws {
    let file = try file(name)
    #expect(file.name == name)
    #expect(!file.title.isEmpty)
    #expect(ThemeCheck.notes(on: file) == [])
  }

  @Test("The table that is read at the start says what the theme's file says", arguments: BuiltInThemes.names)
  func tableIsTrue(_ name: String) throws {
    let file = try file(name)
    let table = try #require(BuiltInThemes.theme(named: name))
    #expect(table == file)
    for scope in Scope.allCases {
      #expect(table.styles[scope] == file.styles[scope], "\(scope.name)")
    }
  }

  @Test("No theme has two names, and an unknown name has no theme")
  func names() {
    #expect(Set(BuiltInThemes.names).count == BuiltInThemes.names.count)
    #expect(BuiltInThemes.source(named: "no-such-theme") == nil)
    #expect(BuiltInThemes.source(named: "") == nil)
    #expect(BuiltInThemes.theme(named: "no-such-theme") == nil)
    #expect(Scope.allCases.last == Scope.last)
  }

  @Test("A terminal is never asked for colours that it does not have", arguments: BuiltInThemes.names)
  func depths(_ name: String) throws {
    let file = try file(name)
    for depth in Self.depths {
      let theme = Theme(file, depth: depth)
      for scope in Scope.allCases {
        let style = theme.style(ScopeStack(.text, scope))
        for color in [style.foreground, style.background] where color != .terminalDefault {
          switch depth {
          case .none: Issue.record("\(scope.name) has a colour")
          case .ansi8: #expect(color.paletteIndex.map { $0 < 8 } == true)
          case .ansi16: #expect(color.paletteIndex.map { $0 < 16 } == true)
          case .palette256: #expect(color.paletteIndex.map { $0 >= 16 } == true)
          case .direct: #expect(color.rgbValue != nil)
          }
        }
      }
    }
  }

  @Test("The mono theme has no colours at any depth")
  func monoHasNoColours() throws {
    let file = try file("mono")
    for depth in Self.depths {
      let theme = Theme(file, depth: depth)
      for scope in Scope.allCases {
        let style = theme.style(scope)
        #expect(style.foreground == .terminalDefault, "\(scope.name) at \(depth)")
        #expect(style.background == .terminalDefault, "\(scope.name) at \(depth)")
      }
    }
  }

  @Test("Without colours the marks still differ from the text and from one another")
  func monoMarks() throws {
    let theme = Theme(try file("mono"), depth: .none)
    let marks: [Scope] = [
      .text, .quoteSpeaker1, .figure, .link, .quoteWords, .emphasis, .strong, .quoteSelected, .figureSelected,
      .searchMatch, .searchCurrent,
    ]
    for (index, mark) in marks.enumerated() {
      for other in marks[..<index] {
        #expect(
          theme.style(ScopeStack(.text, mark)) != theme.style(ScopeStack(.text, other)),
          "\(mark.name) looks like \(other.name)")
      }
    }
    #expect(theme.style(.commentAuthorOP) != theme.style(.commentAuthor))
    #expect(theme.style(.commentSelected) != theme.style(.text))
    #expect(theme.style(.statusError) != theme.style(.statusMessage))
  }

  @Test(
    "Quotes, figures, links, selections and matches differ from the text in every theme at every depth",
    arguments: BuiltInThemes.names)
  func marksShow(_ name: String) throws {
    let file = try file(name)
    for depth in Self.depths where depth != .none || name == "mono" {
      let theme = Theme(file, depth: depth)
      let text = theme.style(.text)
      for scope: Scope in [
        .quoteSpeaker1, .figure, .link, .quoteSelected, .figureSelected, .searchMatch, .status,
      ] {
        #expect(theme.style(ScopeStack(.text, scope)) != text, "\(scope.name) at \(depth)")
      }
    }
  }

  @Test("Eight speakers are eight colours where there are enough of them", arguments: BuiltInThemes.names)
  func speakers(_ name: String) throws {
    let file = try file(name)
    guard name != "mono" else { return }
    for depth in [ColorDepth.ansi16, .palette256, .direct] {
      let theme = Theme(file, depth: depth)
      let styles = Set((0..<8).map { theme.style(ScopeStack(.text, .speaker($0))) })
      #expect(styles.count == 8, "\(styles.count) at \(depth)")
    }
  }
}

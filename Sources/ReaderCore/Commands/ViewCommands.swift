/// How things look.
enum ViewCommands {
  static let all: [Command] = [
    Command("next-theme", "Next theme", .view) { state in
      let names = state.configuration.themeNames
      guard !names.isEmpty else { return [] }
      let next = ((names.firstIndex(of: state.themeName) ?? -1) + 1) % names.count
      state.themeName = names[next]
      state.say("theme: \(names[next])")
      return [.useTheme(names[next])]
    },
    Command("wider-text", "Wider text", .view, changing: { $0.changeTextWidth(by: 4) }),
    Command("narrower-text", "Narrower text", .view, changing: { $0.changeTextWidth(by: -4) }),
    Command("show-boilerplate", "What was set aside as boilerplate", .view) { state in
      state.overlays.append(Overlay(.boilerplate))
      return []
    },
    Command("help", "This list; type to search it", .view) { state in
      state.overlays.append(Overlay(.help))
      return []
    },
  ]
}

extension ReaderState {
  fileprivate mutating func changeTextWidth(by step: Int) {
    textWidth = max(24, min(160, textWidth + step))
    refit()
    say(
      "text: \(article.flow.width) columns"
        + (article.flow.width < textWidth ? " (the pane is no wider)" : ""))
  }
}

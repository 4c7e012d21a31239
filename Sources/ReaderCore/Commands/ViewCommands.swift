import ArticleModel
import TerminalUI

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
    Command("choose-theme", "Choose a theme; each shows itself", .view) { state in
      var list = ListState()
      list.selected = state.configuration.themeNames.firstIndex(of: state.themeName) ?? 0
      state.overlays.append(Overlay(.themes, list))
      return []
    },
    Command("justify", "Stretch lines to the full width, and back", .view) { state in
      var typesetting = state.article.flow.typesetting
      typesetting.justifies.toggle()
      state.article.set(typesetting)
      state.say(typesetting.justifies ? "lines are stretched" : "lines end where their words do")
      return []
    },
    Command("hyphenate", "Divide words at the ends of lines, and back", .view) { state in
      var typesetting = state.article.flow.typesetting
      guard typesetting.hyphenate != nil else {
        state.tellsHyphenation = true
        return [.loadHyphenation(state.article.article.language)]
      }
      typesetting.hyphenate = nil
      state.article.set(typesetting)
      state.say("words are left whole")
      return []
    },
    Command("draw-picture", "Draw the selected picture, or the next one, in characters", .view) { state in
      let body = state.article.article.body
      var block: Int?
      if case .picture(let selected) = state.article.selection { block = selected }
      if block == nil,
        case .picture(let next)? = ArticleStop.picture.next(
          in: state.article.article, from: state.article.flow.offset(of: state.article.top) - 1,
          backward: false)
      {
        block = next
      }
      guard let block, body.blocks.indices.contains(block) else {
        state.say("there is no picture here")
        return []
      }
      state.article.select(.picture(block))
      state.say("drawing the picture")
      let rect = state.overlayRect
      return [.draw(block: block, Size(width: max(1, rect.width - 4), height: max(1, rect.height - 4)))]
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

import ArticleModel
import TerminalUI

/// Handing things to other programs and files.
enum OutsideCommands {
  static let all: [Command] = [
    Command("export", "Write the article, quotes, figures or discussion into a file", .outside) { state in
      state.overlays.append(Overlay(.export))
      return []
    },
    Command("pipe", "Hand the words of this pane to a command", .outside) { state in
      state.prompt = Prompt(.pipe)
      return []
    },
    Command(
      "open-in-browser", "Open the selected link, or the article, in the browser; the address is shown first",
      .outside
    ) {
      state in
      guard let address = state.linkHere else {
        state.say("there is no address to open")
        return []
      }
      return ask(for: address, &state)
    },
    Command("open-in-editor", "Open the article's text in $VISUAL or $EDITOR", .outside) { _ in
      [.edit(.editor)]
    },
    Command("open-in-pager", "Open the article's text in $PAGER", .outside) { _ in [.edit(.pager)] },
    Command("hint-links", "Put letters on the links of the screen; a letter opens one", .outside) { state in
      let hints = LinkHint.hints(for: state)
      guard !hints.isEmpty else {
        state.say("there is no link on the screen")
        return []
      }
      state.hints = hints
      state.typedHint = ""
      return []
    },
    Command("command-line", "Type a command; Tab completes it", .program) { state in
      state.prompt = Prompt(.command)
      return []
    },
  ]

  /// Shows an address, which Enter opens.
  static func ask(for address: String, _ state: inout ReaderState) -> [Effect] {
    guard isSafe(address) else {
      state.say("only http, https and mailto are opened, not \(address)", isError: true)
      return []
    }
    state.prompt = Prompt(.open, text: address)
    return []
  }

  /// Opens an address that the user has seen.
  static func open(_ address: String, _ state: inout ReaderState) -> [Effect] {
    guard isSafe(address) else {
      state.say("only http, https and mailto are opened, not \(address)", isError: true)
      return []
    }
    state.say("opening \(address)")
    return [.open(address)]
  }

  /// Hands the words of the pane with the focus to a command: the selected comment, or the article.
  static func pipe(to command: String, _ state: inout ReaderState) -> [Effect] {
    guard !command.isEmpty else { return [] }
    if state.focus == .comments, let comments = state.comments {
      return [.pipe(command, state.text(ofComment: comments.selected, in: comments.thread) + "\n")]
    }
    return [.pipe(command, nil)]
  }

  /// Whether an address has one of the schemes that are handed to a browser, and no control or space in it.
  static func isSafe(_ address: String) -> Bool {
    let lower = address.lowercased()
    return ["http://", "https://", "mailto:"].contains { lower.hasPrefix($0) && lower.count > $0.count }
      && address.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }
  }
}

/// The program itself.
enum ProgramCommands {
  static let all: [Command] = [
    Command("stop-loading", "Stop loading; what has come stays", .program) { state in
      switch state.progress {
      case .opening, .partial:
        state.say("stopping")
        return [.stopLoading]
      default:
        state.say("nothing is being loaded")
        return []
      }
    },
    Command("redraw", "Draw the screen anew", .program) { _ in [.redraw] },
    Command("suspend", "Suspend", .program) { _ in [.suspend] },
    Command("close", "Close; quit at the top", .program) { state in
      if state.isMaximized {
        state.isMaximized = false
        state.refit()
        return []
      }
      return [.quit]
    },
    Command("quit", "Quit as interrupted", .program) { _ in [.interrupt] },
  ]
}

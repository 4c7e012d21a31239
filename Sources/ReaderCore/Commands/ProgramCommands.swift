/// The program itself.
enum ProgramCommands {
  static let all: [Command] = [
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

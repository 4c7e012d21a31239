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
    Command("reload", "Read the article again from where it is; an entry of a feed, from its page", .program)
    {
      state in
      switch state.progress {
      case .opening, .partial:
        state.say("the article is still being read")
        return []
      case .complete, .failed:
        state.generation += 1
        state.hasMoved = false
        state.say("reading it again")
        return [.reload(generation: state.generation)]
      }
    },
    Command(
      "next-article", "The next article of the list this one is from; of a feed, the next unread", .program
    ) { _ in
      [.readNeighbour(forward: true)]
    },
    Command("previous-article", "The article before it in that list", .program) { _ in
      [.readNeighbour(forward: false)]
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

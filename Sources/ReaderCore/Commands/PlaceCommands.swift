import TerminalUI

/// Marks, and the way back.
enum PlaceCommands {
  static let all: [Command] = [
    Command("jump-back", "Back to where the last jump was made", .moving) { state in
      for _ in 0..<state.repetitions {
        guard let place = state.jumps.goBack(from: state.place) else {
          state.say("this is where the jumps began")
          break
        }
        state.go(to: place)
      }
      return []
    }.counted(),
    Command("jump-forward", "Forward again", .moving) { state in
      for _ in 0..<state.repetitions {
        guard let place = state.jumps.goForward() else {
          state.say("this is where the jumps ended")
          break
        }
        state.go(to: place)
      }
      return []
    }.counted(),
    Command("set-mark", "Mark this place with a letter", .moving, changing: { $0.awaited = .markToSet }),
    Command(
      "go-to-mark", "Go to a mark; twice the key: to before the last jump", .moving,
      changing: { $0.awaited = .markToFind }),
  ]

  /// Marks the place where the reader is.
  static func setMark(_ letter: Character, _ state: inout ReaderState) {
    guard letter.isLetter else {
      state.say("a mark is a letter")
      return
    }
    state.marks.removeAll { $0.letter == letter }
    state.marks.append((letter, state.place))
    state.say("mark \(letter) is here")
  }

  /// Takes the letter of a mark.
  static func take(_ key: Key, for awaited: ReaderState.AwaitedLetter, _ state: inout ReaderState) {
    guard case .character(let letter) = key.code, !key.isControl, !key.isAlt else {
      if key.code != .escape { state.say("a mark is a letter") }
      return
    }
    switch awaited {
    case .markToSet:
      setMark(letter, &state)
    case .markToFind:
      if letter == "`" || letter == "'" {
        guard let place = state.jumps.goBack(from: state.place) else {
          state.say("no jump was made yet")
          return
        }
        state.go(to: place)
      } else if let mark = state.marks.first(where: { $0.letter == letter }) {
        state.jumps.leave(state.place)
        state.go(to: mark.place)
      } else {
        state.say("there is no mark \(letter); m \(letter) sets it")
      }
    }
  }
}

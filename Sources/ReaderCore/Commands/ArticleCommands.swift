import ArticleModel

/// Jumps between the things that are marked in the article.
enum ArticleCommands {
  static let all: [Command] = [
    jump("next-quote", "Next quote", .quote, false), jump("previous-quote", "Previous quote", .quote, true),
    jump("next-figure", "Next figure", .figure, false),
    jump("previous-figure", "Previous figure", .figure, true),
    jump("next-quote-by-speaker", "Next quote by the same speaker", .sameSpeaker, false),
    jump("previous-quote-by-speaker", "Previous quote by the same speaker", .sameSpeaker, true),
    jump("next-heading", "Next heading", .heading, false),
    jump("previous-heading", "Previous heading", .heading, true),
    jump("next-picture", "Next picture", .picture, false),
    jump("previous-picture", "Previous picture", .picture, true),
    jump("next-link", "Next link", .link, false), jump("previous-link", "Previous link", .link, true),
    Command("repeat-jump", "The last of these jumps again", .article) { state in
      repeatMotion(&state) { $0.forward }
    }.counted(),
    Command("repeat-jump-backward", "The last of these jumps the other way", .article) { state in
      repeatMotion(&state) { $0.backward }
    }.counted(),
  ]

  private static func repeatMotion(
    _ state: inout ReaderState, _ which: ((forward: String, backward: String)) -> String
  ) -> [Effect] {
    guard let motion = state.lastMotion else {
      state.say("no jump was made yet")
      return []
    }
    guard let command = CommandTable.command(named: which(motion)) else { return [] }
    let effects = command.perform(on: &state)
    // Going backwards does not turn the motion round.
    state.lastMotion = motion
    return effects
  }

  private static func jump(
    _ name: String, _ summary: String, _ stop: ArticleStop, _ backward: Bool
  ) -> Command {
    let opposite = backward ? "next" + name.dropFirst(8) : "previous" + name.dropFirst(4)
    return Command(name, summary, .article, changing: { $0.jump(stop, backward: backward) })
      .repeating().jumping().reversed(by: opposite)
  }
}

extension ReaderState {
  fileprivate mutating func jump(_ stop: ArticleStop, backward: Bool) {
    let content = article.article
    var speaker: Int?
    if stop == .sameSpeaker {
      guard case .quote(let index) = article.selection, let known = content.quotes[index].speaker else {
        say("select a quote with a known speaker first")
        return
      }
      speaker = known
    }
    let origin = article.jumpOrigin(backward: backward)
    guard let next = stop.next(in: content, from: origin, backward: backward, speaker: speaker) else {
      let isNone = stop.next(in: content, from: -1, backward: false, speaker: speaker) == nil
      let what = stop.plural
      say(isNone ? "this article has no \(what)" : "no more \(what) \(backward ? "above" : "below")")
      return
    }
    go(to: next)
  }

  /// Selects something in the article and gives the article the focus.
  mutating func go(to selection: ArticleSelection) {
    article.select(selection)
    if focus != .article { focus(on: .article) }
    article.select(selection)
  }
}

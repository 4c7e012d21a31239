/// Discussions elsewhere, and what the user keeps of an article.
enum KeepingCommands {
  static let all: [Command] = [
    Command("find-discussions", "Discussions of this article elsewhere; asks their services", .thread) {
      state in
      guard state.discussions.isEmpty else {
        state.overlays.append(Overlay(.discussions))
        return []
      }
      state.say("asking for discussions elsewhere")
      return [.findDiscussions]
    },
    Command("highlight", "Highlight the passage, paragraph or comment, with a note", .article) { state in
      guard state.highlight(note: "") != nil else {
        state.say("nothing to highlight: the article is not kept")
        return []
      }
      state.prompt = Prompt(.note)
      return []
    },
    Command("show-highlights", "Highlights and notes", .article) { state in
      guard !state.highlights.isEmpty else {
        state.say("nothing is highlighted yet: v does that")
        return []
      }
      state.overlays.append(Overlay(.highlights))
      return []
    },
  ]

  /// Highlights what is selected, with what was typed.
  static func highlight(note: String, _ state: inout ReaderState) -> [Effect] {
    guard let highlight = state.highlight(note: note) else { return [] }
    state.highlights.append(highlight)
    state.revisits += 1
    state.say("highlighted; g v lists highlights")
    return [.keepHighlight(highlight)]
  }
}

import ArticleLayout
import ArticleModel
import TerminalUI

/// The one place where the reader's state changes.
public enum Reader {
  /// Does what the next frame needs and the next event does not: to be called before a frame is drawn.
  ///
  /// Words that are typed or pasted in one go are searched for once, not letter by letter.
  public static func settle(_ state: inout ReaderState) {
    guard state.isSearchDue else { return }
    state.isSearchDue = false
    state.searchWhileTyping()
  }

  /// Takes in an event; returns the work to be done outside.
  ///
  /// Never blocks and never looks at the clock, files or the terminal.
  public static func update(_ state: inout ReaderState, _ event: Event) -> [Effect] {
    switch event {
    case .input(.key(let key)):
      state.hasMoved = true
      return press(key, &state)
    case .input(.mouse(let mouse)):
      state.hasMoved = true
      return MouseHandling.handle(mouse, &state)
    case .input(.paste(let text)):
      paste(text, &state)
      return []
    case .resized(let size):
      state.size = size
      state.refit()
    case .loaded(let article, let generation, let isComplete):
      guard generation == state.generation else { return [] }
      return load(article, isComplete: isComplete, &state)
    case .decoded(let thread, let generation):
      guard generation == state.generation, state.comments?.source.count == thread.count else { return [] }
      state.comments?.replace(thread: thread)
      // The bodies as they came hold the whole source in memory; nothing may keep them.
      state.article.replace(thread: thread)
      state.entries = ArticleIndex(state.article.article)
    case .indexed(let index, let generation):
      guard generation == state.generation else { return [] }
      state.comments?.use(index)
    case .ordered(let orders, let generation):
      guard generation == state.generation, let thread = state.comments?.source, orders.belong(to: thread)
      else {
        return []
      }
      state.facts.orders = orders
    case .arranged(let arrangement, let generation):
      guard generation == state.generation, arrangement.request == state.arrangementRequest else { return [] }
      ArrangementCommands.show(arrangement, &state)
    case .referenced(let references, let generation):
      guard generation == state.generation, state.comments?.source.count == references.commentCount else {
        return []
      }
      state.references = references
      state.facts.references = ReferenceCounts(references.references)
      state.entries = ArticleIndex(state.article.article, references: references)
      state.follow()
    case .failed(let message, let generation):
      guard generation == state.generation else { return [] }
      // What was read before stays when it cannot be read again.
      if state.progress == .complete {
        state.say(message, isError: true)
      } else {
        state.progress = .failed(message)
      }
    case .discussionsLinked(let linked, let generation):
      guard generation == state.generation else { return [] }
      let known = Set(state.linkedDiscussions.map(\.address))
      state.linkedDiscussions += linked.filter { !known.contains($0.address) }
    case .discussionsFound(let found, let failures, let generation):
      guard generation == state.generation else { return [] }
      let known = Set(found.map(\.address))
      state.discussions = found + state.linkedDiscussions.filter { !known.contains($0.address) }
      let found = state.discussions
      if !found.isEmpty { state.overlays.append(Overlay(.discussions)) }
      let why = failures.joined(separator: "; ")
      if found.isEmpty {
        state.say(
          "no discussion elsewhere was found" + (why.isEmpty ? "" : "; \(why)"), isError: !why.isEmpty)
      } else if !why.isEmpty {
        state.say(why, isError: true)
      }
    case .threadLoaded(let thread, let generation):
      guard generation == state.generation, !thread.isEmpty else { return [] }
      state.comments = ThreadPane(thread: thread, configuration: state.configuration)
      state.article.replace(thread: thread)
      state.references = .none
      state.entries = ArticleIndex(state.article.article)
      state.fingerprints?.comments = thread.fingerprints()
      state.facts = ThreadFacts()
      state.markNews()
      state.refit()
      state.focus(on: .comments)
      // The order and the filter are the reader's, whichever discussion is shown.
      let request = state.arrangementRequest
      let effects = request == .source ? [] : ArrangementCommands.arrange(request, &state)
      state.refit()
      let count = "\(thread.commentCount) comment\(thread.commentCount == 1 ? "" : "s")"
      state.say(
        request == .source ? count : [count, state.message?.text].compactMap(\.self).joined(separator: ": "))
      return effects
    case .progressed(let text, let generation):
      guard generation == state.generation else { return [] }
      if case .opening = state.progress {
        state.progress = .opening(text)
      } else {
        state.message = ReaderState.Message(text: text, isProgress: true)
      }
    case .kept(let fingerprints, let visit, let highlights, let generation):
      guard generation == state.generation else { return [] }
      state.fingerprints = fingerprints
      state.highlights = highlights
      state.revisits += 1
      if let visit { state.revisit(visit, fingerprints) }
    case .hyphenation(let points):
      var typesetting = state.article.flow.typesetting
      typesetting.hyphenate = points
      state.article.set(typesetting)
      if state.tellsHyphenation { state.say("words are divided at the ends of lines") }
      state.tellsHyphenation = false
    case .drawn(let cells, let block, let generation):
      guard generation == state.generation else { return [] }
      state.drawnPicture = (block, cells)
      state.message = nil
      state.overlays.append(Overlay(.picture(block: block)))
    case .configured(let settings, let keymap, let themeNames):
      return configure(settings, keymap, themeNames, &state)
    case .notice(let text):
      state.say(text)
    case .collected: break
    }
    return []
  }

  private static func load(_ article: Article, isComplete: Bool, _ state: inout ReaderState) -> [Effect] {
    var effects: [Effect] = []
    var isFirst = false
    if case .opening = state.progress { isFirst = true }
    state.progress = isComplete ? .complete : .partial
    if isComplete, state.message?.isProgress == true { state.message = nil }
    state.article.replace(article)
    if isFirst {
      var typesetting = Typesetting()
      typesetting.justifies = state.settings.justifies
      state.article.set(typesetting)
    }
    if isComplete, state.settings.hyphenates { effects.append(.loadHyphenation(article.language)) }
    state.entries = ArticleIndex(article)
    state.references = .none
    if let thread = article.thread, !thread.isEmpty {
      if let comments = state.comments, comments.source.shape == thread.shape {
        state.comments?.replace(thread: thread)
      } else {
        state.comments = ThreadPane(thread: thread, configuration: state.configuration)
        if state.arrangementRequest != .source, thread.count > 1 {
          effects += ArrangementCommands.arrange(state.arrangementRequest, &state)
        }
      }
    }
    state.facts = ThreadFacts(article)
    state.markNews()
    state.search?.count = nil
    if state.search?.match != nil { state.countMatches() }
    state.comments?.flow.marksFigures = isComplete
    if isFirst, state.comments != nil, article.body.utf8.count < 300 {
      // A discussion without an article of its own is opened for the discussion.
      state.focus = .comments
    }
    state.refit()
    let waiting = state.heldKeys
    state.heldKeys = []
    for key in waiting { effects += press(key, &state) }
    if isComplete, let problem = article.diagnostics.first(where: { $0.severity == .warning }) {
      state.say(problem.message, isError: true)
    }
    return effects
  }

  /// Takes over what changed in the user's files; what they say no longer stays as it is.
  private static func configure(
    _ settings: Settings, _ keymap: Keymap, _ themeNames: [String], _ state: inout ReaderState
  ) -> [Effect] {
    let before = state.settings
    state.settings = settings
    state.configuration.keymap = keymap
    state.configuration.themeNames = themeNames
    state.pendingKeys = []
    if let width = settings.width, width != before.width { state.textWidth = width }
    if let layout = settings.layout, layout != before.layout { state.arrangement = layout }
    state.refit()
    var effects: [Effect] = []
    var typesetting = state.article.flow.typesetting
    if settings.justifies != before.justifies {
      typesetting.justifies = settings.justifies
      state.article.set(typesetting)
    }
    if settings.hyphenates != before.hyphenates {
      if settings.hyphenates {
        effects.append(.loadHyphenation(state.article.article.language))
      } else {
        typesetting.hyphenate = nil
        state.article.set(typesetting)
      }
    }
    if let order = settings.order, order != before.order {
      var request = state.arrangementRequest
      request.order = order
      effects += ArrangementCommands.arrange(request, &state)
    }
    if let theme = settings.theme, theme != before.theme { state.themeName = theme }
    state.say("the configuration was read again")
    return effects + [.useTheme(state.themeName)]
  }

  /// Acts on a key, or holds it back until there is an article, or the part of it that the key leads to.
  ///
  /// What was typed ahead must not end at a beginning that is shown for a moment only. Commands for the program itself
  /// always act, and Escape forgets the keys that wait.
  private static func press(_ key: Key, _ state: inout ReaderState) -> [Effect] {
    let isIdle = state.prompt == nil && state.overlays.isEmpty
    let keys = state.pendingKeys + [key]
    switch state.progress {
    case .opening where isIdle && !isForProgram(keys, state):
      state.heldKeys.append(key)
      return []
    case .partial where state.focus == .article:
      if !state.heldKeys.isEmpty {
        if key.code == .escape {
          state.heldKeys = []
        } else if !isIdle || !isForProgram(keys, state) {
          state.heldKeys.append(key)
          return []
        }
      }
      var tried = state
      let effects = act(key, &tried)
      if leadsOn(keys, isIdle: isIdle, tried) {
        state.heldKeys.append(key)
        state.say("waiting for the rest of the article")
        return []
      }
      state = tried
      return effects
    default:
      return act(key, &state)
    }
  }

  /// Whether a key led to the end of what there is of an article, or looked for something in it in vain.
  private static func leadsOn(_ keys: [Key], isIdle: Bool, _ tried: ReaderState) -> Bool {
    guard isIdle else { return tried.message != nil }
    guard case .command(let name) = tried.configuration.keymap.match(keys) else { return false }
    switch CommandTable.command(named: name)?.group {
    case .moving: return !tried.article.flow.hasRows(tried.article.rows + 1, from: tried.article.top)
    case .article, .search: return tried.message != nil
    default: return false
    }
  }

  /// Acts on a key; in follow mode, the other pane then shows what the selection refers to.
  private static func act(_ key: Key, _ state: inout ReaderState) -> [Effect] {
    defer { if state.configuration.isLinear { state.followLinearly() } }
    guard state.isFollowing else { return carryOut(key, &state) }
    let before = (state.article.selection, state.comments?.selected, state.focus)
    let effects = carryOut(key, &state)
    if before != (state.article.selection, state.comments?.selected, state.focus) { state.follow() }
    return effects
  }

  private static func carryOut(_ key: Key, _ state: inout ReaderState) -> [Effect] {
    state.message = nil
    if state.prompt != nil { return PromptHandling.press(key, &state) }
    if let overlay = state.overlays.last { return OverlayHandling.press(key, overlay, &state) }
    if !state.hints.isEmpty { return chooseLink(key, &state) }
    if let awaited = state.awaited {
      state.awaited = nil
      PlaceCommands.take(key, for: awaited, &state)
      return []
    }
    if key.code == .escape, !state.pendingKeys.isEmpty || state.count != nil {
      state.pendingKeys = []
      state.count = nil
      return []
    }
    if takeDigit(key, &state) { return [] }
    let keys = state.pendingKeys + [key]
    state.pendingKeys = []
    switch state.configuration.keymap.match(keys) {
    case .command(let name):
      guard let command = CommandTable.command(named: name) else { return [] }
      return command.perform(on: &state)
    case .pending:
      state.pendingKeys = keys
    case .none:
      state.count = nil
      let typed = keys.map(\.description).joined(separator: " ")
      let help = state.configuration.keymap.labels(for: "help").first
      state.say("\(typed) is not bound" + (help.map { "; \($0) lists the keys" } ?? ""))
    }
    return []
  }

  /// Takes a letter of a link; other keys put the letters away.
  private static func chooseLink(_ key: Key, _ state: inout ReaderState) -> [Effect] {
    guard case .character(let letter) = key.code, !key.isControl, !key.isAlt else {
      state.hints = []
      return []
    }
    state.typedHint.append(letter)
    let left = state.hints.filter { $0.label.hasPrefix(state.typedHint) }
    guard left.count == 1, let hint = left.first, hint.label == state.typedHint else {
      if left.isEmpty { state.hints = [] }
      return []
    }
    state.hints = []
    return OutsideCommands.ask(for: hint.target, &state)
  }

  /// Takes a digit of a count; a count begins with a digit that no command is bound to.
  private static func takeDigit(_ key: Key, _ state: inout ReaderState) -> Bool {
    guard case .character(let character) = key.code, !key.isControl, !key.isAlt, state.pendingKeys.isEmpty,
      character.isASCII, let digit = character.wholeNumberValue
    else { return false }
    if state.count == nil, state.configuration.keymap.match([key]) != .none { return false }
    state.count = min(largestCount, (state.count ?? 0) * 10 + digit)
    return true
  }

  private static let largestCount = 999_999

  /// Whether keys run a command that needs no article.
  private static func isForProgram(_ keys: [Key], _ state: ReaderState) -> Bool {
    guard case .command(let name) = state.configuration.keymap.match(keys) else { return false }
    return CommandTable.command(named: name)?.group == .program
  }

  private static func paste(_ text: String, _ state: inout ReaderState) {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    PromptHandling.paste(line, &state)
  }
}

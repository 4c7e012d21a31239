import ArticleModel
import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// The line below the panes: what is selected and why it was marked, the most useful keys, the position.
struct StatusLineView {
  let theme: Theme

  func draw(_ state: ReaderState, on surface: inout Surface) {
    let rect = state.layout.statusLine
    guard !rect.isEmpty else { return }
    surface.fill(rect, style: theme.style(.status))
    if let prompt = state.prompt {
      // A line that is too long shows its end.
      let room = max(1, rect.width - 2 - ColumnWidth.of(prompt.purpose.sign))
      var typed = prompt.before[...]
      while ColumnWidth.of(String(typed)) > room { typed = typed.dropFirst(max(1, typed.count / 8)) }
      let start = prompt.purpose.sign + String(typed)
      let tail = String(prompt.after.reversed())
      let end = surface.write(
        start + tail, x: 0, y: rect.y, limit: rect.maxX - 1, style: theme.style(.prompt))
      let cursor = min(ColumnWidth.of(start), end)
      surface.cursor = Point(x: min(cursor, rect.maxX - 1), y: rect.y)
      surface.isCursorVisible = true
      if let completion = prompt.completion { draw(completion, above: rect, state, on: &surface) }
      let count = promptNote(prompt, state)
      let noteX = rect.maxX - 1 - ColumnWidth.of(count)
      if noteX > end { surface.write(count, x: noteX, y: rect.y, style: theme.style(.statusPosition)) }
      return
    }
    let ellipsis = state.configuration.glyphs.ellipsis
    let position = position(state)
    let positionX = max(0, rect.width - ColumnWidth.of(position) - 1)
    surface.write(position, x: positionX, y: rect.y, style: theme.style(.statusPosition))
    if let message = state.message {
      let text = Truncation.fit(message.text, columns: max(0, positionX - 2), ellipsis: ellipsis)
      surface.write(
        text, x: 1, y: rect.y, limit: positionX,
        style: theme.style(message.isError ? .statusError : .statusMessage))
      return
    }
    var pending = state.count.map { "\($0)" } ?? ""
    pending += state.pendingKeys.map(\.description).separated(by: "")
    if !state.hints.isEmpty { pending = "link: \(state.typedHint)" }
    if let awaited = state.awaited {
      pending = awaited == .markToSet ? "mark: a letter" : "go to mark: a letter"
    }
    let room = max(0, positionX - 2)
    let left = pending.isEmpty ? selection(state, columns: room) : pending
    let leftText = Truncation.fit(left, columns: room, ellipsis: ellipsis)
    let leftEnd = surface.write(leftText, x: 1, y: rect.y, limit: positionX, style: theme.style(.status))
    drawHints(state, from: leftEnd + 2, to: positionX - 2, y: rect.y, on: &surface)
  }

  /// Draws what Tab goes through on the row above, the shown one among them.
  private func draw(
    _ completion: Completion, above rect: Rect, _ state: ReaderState, on surface: inout Surface
  ) {
    guard rect.y > 0 else { return }
    let y = rect.y - 1
    surface.fill(Rect(x: 0, y: y, width: rect.width, height: 1), style: theme.style(.overlay))
    // Whole pages of candidates, so that they stand still while Tab goes through them.
    var first = 0
    var width = 1
    for (number, word) in completion.candidates.enumerated() {
      let needed = ColumnWidth.of(word) + 2
      if width + needed > rect.width, number <= completion.selected {
        first = number
        width = 1
      }
      width += needed
    }
    var x = 1
    for (number, word) in completion.candidates.enumerated().dropFirst(first) {
      guard x < rect.width else { break }
      let stack =
        number == completion.selected ? ScopeStack(.overlay, .overlaySelected) : ScopeStack(.overlay)
      x = surface.write(word, x: x, y: y, limit: rect.maxX, style: theme.style(stack)) + 2
    }
  }

  /// What a line that is being typed has found so far.
  private func promptNote(_ prompt: Prompt, _ state: ReaderState) -> String {
    guard case .search = prompt.purpose, !prompt.text.isEmpty else { return "" }
    guard state.search?.match != nil else { return "not found" }
    return state.search?.position ?? ""
  }

  /// Draws as many hints as fit, right-aligned, the first ones first.
  private func drawHints(
    _ state: ReaderState, from left: Int, to right: Int, y: Int, on surface: inout Surface
  ) {
    var shown: [Hint] = []
    var width = 0
    for hint in hints(state) {
      let needed = ColumnWidth.of(hint.keys) + 1 + ColumnWidth.of(hint.label) + (shown.isEmpty ? 0 : 2)
      guard width + needed <= right - left else { continue }
      shown.append(hint)
      width += needed
    }
    var x = right - width
    for (index, hint) in shown.enumerated() {
      if index > 0 { x += 2 }
      x = surface.write(hint.keys, x: x, y: y, style: theme.style(.statusKey)) + 1
      x = surface.write(hint.label, x: x, y: y, style: theme.style(.status))
    }
  }

  /// Keys with what they do.
  private struct Hint {
    let keys: String
    let label: String
  }

  private func hints(_ state: ReaderState) -> [Hint] {
    let keymap = state.configuration.keymap
    let other = state.focus == .article && state.comments != nil ? "discussion" : "article"
    var hints: [Hint] = []
    func add(_ label: String, _ commands: String...) {
      let keys = commands.compactMap { keymap.labels(for: $0).first }
      if !keys.isEmpty { hints.append(Hint(keys: keys.separated(by: ""), label: label)) }
    }
    add("keys", "help")
    switch state.focus {
    case .article:
      add("quotes", "next-quote", "previous-quote")
      add("figures", "next-figure", "previous-figure")
      if state.comments != nil { add(other, "focus-next-pane") }
      add("search", "search")
    case .comments:
      add("fold", "toggle-fold")
      add("next thread", "next-match")
      add(other, "focus-next-pane")
      add("parent", "go-to-parent")
    case .index:
      add("go there", "toggle-fold")
      add("pane", "focus-next-pane")
    }
    return hints
  }

  private func position(_ state: ReaderState) -> String {
    switch state.progress {
    case .opening, .failed: return ""
    case .partial, .complete: break
    }
    var found = ""
    if let active = state.search, let number = active.position, state.layout.statusLine.width >= 60 {
      let pattern = Truncation.fit(
        active.search.pattern, columns: 20, ellipsis: state.configuration.glyphs.ellipsis)
      found = "/\(pattern) \(number)  "
    }
    let more = state.configuration.isLinear && state.linearGoesOn ? "more below  " : ""
    return found + more + place(state)
  }

  private func place(_ state: ReaderState) -> String {
    if state.focus == .comments, let comments = state.comments {
      let (thread, all) = (comments.thread, comments.source.commentCount)
      let sum = thread.commentCount == all ? "" : " of \(all)"
      return "\(max(1, thread.number(of: comments.selected)))/\(thread.commentCount)\(sum)"
    }
    let blocks = max(1, state.article.article.body.blocks.count)
    let sign = state.configuration.glyphs.quoteMark == "\"" ? "par " : "¶"
    return "\(state.article.percent)%  \(sign)\(min(blocks, state.article.blockNumber))/\(blocks)"
  }

  private func selection(_ state: ReaderState, columns: Int) -> String {
    let glyphs = state.configuration.glyphs
    let article = state.article.article
    let separator = " \(glyphs.separator) "
    if state.focus == .comments, let comments = state.comments {
      let own = state.references.references(of: comments.sourceIndex(of: comments.selected))
      guard let first = own.first else { return describe(comments, separator) }
      return describe(comments, separator) + separator + glyphs.reference
        + (own.count > 1 ? "\(own.count) " : " ")
        + state.describe(first)
    }
    guard let selection = state.article.selection else { return "" }
    let comments = state.references.references(to: selection.ranges(in: article))
    let about = Set(comments.map(\.comment)).count
    let isDisputed = comments.contains { $0.kind == .disputes }
    guard about > 0 else { return words(of: selection, in: state, columns: columns) }
    let told =
      separator + "\(about) comment\(about == 1 ? "" : "s")" + (isDisputed ? ", disputed" : "")
    return words(of: selection, in: state, columns: columns - ColumnWidth.of(told)) + told
  }

  /// What is selected in the article and why it was marked.
  private func words(of selection: ArticleSelection, in state: ReaderState, columns: Int) -> String {
    let glyphs = state.configuration.glyphs
    let article = state.article.article
    let separator = " \(glyphs.separator) "
    switch selection {
    case .quote(let index):
      let quote = article.quotes[index]
      let number = "\(glyphs.quoteMark) \(index + 1)/\(article.quotes.count) "
      let speaker = quote.speaker.map { article.speakers[$0] }
      let name = speaker?.name ?? "unattributed"
      let described = speaker?.description.map { "\(name) (\($0))" }
      let cue = quote.cue.map { article.body.string($0) }
      return fit(
        [
          [number + (described ?? name), cue, quote.evidence.words],
          [number + name, cue, quote.evidence.words],
          [number + name, quote.evidence.words],
        ], columns, separator, glyphs)
    case .figure(let index):
      let figure = article.figures[index]
      let value =
        "\(glyphs.figureMark) \(index + 1)/\(article.figures.count) \(figure.valueText)"
        + (figure.unit.map { " \($0)" } ?? "")
      let qualifier = figure.qualifier == .exact ? nil : figure.qualifier.label
      let trend = figure.trend.map { $0 == .up ? "rising" : "falling" }
      let saidBy = figure.quote.map { quote in
        "said by \(article.quotes[quote].speaker.map { article.speakers[$0].name } ?? "unattributed")"
      }
      let why = figure.evidence.words
      // Many rules are called by the kind that they find.
      let kind = why.hasPrefix(figure.kind.label + " ") ? nil : figure.kind.label
      return fit(
        [
          [value, kind, qualifier, trend, saidBy, why], [value, kind, qualifier, trend, why],
          [value, qualifier, trend, why], [value, why],
        ], columns, separator, glyphs)
    case .heading(let block): return article.body.string(article.body.blocks[block].range)
    case .picture(let block):
      guard case .picture(let picture) = article.body.blocks[block].kind else { return "" }
      return "\(glyphs.picture) \(article.body.pictures[picture].source)"
    case .link(let index):
      guard case .link(let target) = article.body.inlines[index].kind else { return "" }
      return article.body.linkTargets[target]
    case .passage(let range): return article.body.string(range)
    case .quotedWords(let index):
      let words = article.quotedWords[index]
      return ["\(index + 1)/\(article.quotedWords.count) \(words.kind.rawValue)", words.evidence.words]
        .joined(separator: separator)
    }
  }

  private func describe(_ comments: ThreadPane, _ separator: String) -> String {
    let item = comments.selected
    var parts = [comments.thread.heading(of: item)]
    let depth = comments.thread.depth(of: item)
    if depth > 0 { parts.append("depth \(depth)") }
    if let parent = comments.thread.parent(of: item) {
      parts.append("answers \(comments.thread.heading(of: parent))")
    }
    return parts.separated(by: separator)
  }

  /// The fullest of several ways to say something that fits; of the last one the beginning of its first part is left out
  /// where it must be, because why something was marked comes last.
  private func fit(_ ways: [[String?]], _ columns: Int, _ separator: String, _ glyphs: Glyphs) -> String {
    for way in ways {
      let text = way.compactMap(\.self).joined(separator: separator)
      if ColumnWidth.of(text) <= columns { return text }
    }
    let last = ways.last?.compactMap(\.self) ?? []
    let rest = last.dropFirst().map { separator + $0 }.joined()
    let room = columns - ColumnWidth.of(rest)
    guard let first = last.first else { return "" }
    // On the narrowest screens what is selected comes before why.
    if room < 12 { return first }
    return Truncation.fit(first, columns: room, ellipsis: glyphs.ellipsis) + rest
  }
}

extension Evidence {
  /// Why something was marked: the rule without its topic, and how often it is right.
  fileprivate var words: String {
    let name = rule.split(separator: ".", maxSplits: 1).last.map(String.init) ?? rule
    return "\(name) \(Int((confidence * 100).rounded()))%"
  }
}

import ArticleModel

/// Finds which passages of comments refer to which quotes, figures and passages of the article.
///
/// The article is indexed once; then the comments are read in the order of the thread, so that what a comment's parent
/// refers to is known when the comment takes it up.
struct ReferenceFinder {
  private let article: Article
  private let language: Language
  private let index: ArticleWordIndex
  private let figures: ArticleFigures
  private let linker: FigureLinker
  private let otherValues: OtherValues
  private let mentions: MentionReader
  private let speakers: SpeakerReader
  private let echoes: EchoReader
  private var passages: PassageFinder
  private var quotedComments: QuotedComments
  private var reading = CommentReading()

  private var findings = CommentReferences()
  private var wanted: [QuotedComments.Wanted] = []
  /// What each comment refers to, for its replies.
  private var contexts: [ReferenceContext] = []

  /// The weight from which on a few words are of the paragraph that the comment above refers to.
  private static let tellingAnswer: Float = 1.6
  /// A quoted stretch of fewer words is not missed when it is not found.
  private static let fewestMissedWords = 4

  /// Indexes an article whose marks are known.
  init(_ article: Article, language: Language) {
    self.article = article
    self.language = language
    index = ArticleWordIndex(article)
    figures = ArticleFigures(article, index: index)
    otherValues = OtherValues(figures: figures)
    mentions = MentionReader(figures: figures)
    linker = FigureLinker(figures, others: otherValues)
    speakers = SpeakerReader(article, index: index, figures: figures, language: language)
    echoes = EchoReader(index: index)
    passages = PassageFinder(index: index)
    quotedComments = QuotedComments(index: index)
  }

  /// Reads all comments of a thread.
  ///
  /// - Complexity: O(length of the comments).
  mutating func run(_ thread: CommentThread) -> CommentReferences {
    let bodies = CommentTexts(thread)
    contexts = Array(repeating: ReferenceContext(), count: thread.count)
    for comment in 0..<thread.count { read(comment, bodies, thread) }
    findQuotedComments(bodies, thread)
    return findings
  }

  private mutating func read(_ comment: Int, _ bodies: CommentTexts, _ thread: CommentThread) {
    let blocks = bodies.blocks(of: comment)
    reading.read(bodies.utf8, blocks, index)
    let inherited = thread.parent(of: comment).map { contexts[$0] } ?? ReferenceContext()
    contexts[comment] = inherited
    guard reading.words.count > 0 else { return }
    let found = passages.find(in: reading)
    var drafts: [ReferenceDraft] = []
    for match in found.matches { merge(draft(match), into: &drafts) }
    let others = addFigures(comment, bodies, inherited, &drafts)
    for match in found.short where isAnswer(match, drafts, inherited) {
      add([draft(match)], to: &drafts)
    }
    add(
      speakers.references(reading, bodies.utf8, drafts, inherited, unmatched: found.unmatched), to: &drafts)
    add(echoes.echoes(reading, drafts, inherited), to: &drafts)
    for mention in others {
      guard let draft = otherValues.disputed(by: mention, reading, drafts, inherited) else { continue }
      // "That number should be reduced to 50" says by its other value what it takes up.
      drop(echoOf: draft, from: &drafts, bodies.utf8)
      add([draft], to: &drafts)
    }
    for stretch in found.unmatched { place(stretch, comment, drafts, bodies, thread) }
    if drafts.contains(where: { $0.figure != nil || $0.figureInside >= 0 }) {
      contexts[comment].forgetFigures()
    }
    for draft in drafts {
      findings.references.append(
        ArticleReference(
          comment: comment, range: reading.range(of: draft.words, bodies.utf8), target: draft.target,
          kind: draft.kind,
          evidence: draft.rule.evidence))
      remember(draft, for: comment)
    }
  }

  /// Takes out the echo in the sentence of another value for the same figure, or cuts it where a comma parts them: "that
  /// figure is the dearest, the average is nearer 3,500".
  private func drop(echoOf draft: ReferenceDraft, from drafts: inout [ReferenceDraft], _ utf8: [UInt8]) {
    for position in drafts.indices.reversed() {
      let echo = drafts[position]
      guard echo.rule == .echo, echo.words.overlaps(draft.words), echo.target == draft.target else {
        continue
      }
      let comma = (echo.words.lowerBound + 3..<max(echo.words.lowerBound + 3, draft.words.lowerBound)).last {
        let gap = Int(reading.words[$0 - 1].upper)..<Int(reading.words[$0].lower)
        return gap.lowerBound < gap.upperBound && utf8[gap].contains(0x2C)
          && !($0..<draft.words.lowerBound).contains { index.cues(of: reading.words[$0]).contains(.number) }
      }
      if let comma {
        drafts[position].words = echo.words.lowerBound..<comma
      } else {
        drafts.remove(at: position)
      }
    }
  }

  private mutating func remember(_ draft: ReferenceDraft, for comment: Int) {
    switch draft.target {
    case .figure(let figure):
      contexts[comment].remember(figure: figure)
      if let quote = figures.quote(ofFigure: figure) { contexts[comment].quote = quote }
    case .quote(let quote):
      if contexts[comment].figure >= 0, figures.quote(ofFigure: contexts[comment].figure) != quote {
        contexts[comment].forgetFigures()
      }
      contexts[comment].quote = quote
    case .passage, .comment: break
    }
    contexts[comment].isDoubted = draft.kind == .questions || draft.kind == .disputes
    if draft.figureInside >= 0 { contexts[comment].remember(figure: draft.figureInside) }
  }

  private func add(_ more: [ReferenceDraft], to drafts: inout [ReferenceDraft]) {
    guard !more.isEmpty else { return }
    drafts += more
    drafts.sort { ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound) }
  }

  // MARK: Passages

  private func draft(_ match: PassageMatch) -> ReferenceDraft {
    let kind =
      match.isMarked
      ? ArticleReference.Kind.quotes : reading.kind(of: match.query, otherwise: .repeats, index)
    return ReferenceDraft(
      words: match.query, target: target(match.text), kind: kind, rule: match.rule,
      figureInside: figure(inside: match.text))
  }

  /// Whether a few words are of the sentence that the comment above refers to.
  private func isAnswer(
    _ match: PassageMatch, _ drafts: [ReferenceDraft], _ context: ReferenceContext
  ) -> Bool {
    guard match.query.count >= 4, !drafts.contains(where: { $0.words.overlaps(match.query) }) else {
      return false
    }
    let sentence = index.sentenceOf[match.text.lowerBound]
    if context.figures.contains(where: { figures.byFigure[$0].sentence == Int(sentence) }) { return true }
    // Or of the paragraph with the quote that it refers to.
    guard context.quote >= 0, reading.words.weight(of: match.query) >= Self.tellingAnswer,
      !drafts.contains(where: { $0.quote == context.quote }),
      let quote = article.quotes[context.quote].parts.first
    else { return false }
    return article.body.blockIndex(at: Int(index.words[match.text.lowerBound].lower))
      == article.body.blockIndex(at: Int(quote.range.lower))
  }

  /// The quote or figure that some words of the article are, or the words themselves.
  private func target(_ text: Range<Int>) -> ArticleReference.Target {
    let text = withinOneBlock(text)
    var counts: [Int32: Int] = [:]
    for word in text where index.quoteOf[word] >= 0 { counts[index.quoteOf[word], default: 0] += 1 }
    let figure = index.figureOf[text.lowerBound]
    if figure >= 0, text.allSatisfy({ index.figureOf[$0] == figure }) { return .figure(Int(figure)) }
    if let (quote, count) = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
      count * 5 >= text.count * 3
    {
      return .quote(Int(quote))
    }
    return .passage(index.words.range(of: text))
  }

  /// The only figure that some words of the article state, or -1.
  private func figure(inside text: Range<Int>) -> Int {
    var found = -1
    for word in text where index.figureOf[word] >= 0 && Int(index.figureOf[word]) != found {
      if found >= 0 { return -1 }
      found = Int(index.figureOf[word])
    }
    return found
  }

  /// The longer part of a stretch that runs over the end of a block.
  private func withinOneBlock(_ text: Range<Int>) -> Range<Int> {
    guard let barrier = text.first(where: { index.words[$0].id == -2 }) else { return text }
    let (before, after) = (text.lowerBound..<barrier, barrier + 1..<text.upperBound)
    if before.count >= after.count, !before.isEmpty { return before }
    let rest = after.isEmpty ? text.lowerBound..<barrier : after
    guard let next = rest.first(where: { index.words[$0].id == -2 }), next > rest.lowerBound else {
      return rest
    }
    return rest.lowerBound..<next
  }

  /// Adds a reference, or joins it with the one before: both to the same quote, or to words that touch.
  private func merge(_ draft: ReferenceDraft, into drafts: inout [ReferenceDraft]) {
    guard let last = drafts.last, draft.words.lowerBound <= last.words.upperBound + 3,
      let target = joined(last.target, draft.target)
    else {
      drafts.append(draft)
      return
    }
    let upper = max(last.words.upperBound, draft.words.upperBound)
    drafts[drafts.count - 1].words = last.words.lowerBound..<upper
    drafts[drafts.count - 1].target = target
    if draft.rule == .alteredQuotation || draft.rule == .alteredRepetition {
      drafts[drafts.count - 1].rule = draft.rule
    }
  }

  private func joined(_ first: ArticleReference.Target, _ second: ArticleReference.Target)
    -> ArticleReference.Target?
  {
    switch (first, second) {
    case (.quote(let one), .quote(let other)): return one == other ? first : nil
    case (.figure(let one), .figure(let other)): return one == other ? first : nil
    case (.passage(let one), .passage(let other)):
      let lower = min(one.lower, other.lower)
      let upper = max(one.upper, other.upper)
      guard article.body.blockIndex(at: Int(lower)) == article.body.blockIndex(at: Int(upper) - 1),
        Int(upper - lower) <= one.count + other.count + 120
      else { return nil }
      return .passage(TextRange(Int(lower), Int(upper)))
    default: return nil
    }
  }

  // MARK: Figures

  /// Adds the figures of the article that the comment repeats, and returns its other figures.
  private func addFigures(
    _ comment: Int, _ bodies: CommentTexts, _ context: ReferenceContext, _ drafts: inout [ReferenceDraft]
  ) -> [FigureMention] {
    guard !figures.isEmpty, reading.words.hasDigits || reading.cues.contains(.numeral) else { return [] }
    guard let range = reading.numberedRange(bodies.blocks(of: comment), index) else { return [] }
    var body = bodies.text(in: range, of: comment)
    uncapitalise(&body, from: Int(range.lower))
    let numbers = FigureFinder(text: TokenizedText(body, language: language), language: language).run()
    var stated = numbers.figures
    addOldYears(numbers.mentions, body, to: &stated)
    for position in stated.indices {
      stated[position].range = stated[position].range.shifted(by: Int(range.lower) - reading.base)
    }
    let found = mentions.mentions(stated, in: reading)
    guard !found.isEmpty else { return [] }
    let linked = linker.same(as: found, reading, drafts, context)
    add(linked.drafts, to: &drafts)
    return linked.others
  }

  /// Takes the capital from words that begin a sentence and correct the number after them: "Try 50" is no name.
  private func uncapitalise(_ body: inout RichText, from start: Int) {
    let correcting: ReferenceCue = [.correction, .softCorrection, .denial]
    guard !reading.cues.isDisjoint(with: correcting) else { return }
    for sentence in reading.sentences where sentence.words.count > 1 {
      let first = reading.words[sentence.words.lowerBound]
      let place = Int(first.lower) - start
      guard place >= 0, place < body.utf8.count, reading.words[sentence.words.lowerBound + 1].isNumber,
        !index.cues(of: first).isDisjoint(with: correcting), (0x41...0x5A).contains(body.utf8[place])
      else { continue }
      body.utf8[place] |= 0x20
    }
  }

  /// Adds what reads as a year of long ago where the article has just that number of something: 1160.
  private func addOldYears(_ mentions: [NumberMention], _ body: RichText, to stated: inout [Figure]) {
    for mention in mentions where mention.kind == .year && mention.range.count == 4 {
      guard let year = Int(body.string(mention.range)), year < 1900,
        figures.hasNumber(Double(year))
      else { continue }
      let figure = Figure(
        range: mention.range, value: .number(ExactDecimal(year)), kind: .count,
        evidence: ReferenceRule.figure.evidence)
      stated.insert(figure, at: stated.firstIndex { $0.range.lower > mention.range.lower } ?? stated.count)
    }
  }

  // MARK: Other comments

  private mutating func place(
    _ stretch: CommentReading.Stretch, _ comment: Int, _ drafts: [ReferenceDraft], _ bodies: CommentTexts,
    _ thread: CommentThread
  ) {
    if drafts.contains(where: { $0.words.overlaps(stretch.words) && $0.rule != .echo && $0.rule != .speaker })
    {
      return
    }
    let range = reading.range(of: stretch.words, bodies.utf8)
    if let source = quotedComments.source(
      of: stretch.words, in: reading.words, comment: comment, bodies, thread)
    {
      append(source, comment, range)
      return
    }
    guard stretch.words.count >= Self.fewestMissedWords || stretch.mark == .line else { return }
    let weight = reading.words.weight(of: stretch.words)
    guard weight >= 1.5 else { return }
    wanted.append(
      QuotedComments.Wanted(
        comment: comment, range: range, isLine: stretch.mark == .line,
        hashes: stretch.words.map { reading.words[$0].hash }, weight: weight))
  }

  private mutating func append(_ source: QuotedComments.Source, _ comment: Int, _ range: TextRange) {
    let rule: ReferenceRule = source.isExact ? .comment : .alteredComment
    findings.references.append(
      ArticleReference(
        comment: comment, range: range, target: .comment(source.comment, source.range), kind: .quotes,
        evidence: rule.evidence))
  }

  /// Looks for what is still without a source in all comments, then lists what nobody wrote.
  private mutating func findQuotedComments(_ bodies: CommentTexts, _ thread: CommentThread) {
    let long = wanted.indices.filter { wanted[$0].hashes.count >= PassageMatch.fewestAlteredWords }
    let sources =
      long.isEmpty ? [:] : quotedComments.sources(of: long.map { wanted[$0] }, bodies, count: thread.count)
    var sourceOf: [Int: QuotedComments.Source] = [:]
    for (position, source) in sources { sourceOf[long[position]] = source }
    for (position, stretch) in wanted.enumerated() {
      if let source = sourceOf[position] {
        append(source, stretch.comment, stretch.range)
      } else {
        findings.unmatched.append(
          UnmatchedQuotation(comment: stretch.comment, range: stretch.range, isLine: stretch.isLine))
      }
    }
    findings.references.sort {
      ($0.comment, $0.range.lower, $0.range.upper) < ($1.comment, $1.range.lower, $1.range.upper)
    }
  }
}

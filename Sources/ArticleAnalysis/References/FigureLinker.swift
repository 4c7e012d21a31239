import ArticleModel

/// Links the figures of a comment to the same numbers of the article.
///
/// A number alone proves little. So points are given for what speaks for a link (unit, digits, the words around, an
/// echo of the parent comment) and taken for what speaks against it: `MentionEvidence`, `FigureLikeness` and `FigureCompany`
/// have the tables.
struct FigureLinker {
  private let figures: ArticleFigures
  private let others: OtherValues
  private let evidence: MentionEvidence
  private let likeness: FigureLikeness
  private let company: FigureCompany

  private var index: ArticleWordIndex { figures.index }

  init(_ figures: ArticleFigures, others: OtherValues) {
    self.figures = figures
    self.others = others
    evidence = MentionEvidence(index: figures.index)
    likeness = FigureLikeness(figures: figures)
    company = FigureCompany(figures: figures)
  }

  private static let threshold: Float = 2.45

  /// Links the figures of a comment that the article has, too.
  ///
  /// Two numbers of one sentence of the article, side by side in a comment, support each other: "4 of 34", "27 to 24".
  ///
  /// - Complexity: O(mentions · log n), and figures of about the same value.
  /// - Returns: The references, and the mentions that have none.
  func same(
    as mentions: [FigureMention], _ reading: CommentReading, _ drafts: [ReferenceDraft],
    _ context: ReferenceContext
  ) -> (drafts: [ReferenceDraft], others: [FigureMention]) {
    let candidates = mentions.map { figures.candidates(for: $0) }
    var found: [ReferenceDraft] = []
    var rest: [FigureMention] = []
    for (position, mention) in mentions.enumerated() {
      // A number inside repeated words is referred to with them.
      if drafts.contains(where: { $0.words.overlaps(mention.words) }) { continue }
      guard !candidates[position].isEmpty else {
        rest.append(mention)
        continue
      }
      let base = evidence.points(for: mention, reading)
      let known = found.isEmpty ? drafts : drafts + found
      var best: (entry: ArticleFigures.Entry, score: Float)?
      for candidate in candidates[position] {
        let entry = figures.byFigure[candidate]
        let score =
          base + likeness.points(mention, entry, reading, known, context)
          + company.points(position, entry, mentions, candidates, reading)
        if best.map({ score > $0.score || (score == $0.score && entry.index < $0.entry.index) }) ?? true {
          best = (entry, score)
        }
      }
      guard let best else { continue }
      let isExact = mention.isSameNumber(as: best.entry)
      let isOnly = candidates[position].allSatisfy {
        figures.byFigure[$0].low == best.entry.low && figures.byFigure[$0].high == best.entry.high
          || isExact && !mention.isSameNumber(as: figures.byFigure[$0])
      }
      guard best.score + (isOnly ? 0.4 : 0) >= Self.threshold,
        !isBetterDispute(mention, of: best.entry, reading, drafts, context)
      else {
        rest.append(mention)
        continue
      }
      let kind =
        evidence.isDenied(mention, reading)
        ? ArticleReference.Kind.disputes : reading.kind(of: mention.words, otherwise: .repeats, index)
      found.append(
        ReferenceDraft(words: mention.words, target: .figure(best.entry.index), kind: kind, rule: .figure))
    }
    return (found, rest)
  }

  /// "50 % at best" below "95 %?" is another value for that, even where the article has half of something, too.
  private func isBetterDispute(
    _ mention: FigureMention, of entry: ArticleFigures.Entry, _ reading: CommentReading,
    _ drafts: [ReferenceDraft],
    _ context: ReferenceContext
  ) -> Bool {
    guard context.figure >= 0, context.figure != entry.index,
      mention.quantity.low != entry.quantity.low || mention.quantity.high != entry.quantity.high,
      index.overlap(reading, mention.sentence, entry.sentence, besides: entry.index, without: mention.words)
        < 1,
      let dispute = others.disputed(by: mention, reading, drafts, context)
    else { return false }
    return dispute.figure == context.figure
  }
}

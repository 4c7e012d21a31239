/// Finds the part of the article that some words are most likely from, and aligns them with it.
struct PassageLocator {
  let index: ArticleWordIndex
  private var aligner = PassageAligner()

  init(index: ArticleWordIndex) { self.index = index }

  /// Where the article would have the first of some words, by each of those that weigh enough and stand there.
  private func votes(of part: Range<Int>, _ words: FoldedWords, from least: Float)
    -> [(diagonal: Int, weight: Float)]
  {
    var votes: [(diagonal: Int, weight: Float)] = []
    for word in part where words[word].weight >= least {
      let places = index.places(of: words[word].id)
      guard places.count <= 48 else { continue }
      let weight = words[word].weight / Float(max(1, places.count)).squareRoot()
      for place in places { votes.append((Int(place) - (word - part.lowerBound), weight)) }
    }
    return votes
  }

  /// The alignment of words with the part of the article that has most of their rare words in their order, or the better
  /// one of two such parts.
  mutating func alignment(of part: Range<Int>, _ words: FoldedWords, triesTwo: Bool = false)
    -> PassageAligner.Alignment?
  {
    var votes = votes(of: part, words, from: 0.4)
    if votes.count < 2 { votes = self.votes(of: part, words, from: 0) }
    guard votes.count > 1 else { return nil }
    votes.sort { $0.diagonal < $1.diagonal }
    let window = max(6, part.count / 3)
    guard let first = Self.densest(votes, window, besides: nil) else { return nil }
    let best = align(part, words, at: first, window)
    // "Pym said he will stay" has words of the article's "said Pym", too.
    guard triesTwo, (best?.weight ?? 0) < words.weight(of: part) * 0.5 else { return best }
    guard let second = Self.densest(votes, window, besides: first),
      let other = align(part, words, at: second, window)
    else { return best }
    return other.weight > best?.weight ?? 0 ? other : best
  }

  /// The diagonal from which on a window has the most votes, if they are enough, away from another one.
  private static func densest(
    _ votes: [(diagonal: Int, weight: Float)], _ window: Int, besides other: Int?
  ) -> Int? {
    var (low, sum, best, found) = (0, Float(0), Float(0), 0)
    for high in votes.indices {
      if let other, abs(votes[high].diagonal - other) <= window {
        (low, sum) = (high + 1, 0)
        continue
      }
      sum += votes[high].weight
      while votes[high].diagonal - votes[low].diagonal > window {
        sum -= votes[low].weight
        low += 1
      }
      if sum > best { (best, found) = (sum, votes[low].diagonal) }
    }
    return best >= 1 ? found : nil
  }

  private mutating func align(_ part: Range<Int>, _ words: FoldedWords, at diagonal: Int, _ window: Int)
    -> PassageAligner.Alignment?
  {
    let lower = max(0, diagonal - 6)
    let upper = min(index.words.count, diagonal + window + part.count + 14)
    guard lower < upper else { return nil }
    return aligner.align(words, part, with: index.words, lower..<upper)
  }
}

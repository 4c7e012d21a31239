import ArticleModel

/// Which quotes of an article are put out.
public struct QuoteSelection: Sendable {
  /// Words that the speaker's name must have, in any case and order; empty for every quote.
  private let nameWords: [String]
  private let minimumConfidence: Double

  /// Every quote.
  public static let all = QuoteSelection(speaker: nil, minimumConfidence: 0)

  /// Makes a selection.
  ///
  /// - Parameters:
  ///   - speaker: A name or a part of it, such as the surname; `nil` for every speaker, and for none.
  ///   - minimumConfidence: The lowest confidence, from 0 to 1.
  public init(speaker: String?, minimumConfidence: Double) {
    nameWords = speaker.map(Self.words) ?? []
    self.minimumConfidence = minimumConfidence
  }

  /// Whether a quote is put out.
  func includes(_ quote: Quote, of article: Article) -> Bool {
    guard quote.evidence.confidence >= minimumConfidence else { return false }
    guard !nameWords.isEmpty else { return true }
    guard let name = article.speakerName(of: quote) else { return false }
    let words = Self.words(name)
    return nameWords.allSatisfy(words.contains)
  }

  private static func words(_ name: String) -> [String] {
    name.lowercased().split { $0 == " " || $0 == "\u{A0}" }.map(String.init)
  }
}

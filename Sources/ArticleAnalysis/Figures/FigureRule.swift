import ArticleModel

/// The rules that find figures; each names itself in the evidence of what it found.
///
/// The confidence is the share of a rule's finds that are right on the development data.
enum FigureRule: UInt8, CaseIterable {
  case percent, money, count, duration, age, measure, bare, vague, ratio, multiple, percentagePoint,
    temperature
  case range, ordinal, score

  /// What a figure that the rule found carries: literals, so that a million figures share them.
  var evidence: Evidence { Self.evidences[Int(rawValue)] }

  private static let evidences: [Evidence] = allCases.map { rule in
    switch rule {
    case .percent: Evidence(rule: "figure.percent", confidence: 0.97)
    case .money: Evidence(rule: "figure.money", confidence: 0.96)
    case .count: Evidence(rule: "figure.count", confidence: 0.9)
    case .duration: Evidence(rule: "figure.duration", confidence: 0.9)
    case .age: Evidence(rule: "figure.age", confidence: 0.9)
    case .measure: Evidence(rule: "figure.measure", confidence: 0.92)
    case .bare: Evidence(rule: "figure.bare", confidence: 0.7)
    case .vague: Evidence(rule: "figure.vague", confidence: 0.7)
    case .ratio: Evidence(rule: "figure.ratio", confidence: 0.8)
    case .multiple: Evidence(rule: "figure.multiple", confidence: 0.7)
    case .percentagePoint: Evidence(rule: "figure.percentage-point", confidence: 0.95)
    case .temperature: Evidence(rule: "figure.temperature", confidence: 0.95)
    case .range: Evidence(rule: "figure.range", confidence: 0.85)
    case .ordinal: Evidence(rule: "figure.ordinal", confidence: 0.8)
    case .score: Evidence(rule: "figure.score", confidence: 0.8)
    }
  }
}

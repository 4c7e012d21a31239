import ArticleModel

/// How long ago a comment was posted, in the fewest letters: `3 h`, `2 d`, `5 mo`, `3 y`.
enum Age {
  /// The age of a comment; the source's own words when it gives no time.
  static func text(of comment: Comment, now: Int64) -> String? {
    guard let posted = comment.posted else { return comment.postedText }
    let seconds = now - posted.seconds
    guard seconds >= 0 else { return posted.iso8601 }
    for step in steps where seconds < step.limit { return "\(max(1, seconds / step.unit)) \(step.name)" }
    return nil
  }

  /// Up to which age, in seconds, which unit is counted in.
  private static let steps: [(limit: Int64, unit: Int64, name: String)] = [
    (3600, 60, "min"), (86_400, 3600, "h"), (30 * 86_400, 86_400, "d"),
    (365 * 86_400, 30 * 86_400, "mo"), (.max, 365 * 86_400, "y"),
  ]
}

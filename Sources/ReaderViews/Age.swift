import ArticleModel

/// How long ago a comment was posted, in the fewest letters: `3 h`, `2 d`, `5 mo`, `3 y`.
enum Age {
  /// The age of a comment; the source's own words when it gives no time.
  static func text(of comment: Comment, now: Int64) -> String? {
    guard let posted = comment.posted else { return comment.postedText }
    let seconds = now - posted.seconds
    return seconds >= 0 ? text(seconds: seconds) : posted.iso8601
  }

  /// The age of a time in seconds since 1970; a time to come is now.
  static func text(from time: Int64, now: Int64) -> String { text(seconds: max(0, now - time)) ?? "" }

  private static func text(seconds: Int64) -> String? {
    for step in steps where seconds < step.limit { return "\(max(1, seconds / step.unit)) \(step.name)" }
    return nil
  }

  /// Up to which age, in seconds, which unit is counted in.
  private static let steps: [(limit: Int64, unit: Int64, name: String)] = [
    (3600, 60, "min"), (86_400, 3600, "h"), (30 * 86_400, 86_400, "d"),
    (365 * 86_400, 30 * 86_400, "mo"), (.max, 365 * 86_400, "y"),
  ]
}

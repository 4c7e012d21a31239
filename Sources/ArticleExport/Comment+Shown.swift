import ArticleModel

extension Comment {
  /// The time as trees show it: date and time to the minute (UTC), or what the source printed.
  var shownTime: String? {
    guard let posted else { return postedText }
    guard posted.hasTimeOfDay else { return posted.iso8601 }
    let minutes = posted.iso8601.utf8.dropLast(4).map { $0 == UInt8(ascii: "T") ? 0x20 : $0 }
    return String(decoding: minutes, as: UTF8.self)
  }

  /// The facts about a comment that stand beside its author: time, score and flags, in that order.
  var shownFacts: [String] {
    var facts: [String] = []
    if let time = shownTime { facts.append(time) }
    if let score { facts.append(score == 1 || score == -1 ? "\(score) point" : "\(score) points") }
    facts.append(contentsOf: flags.subtracting([.stub, .section]).names)
    if flags.contains(.stub) { facts.append("not in this source") }
    return facts
  }
}

extension ThreadSection {
  /// How many comments the source has, and how many of them stand further up.
  var shownCount: String {
    let all = commentCount == 1 ? "1 comment" : "\(commentCount) comments"
    return sharedCount > 0 ? "\(all), \(sharedCount) of them above" : all
  }
}

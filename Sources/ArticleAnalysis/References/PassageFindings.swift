/// What a comment has of the article's words.
struct PassageFindings {
  var matches: [PassageMatch] = []
  /// Words that stand in the article to the letter, but are so few that they may be chance.
  var short: [PassageMatch] = []
  /// Quoted stretches that the article does not have.
  var unmatched: [CommentReading.Stretch] = []
}

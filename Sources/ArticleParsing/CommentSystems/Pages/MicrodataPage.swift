/// Comments that say what they are in the vocabulary of schema.org, whatever software made the page.
enum MicrodataPage {
  static let system = MarkedUpComments(
    name: "microdata",
    markup: CommentMarkup(
      comments: [
        "[itemtype*=schema.org/Comment]", "[itemtype*=schema.org/UserComments]", "[typeof=schema:Comment]",
      ],
      identifier: ["@id", "@itemid", "[itemprop=url] @href", "@about"],
      parent: [
        "[itemprop=parentItem] @href", "[itemprop=parentItem] @content", "[itemprop=replyToUrl] @href",
      ],
      author: [
        "[itemprop=author] [itemprop=name]", "[itemprop=creator] [itemprop=name]",
        "[itemprop=author] @content",
        "[itemprop=author]", "[itemprop=creator]", "[property=schema:author]",
      ],
      date: [
        "[itemprop=dateCreated]", "[itemprop=datePublished]", "[itemprop=commentTime]",
        "[property=schema:dateCreated]", "time",
      ],
      score: ["[itemprop=upvoteCount]", "[itemprop=upvoteCount] @content"],
      body: [
        "[itemprop=text]", "[itemprop=commentText]", "[itemprop=description]", "[property=schema:text]",
      ],
      residue: [".reply", ".comment-reply-link"], guesses: true))
}

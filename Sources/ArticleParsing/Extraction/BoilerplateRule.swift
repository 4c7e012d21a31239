/// Why a stretch of a page is no part of the article.
enum BoilerplateRule: UInt8, CaseIterable {
  /// Nothing speaks against the stretch.
  case none
  case navigation, aside, footer, header, form, role
  case share, newsletter, cookies, related, advertisement, sidebar, overlay, tags, byline, authorBox
  case comments, print, contents, rating, login, legal
  case hidden, links, outside, beginning, ending, embedded, table, repetition, title, caption, otherArticle

  /// The rule's name in exports.
  var name: String {
    switch self {
    case .none: "boilerplate.none"
    case .navigation: "boilerplate.nav"
    case .aside: "boilerplate.aside"
    case .footer: "boilerplate.footer"
    case .header: "boilerplate.page-header"
    case .form: "boilerplate.form"
    case .role: "boilerplate.role"
    case .share: "boilerplate.share"
    case .newsletter: "boilerplate.newsletter"
    case .cookies: "boilerplate.cookies"
    case .related: "boilerplate.related"
    case .advertisement: "boilerplate.advertisement"
    case .sidebar: "boilerplate.sidebar"
    case .overlay: "boilerplate.overlay"
    case .tags: "boilerplate.tags"
    case .byline: "boilerplate.byline"
    case .authorBox: "boilerplate.author-box"
    case .comments: "boilerplate.comments"
    case .print: "boilerplate.print"
    case .contents: "boilerplate.table-of-contents"
    case .rating: "boilerplate.rating"
    case .login: "boilerplate.login"
    case .legal: "boilerplate.legal"
    case .hidden: "boilerplate.hidden"
    case .links: "boilerplate.links"
    case .outside: "boilerplate.outside-article"
    case .beginning: "boilerplate.before-article"
    case .ending: "boilerplate.after-article"
    case .embedded: "boilerplate.embedded"
    case .table: "boilerplate.learned"
    case .repetition: "boilerplate.repetition"
    case .title: "boilerplate.title"
    case .caption: "boilerplate.caption"
    case .otherArticle: "boilerplate.other-article"
    }
  }

  /// How often the rule is right on the development pages.
  var confidence: Double {
    switch self {
    case .navigation, .footer, .form, .share, .cookies, .advertisement, .comments, .hidden: 0.95
    case .table, .outside, .beginning, .ending: 0.85
    default: 0.9
    }
  }
}

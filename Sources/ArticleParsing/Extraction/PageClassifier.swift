/// Tells what of a page is not shown, and what is no part of an article.
struct PageClassifier {
  let document: HTMLDocument

  /// Whether an element is hidden from readers.
  func isHidden(_ node: Int) -> Bool {
    if document.nodes[node].attributeCount == 0 { return false }
    if document.attributeBytes("hidden", of: node) != nil { return true }
    if let hidden = document.attributeBytes("aria-hidden", of: node), hidden.elementsEqual("true".utf8) {
      return true
    }
    guard let style = document.attributeBytes("style", of: node) else { return false }
    let words = style.filter { $0 > 0x20 }
    return contains(words, "display:none") || contains(words, "visibility:hidden")
  }

  /// The rule by which an element is boilerplate, or `nil` when it may be part of the article.
  func boilerplateRule(_ node: Int) -> String? {
    switch document.tag(node) {
    case .nav: return "boilerplate.nav"
    case .aside: return "boilerplate.aside"
    case .footer: return "boilerplate.footer"
    case .form, .button: return "boilerplate.form"
    case .text, .body, .html, .p, .h1, .article, .main, .em, .strong, .figure: return nil
    default: break
    }
    guard document.nodes[node].attributeCount > 0 else { return nil }
    if let role = document.attributeBytes("role", of: node) {
      let roles = [
        "navigation", "complementary", "contentinfo", "search", "banner", "dialog", "toolbar", "form",
      ]
      if let match = roles.first(where: { role.elementsEqual($0.utf8) }) {
        return "boilerplate.role-\(match)"
      }
    }
    let words = Self.words(of: node, in: document)
    guard !words.isEmpty else { return nil }
    for (rule, keywords) in Self.keywords where keywords.contains(where: { words.contains($0) }) {
      return rule
    }
    return nil
  }

  /// The parts of an element's class and identifier, in lower case, cut at everything but letters.
  static func words(of node: Int, in document: HTMLDocument) -> Set<String> {
    var words: Set<String> = []
    for name in ["class", "id"] {
      guard let value = document.attributeBytes(name, of: node) else { continue }
      for token in value.prefix(400).split(whereSeparator: { $0 <= 0x20 }) {
        var word: [UInt8] = []
        var previousIsLower = false
        for byte in token {
          let isUpper = (0x41...0x5A).contains(byte)
          let isLetter = isUpper || (0x61...0x7A).contains(byte)
          if !isLetter || isUpper && previousIsLower {
            if !word.isEmpty { words.insert(String(decoding: word, as: UTF8.self)) }
            word = []
          }
          if isLetter { word.append(byte | 0x20) }
          previousIsLower = isLetter && !isUpper
        }
        if !word.isEmpty { words.insert(String(decoding: word, as: UTF8.self)) }
      }
    }
    return words
  }

  private func contains(_ bytes: [UInt8], _ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  private static let keywords: [(rule: String, words: [String])] = [
    (
      "boilerplate.share",
      [
        "share", "sharing", "sharedaddy", "shares", "social", "addtoany", "sharebar", "sociallinks",
        "jetpack",
      ]
    ),
    ("boilerplate.newsletter", ["newsletter", "subscribe", "subscription", "signup", "mailchimp", "optin"]),
    ("boilerplate.cookies", ["cookie", "cookies", "consent", "gdpr", "privacy"]),
    (
      "boilerplate.related",
      [
        "related", "recommended", "recommendations", "recommendation", "outbrain", "taboola", "teaser",
        "teasers",
        "trending", "popular", "mostread", "readmore", "yarpp", "prevnext", "pagination", "pager",
        "morestories",
      ]
    ),
    (
      "boilerplate.advertisement",
      [
        "advert", "advertisement", "ads", "adsbygoogle", "ad", "sponsor", "sponsored", "banner", "promo",
        "promotion",
      ]
    ),
    (
      "boilerplate.navigation",
      [
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "toolbar", "widget",
        "footer",
        "skip", "topbar", "masthead",
      ]
    ),
    ("boilerplate.overlay", ["modal", "popup", "overlay", "lightbox", "tooltip", "paywall"]),
    ("boilerplate.tags", ["tags", "taglist", "tagcloud", "categories", "postmetadata"]),
    ("boilerplate.comments", ["comments", "respond", "disqus", "commentlist", "livefyre"]),
    ("boilerplate.print", ["print", "noprint", "printonly", "screen-reader-text"]),
  ]

  /// Words of classes that hold the byline or date of an article; only short elements count.
  static let bylineWords: Set<String> = [
    "byline", "author", "authors", "dateline", "timestamp", "pubdate", "meta", "postmeta", "entrymeta",
    "published",
    "date",
  ]
}

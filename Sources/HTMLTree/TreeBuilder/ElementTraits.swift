/// What the parsing rules need to know of an element.
struct ElementTraits: OptionSet, BitwiseCopyable {
  let rawValue: UInt8

  /// The element is one of HTML.
  static let html = ElementTraits(rawValue: 1)
  /// The "special" category.
  static let special = ElementTraits(rawValue: 2)
  /// Scopes end at the element ("has a particular element in scope").
  static let boundary = ElementTraits(rawValue: 4)
  /// An "HTML integration point".
  static let htmlIntegration = ElementTraits(rawValue: 8)
  /// A "MathML text integration point".
  static let mathTextIntegration = ElementTraits(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The traits of an element, but for the integration point that depends on an attribute.
  @inline(__always)
  init(_ tag: HTMLTag, _ namespace: HTMLNamespace) {
    switch namespace {
    case .html:
      self = tag.isBoundary ? [.html, .special, .boundary] : tag.isSpecial ? [.html, .special] : .html
    case .math:
      switch tag {
      case .mi, .mo, .mn, .ms, .mtext: self = [.special, .boundary, .mathTextIntegration]
      case .annotationXML: self = [.special, .boundary]
      default: self = []
      }
    case .svg:
      switch tag {
      case .foreignObject, .desc, .title: self = [.special, .boundary, .htmlIntegration]
      default: self = []
      }
    }
  }
}

extension HTMLTag {
  /// Whether scopes end at the HTML element.
  var isBoundary: Bool {
    switch self {
    case .applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template: true
    default: false
    }
  }

  /// Whether the HTML element, which is no boundary, is in the category "special".
  var isSpecial: Bool {
    switch self {
    case .address, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button,
      .center,
      .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption, .figure, .footer,
      .form,
      .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .iframe, .img, .input,
      .keygen,
      .li, .link, .listing, .main, .menu, .meta, .nav, .noembed, .noframes, .noscript, .ol, .p, .param,
      .plaintext,
      .pre, .script, .search, .section, .source, .style, .summary, .tbody, .textarea, .tfoot, .thead, .title,
      .tr,
      .track, .ul, .wbr, .xmp:
      true
    default: false
    }
  }

  /// Whether end tags of the element may be missing ("generate implied end tags").
  var hasImpliedEnd: Bool {
    switch self {
    case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: true
    default: false
    }
  }

  /// Whether end tags of the element may be missing at the end of a template ("… thoroughly").
  var hasThoroughlyImpliedEnd: Bool {
    switch self {
    case .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: true
    default: hasImpliedEnd
    }
  }

  /// Whether nothing can be nested in the element, because it is empty or holds text only.
  var isLeaf: Bool {
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .image, .input, .keygen,
      .link,
      .meta, .param, .source, .track, .wbr, .script, .style, .textarea, .title, .xmp, .iframe, .noembed,
      .noframes:
      true
    default: false
    }
  }

  /// Whether the element usually ends by itself where the next of its kind begins.
  var endsBeforeItsLike: Bool {
    switch self {
    case .p, .li, .dd, .dt, .option, .optgroup, .rb, .rp, .rt, .rtc, .tr, .td, .th, .tbody, .thead, .tfoot,
      .caption,
      .colgroup:
      true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}

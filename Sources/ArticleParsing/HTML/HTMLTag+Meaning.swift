import HTMLTree

/// What elements mean for the text of a page.
extension HTMLTag {
  /// The level of a heading, or `nil` for other elements.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether the element runs inside a line of text.
  var isInline: Bool {
    switch self {
    case .text, .a, .em, .strong, .small, .s, .strike, .cite, .q, .dfn, .abbr, .time, .data, .code, .samp,
      .kbd, .tt,
      .sub, .sup, .i, .b, .u, .mark, .bdi, .bdo, .ruby, .rb, .rt, .rtc, .rp, .span, .font, .basefont, .big,
      .nobr,
      .br, .wbr, .ins, .del, .img, .image, .picture, .label, .variable, .map, .output, .progress, .meter,
      .math, .mi,
      .mo, .mn, .ms, .mtext, .mglyph, .malignmark, .annotationXML, .source, .track, .param, .bgsound, .keygen,
      .area, .input, .button, .select, .svg:
      true
    default: false
    }
  }

  /// Whether nothing inside the element is text of the page.
  var isInvisible: Bool {
    switch self {
    case .head, .style, .script, .template, .svg, .iframe, .object, .embed, .canvas, .video, .audio,
      .noframes, .noembed,
      .textarea, .select, .option, .datalist, .input, .map, .progress, .meter, .rp, .title, .link, .meta,
      .dialog:
      true
    default: false
    }
  }
}

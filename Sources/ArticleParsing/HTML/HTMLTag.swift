/// The elements that something in this target asks for, besides text and the document itself.
///
/// Elements with other names are `.other`; `HTMLDocument.name(of:)` knows what they are called.
enum HTMLTag: String, CaseIterable {
  case document = "#document"
  case text = "#text"
  case other = "#other"
  case html, head, title, base, link, meta, style, script, noscript, template, body
  case article, section, nav, aside, main, header, footer, address, hgroup, search
  case h1, h2, h3, h4, h5, h6
  case p, hr, pre, blockquote, ol, ul, menu, li, dl, dt, dd, figure, figcaption, div, center
  case a, em, strong, small, s, strike, cite, q, dfn, abbr, time, code, samp, kbd, tt, sub, sup, i, b, u, mark
  case ruby, rt, rp, span, font, big, nobr, br, wbr, ins, del
  case img, picture, source, iframe, embed, object, video, audio, canvas, svg, math, map, area
  case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
  case form, fieldset, legend, label, input, button, select, option, textarea, output, progress, meter
  case details, summary, dialog, noframes, frame, frameset
  case variable = "var"

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
    case .text, .a, .em, .strong, .small, .s, .strike, .cite, .q, .dfn, .abbr, .time, .code, .samp, .kbd, .tt,
      .sub, .sup, .i, .b, .u, .mark, .ruby, .rt, .rp, .span, .font, .big, .nobr, .br, .wbr, .ins, .del, .img,
      .picture, .label, .variable, .map, .output, .progress, .meter, .math, .source, .area, .input, .button,
      .select, .svg:
      true
    default: false
    }
  }

  /// Whether nothing inside the element is text of the page.
  var isInvisible: Bool {
    switch self {
    case .head, .style, .script, .template, .svg, .iframe, .object, .embed, .canvas, .video, .audio,
      .noframes,
      .textarea, .select, .option, .input, .map, .progress, .meter, .rp, .title, .link, .meta, .dialog:
      true
    default: false
    }
  }
}

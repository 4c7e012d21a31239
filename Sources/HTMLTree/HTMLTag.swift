/// What a node is: a text, a comment, or an element by its name.
///
/// Holds the elements that the parsing rules or readers of pages ask for. Elements with other names are `.other`;
/// `HTMLDocument.name(of:)` knows what they are called.
@frozen public enum HTMLTag: String, CaseIterable, BitwiseCopyable, Sendable {
  case document = "#document"
  case text = "#text"
  case comment = "#comment"
  case doctype = "#doctype"
  case other = "#other"
  case html, head, title, base, basefont, bgsound, link, meta, style, script, noscript, template, body
  case article, section, nav, aside, main, header, footer, address, hgroup, search
  case h1, h2, h3, h4, h5, h6
  case p, hr, pre, listing, plaintext, xmp, blockquote, ol, ul, menu, dir, li, dl, dt, dd, figure, figcaption
  case div, center
  case a, em, strong, small, s, strike, cite, q, dfn, abbr, time, data, code, samp, kbd, tt, sub, sup, i, b, u
  case mark, bdi, bdo, ruby, rb, rt, rtc, rp, span, font, big, nobr, br, wbr, ins, del
  case img, image, picture, source, track, param, iframe, embed, object, applet, marquee, video, audio, canvas
  case svg, math, map, area
  case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
  case form, fieldset, legend, label, input, button, select, option, optgroup, datalist, textarea, output
  case progress, meter, keygen
  case details, summary, dialog, noframes, noembed, frame, frameset
  case mi, mo, mn, ms, mtext, mglyph, malignmark, desc
  case variable = "var"
  case annotationXML = "annotation-xml"
  case foreignObject = "foreignobject"

  /// Whether the node is an element.
  @inlinable public var isElement: Bool {
    switch self {
    case .document, .text, .comment, .doctype: false
    default: true
    }
  }
}

/// The language that an element belongs to.
@frozen public enum HTMLNamespace: UInt8, BitwiseCopyable, Sendable {
  case html, svg, math
}

import ArticleExport
import TerminalUI
import Themes

extension TextPalette {
  /// The colours of a theme, without its backgrounds: text is written on the terminal's own.
  init(_ theme: Theme) {
    let parameters = { (scope: Scope) in theme.style(scope).parameters }
    self.init(
      heading: parameters(.heading), aside: parameters(.textDim), author: parameters(.commentAuthor),
      unattributedQuote: parameters(.quoteUnattributed),
      speakers: (0..<8).map { parameters(.speaker($0)) }, figure: parameters(.figure))
  }
}

extension Style {
  /// The parameters of the control sequence that selects the letters' colour and attributes (SGR, ECMA-48 8.3.117).
  fileprivate var parameters: String {
    var parameters: [String] = []
    let codes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strike, "9"),
    ]
    for (attribute, code) in codes where attributes.contains(attribute) { parameters.append(code) }
    if let index = foreground.paletteIndex {
      parameters.append(index < 8 ? "\(30 + index)" : index < 16 ? "\(82 + index)" : "38;5;\(index)")
    } else if let value = foreground.rgbValue {
      parameters.append("38;2;\(value >> 16);\(value >> 8 & 0xFF);\(value & 0xFF)")
    }
    return parameters.joined(separator: ";")
  }
}

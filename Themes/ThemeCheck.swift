import TerminalUI

/// What a careful author would want to know about a theme that reads without errors.
public enum ThemeCheck {
  /// The contrast that running text needs (WCAG 2, level AA), and what is asked of dimmed text.
  private static let textContrast: Float = 4.5
  private static let dimContrast: Float = 3

  /// Scopes whose words are read, and the contrast each needs.
  private static let readingScopes: [(scope: Scope, contrast: Float)] = [
    (.text, textContrast), (.heading, textContrast), (.strong, textContrast), (.emphasis, textContrast),
    (.link, textContrast), (.blockquote, textContrast), (.quote, textContrast), (.figure, textContrast),
    (.commentAuthor, textContrast), (.status, textContrast), (.textDim, dimContrast),
    (.commentMeta, dimContrast),
    (.trail, dimContrast),
  ]

  /// The notes on a theme; empty for a good one.
  public static func notes(on file: ThemeFile) -> [String] {
    var notes: [String] = []
    let theme = Theme(file, depth: .direct)
    let page: UInt32 = file.variant == .light ? 0xFA_FAFA : 0x10_1010
    let ink: UInt32 = file.variant == .light ? 0x20_2020 : 0xE0_E0E0
    for (scope, needed) in readingScopes {
      let style = theme.style(scope)
      let isReversed = style.attributes.contains(.reverse)
      let front = style.foreground.rgbValue ?? ink
      let back = style.background.rgbValue ?? page
      let ratio = Contrast.ratio(isReversed ? back : front, isReversed ? front : back)
      if ratio < needed {
        notes.append("\(scope.name) has a contrast of \(rounded(ratio)); \(rounded(needed)) is needed")
      }
    }
    for (marked, plain) in [
      (Scope.quote, Scope.text), (.figure, .text), (.quoteSelected, .text), (.searchMatch, .text),
    ]
    where theme.style(ScopeStack(.text, marked)) == theme.style(plain) {
      notes.append("\(marked.name) looks like \(plain.name)")
    }
    return notes
  }

  private static func rounded(_ value: Float) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

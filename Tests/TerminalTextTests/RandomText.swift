import TestSupport

/// Texts that meet many rules at once.
enum RandomText {
  private static let pieces: [String] = [
    "word", "a", "I", "seven", " ", " ", " ", "  ", "\n", "\t", "-", "–", "—", "/", ".", ",", ":", "!", "?",
    "(", ")",
    "[", "]", "\"", "'", "“", "”", "‘", "’", "«", "»", "$", "€", "%", "12", "3.5", "\u{A0}", "\u{200B}",
    "\u{2060}",
    "\u{200D}", "\u{200C}", "\u{301}", "\u{FE0F}", "é", "ß", "日", "本語", "、", "。", "「", "」", "ー", "か\u{3099}",
    "한국",
    "\u{1112}\u{1161}\u{11AB}", "שלום", "مرحبا", "สวัสดี", "ภาษา", "क्षि", "का", "ක්‍ෂ", "👍🏽", "👩\u{200D}🔬", "🇩🇪", "🇫",
    "☂",
    "🏴\u{E0067}\u{E0062}\u{E007F}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{1B}", "\r\n", "\r", "\u{0}",
    "\u{85}",
    "\u{2028}", "\u{600}", "\u{25CC}", "…", "\u{FFFC}", "\u{E0101}", "\u{1F3FB}",
  ]

  /// Up to sixty pieces, and sometimes bytes that are no text.
  static func bytes(using generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &generator))
      case 1:
        let value = UInt32.random(in: 0..<0x20000, using: &generator)
        if let scalar = Unicode.Scalar(value) { bytes += Array(String(Character(scalar)).utf8) }
      default: bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
      }
    }
    return bytes
  }
}

/// The first bytes of a kind of file that is no text.
struct Signature {
  /// At most eight bytes, the first one highest, as a number: a text's beginning is compared with all of them before
  /// anything is on the screen.
  private let prefix: UInt64
  private let length: Int
  /// What such a file is.
  let name: StaticString

  private init(_ prefix: UInt64, _ length: Int, _ name: StaticString) {
    self.prefix = prefix
    self.length = length
    self.name = name
  }

  /// Whether bytes begin with it.
  func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= length else { return false }
    var read: UInt64 = 0
    for byte in bytes[..<length] { read = read << 8 | UInt64(byte) }
    return read == prefix
  }

  /// The signatures, from the formats' own descriptions.
  static let all = [
    Signature(0x8950_4E47, 4, "a PNG image"),
    Signature(0xFF_D8FF, 3, "a JPEG image"),
    Signature(0x4749_4638_3761, 6, "a GIF image"),  // GIF87a
    Signature(0x4749_4638_3961, 6, "a GIF image"),  // GIF89a
    Signature(0x25_5044_462D, 5, "a PDF document"),  // %PDF-
    Signature(0x504B_0304, 4, "a ZIP archive or an office document"),
    Signature(0x504B_0506, 4, "an empty ZIP archive"),
    Signature(0x1F8B, 2, "gzip-compressed data"),
    Signature(0x28B5_2FFD, 4, "zstd-compressed data"),
    Signature(0xFD37_7A58_5A00, 6, "xz-compressed data"),
    Signature(0x425A_6839_3141_5926, 8, "bzip2-compressed data"),  // BZh91AY&
    Signature(0x377A_BCAF_271C, 6, "a 7z archive"),
    Signature(0x7F45_4C46, 4, "an ELF program"),
    Signature(0xD0CF_11E0, 4, "an old office document"),
    Signature(0xCAFE_BABE, 4, "a Java class or Mach-O program"),
    Signature(0x5351_4C69_7465_2066, 8, "an SQLite database"),  // SQLite f
    Signature(0x4F67_6753, 4, "an Ogg sound or video file"),  // OggS
    Signature(0x4944_3303, 4, "an MP3 sound file"),  // ID3
    Signature(0x664C_6143, 4, "a FLAC sound file"),  // fLaC
    Signature(0x0061_736D, 4, "a WebAssembly module"),
    Signature(0x1A45_DFA3, 4, "a Matroska video file"),
  ]
}

import Glibc

/// An encoding from before UTF-8, by the name that the system's converter has for it.
struct LegacyEncoding: Hashable, Sendable {
  private let name: String

  /// An encoding by the name that the system's converter has for it; for those of mail that pages may not use.
  init(converterName: String) { name = converterName }

  /// The encoding that a lower-case label stands for, as browsers read labels; `nil` for unknown ones.
  init?(label: String) {
    guard let name = Self.names[label] else { return nil }
    self.name = name
  }

  /// The bytes as UTF-8, what cannot be read replaced by U+FFFD; `nil` when the system does not know the encoding.
  ///
  /// - Complexity: O(number of bytes).
  func transcode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    guard let base = bytes.baseAddress else { return [] }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2)
    var buffer = [CChar](repeating: 0, count: 16_384)
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base)
      .assumingMemoryBound(to: CChar.self)
    var left = bytes.count
    while left > 0 {
      var failure: Int32 = 0
      let before = left
      let written = buffer.withUnsafeMutableBufferPointer { space -> Int in
        var target = space.baseAddress
        var room = space.count
        let result = iconv(converter, &input, &left, &target, &room)
        if result == -1 { failure = errno }
        return space.count - room
      }
      for byte in buffer[..<written] { output.append(UInt8(bitPattern: byte)) }
      guard left > 0 else { break }
      if failure == E2BIG, left < before || written > 0 { continue }
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      input = input.map { $0 + 1 }
      left -= 1
    }
    return output
  }

  private static let names: [String: String] = {
    let rows = [
      "GB18030": "gb2312 gbk gb18030 gb_2312 gb_2312-80 x-gbk chinese csgb2312 euc-cn",
      "BIG5-HKSCS": "big5 big5-hkscs cn-big5 x-x-big5",
      "CP932": "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji",
      "EUC-JP": "euc-jp x-euc-jp", "CP949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 windows-949 korean",
      "CP1250": "windows-1250 cp1250 x-cp1250", "ISO-8859-2": "iso-8859-2 iso8859-2 latin2 l2",
      "CP1251": "windows-1251 cp1251 x-cp1251", "KOI8-R": "koi8-r koi8", "KOI8-U": "koi8-u",
      "IBM866": "ibm866 cp866", "ISO-8859-5": "iso-8859-5 iso8859-5 cyrillic",
      "CP1253": "windows-1253 cp1253 x-cp1253", "ISO-8859-7": "iso-8859-7 iso8859-7 greek",
      "CP1254": "windows-1254 cp1254 iso-8859-9 iso8859-9 latin5", "CP1255": "windows-1255 cp1255",
      "ISO-8859-8": "iso-8859-8 iso-8859-8-i hebrew", "CP1256": "windows-1256 cp1256",
      "ISO-8859-6": "iso-8859-6 arabic", "CP1257": "windows-1257 cp1257", "ISO-8859-13": "iso-8859-13",
      "ISO-8859-4": "iso-8859-4 latin4", "CP1258": "windows-1258 cp1258",
      "CP874": "windows-874 tis-620 iso-8859-11",
    ]
    var names: [String: String] = [:]
    for (name, labels) in rows {
      for label in labels.split(separator: " ") { names[String(label)] = name }
    }
    return names
  }()
}

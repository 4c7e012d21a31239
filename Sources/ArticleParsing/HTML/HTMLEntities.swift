/// Character references of HTML, for fragments that are read without a parser.
///
/// All numeric references, and the named ones of HTML 4: what people and comment forms write.
enum HTMLEntities {
  /// What a reference stands for and how long it is.
  struct Reference {
    /// The scalar.
    var scalar: UInt32
    /// The number of bytes from the ampersand to the end, the semicolon included.
    var length: Int
  }

  /// The reference that starts with the ampersand at `start`, or `nil` when there is none.
  ///
  /// A missing semicolon is forgiven after numbers and after the few names that browsers forgive it.
  static func reference(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Reference? {
    guard start + 2 < bytes.count else { return nil }
    if bytes[start + 1] == UInt8(ascii: "#") { return number(at: start, in: bytes) }
    var name: UInt64 = 0
    var cursor = start + 1
    while cursor < bytes.count, cursor - start <= 8, isLetterOrDigit(bytes[cursor]) {
      name = name << 8 | UInt64(bytes[cursor])
      cursor += 1
    }
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") {
      return scalars[name].map { Reference(scalar: $0, length: cursor + 1 - start) }
    }
    for (known, length) in forgiven where cursor - start > length {
      if name >> UInt64((cursor - start - 1 - length) * 8) == known, let scalar = scalars[known] {
        return Reference(scalar: scalar, length: length + 1)
      }
    }
    return nil
  }

  private static func number(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Reference? {
    var cursor = start + 2
    let isHexadecimal = bytes[cursor] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { cursor += 1 }
    let firstDigit = cursor
    var value: UInt32 = 0
    while cursor < bytes.count, let digit = digit(bytes[cursor], isHexadecimal: isHexadecimal) {
      value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
      cursor += 1
    }
    guard cursor > firstDigit else { return nil }
    if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ";") { cursor += 1 }
    // Numbers 128 to 159 mean Windows-1252, as in every browser.
    if (0x80...0x9F).contains(value) { value = windows1252[Int(value) - 0x80] }
    if value == 0 || value > 0x10_FFFF || (0xD800...0xDFFF).contains(value) { value = 0xFFFD }
    return Reference(scalar: value, length: cursor - start)
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x41 + 10)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func packed(_ name: Substring) -> UInt64 {
    name.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let forgiven: [(name: UInt64, length: Int)] =
    ["nbsp", "quot", "amp", "lt", "gt"].map { (packed($0[...]), $0.utf8.count) }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Names by their bytes, packed into one number; names are at most eight bytes long.
  private static let scalars: [UInt64: UInt32] = {
    var table: [UInt64: UInt32] = [:]
    for (first, names) in runs {
      for (offset, name) in names.split(separator: " ").enumerated() where name != "-" {
        table[packed(name)] = first + UInt32(offset)
      }
    }
    for entry in singles.split(separator: " ") {
      let parts = entry.split(separator: "=")
      if parts.count == 2, let value = UInt32(parts[1], radix: 16) { table[packed(parts[0])] = value }
    }
    return table
  }()

  /// Names of scalars that follow one another; `-` leaves one out.
  private static let runs: [(first: UInt32, names: String)] = [
    (
      0xA0,
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
      acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
      Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde \
      Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig \
      ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide \
      oslash ugrave uacute ucirc uuml yacute thorn yuml
      """
    ),
    (
      0x391,
      """
      Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau \
      Upsilon Phi Chi Psi Omega
      """
    ),
    (
      0x3B1,
      """
      alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau \
      upsilon phi chi psi omega
      """
    ),
    (0x2190, "larr uarr rarr darr harr"), (0x21D0, "lArr uArr rArr dArr hArr"),
    (0x2018, "lsquo rsquo sbquo - ldquo rdquo bdquo"), (0x2020, "dagger Dagger bull"),
    (0x2002, "ensp emsp"), (0x200C, "zwnj zwj lrm rlm"), (0x2264, "le ge"),
  ]

  /// Names that stand alone, with their scalars in hexadecimal.
  private static let singles =
    """
    quot=22 amp=26 apos=27 lt=3C gt=3E OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178 fnof=192 circ=2C6 \
    tilde=2DC thinsp=2009 ndash=2013 mdash=2014 hellip=2026 permil=2030 prime=2032 Prime=2033 lsaquo=2039 \
    rsaquo=203A oline=203E frasl=2044 euro=20AC image=2111 weierp=2118 real=211C trade=2122 alefsym=2135 \
    crarr=21B5 forall=2200 part=2202 exist=2203 empty=2205 nabla=2207 isin=2208 notin=2209 ni=220B prod=220F \
    sum=2211 minus=2212 lowast=2217 radic=221A prop=221D infin=221E ang=2220 and=2227 or=2228 cap=2229 cup=222A \
    int=222B there4=2234 sim=223C cong=2245 asymp=2248 ne=2260 equiv=2261 sub=2282 sup=2283 nsub=2284 sube=2286 \
    supe=2287 oplus=2295 otimes=2297 perp=22A5 sdot=22C5 lceil=2308 rceil=2309 lfloor=230A rfloor=230B \
    lang=27E8 rang=27E9 loz=25CA spades=2660 clubs=2663 hearts=2665 diams=2666 thetasym=3D1 upsih=3D2 piv=3D6 \
    hyphen=2010 star=2606 starf=2605 check=2713 lbrack=5B rbrack=5D lpar=28 rpar=29 num=23 excl=21 quest=3F \
    period=2E comma=2C colon=3A semi=3B sol=2F bsol=5C plus=2B equals=3D ast=2A commat=40 dollar=24 percnt=25 \
    lowbar=5F grave=60 verbar=7C vert=7C lbrace=7B rbrace=7D Tab=9 NewLine=A
    """
}

/// A set of line break classes, as bits.
struct LineBreakClassSet {
  var bits: UInt64

  @inline(__always)
  init(_ classes: UnicodeTables.LineBreakClass...) {
    bits = 0
    for lineBreakClass in classes { bits |= 1 &<< UInt64(lineBreakClass.rawValue) }
  }

  @inline(__always)
  func contains(_ lineBreakClass: UnicodeTables.LineBreakClass) -> Bool {
    bits &>> UInt64(lineBreakClass.rawValue) & 1 != 0
  }
}

extension LineBreakClassSet {
  @inline(__always) static var newlines: LineBreakClassSet { LineBreakClassSet(.bk, .cr, .lf, .nl) }
  @inline(__always) static var marks: LineBreakClassSet { LineBreakClassSet(.cm, .zwj) }
  /// What rules call AL, with the scripts and the character that are kept apart.
  @inline(__always) static var letters: LineBreakClassSet { LineBreakClassSet(.al, .hl, .sa, .dc) }
  @inline(__always) static var lettersAndNumbers: LineBreakClassSet {
    LineBreakClassSet(.al, .hl, .sa, .dc, .nu)
  }
  @inline(__always) static var quotes: LineBreakClassSet { LineBreakClassSet(.qu, .quPi, .quPf) }
  @inline(__always) static var ideographs: LineBreakClassSet { LineBreakClassSet(.id, .idCn, .eb, .em) }
  @inline(__always) static var hangul: LineBreakClassSet { LineBreakClassSet(.jl, .jv, .jt, .h2, .h3) }
  @inline(__always) static var aksaras: LineBreakClassSet { LineBreakClassSet(.ak, .asClass, .dc) }
  @inline(__always) static var affixes: LineBreakClassSet { LineBreakClassSet(.pr, .po) }
}

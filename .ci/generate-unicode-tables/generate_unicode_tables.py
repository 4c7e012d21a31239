#!/usr/bin/env python3
"""Generates the character tables of TerminalText and the column widths of CNcurses.

    generate_unicode_tables.py           write the files
    generate_unicode_tables.py --check   exit with 1 when a file differs from what would be written

The facts come from the Unicode Character Database as the PyPI package `regex` carries it; its version is
pinned below, because it decides the Unicode version. Without that package nothing is generated, and a check says
loudly that it was skipped (exit status 0, so that a checkout without network can still be built and tested).
"""

import pathlib
import sys

REGEX_VERSION = "2026.5.9"
UNICODE_VERSION = "17.0"
BLOCK = 128

ROOT = pathlib.Path(__file__).resolve().parents[2]
SWIFT_FILE = ROOT / "Sources/TerminalText/UnicodeTables.swift"
C_FILE = ROOT / "Sources/CNcurses/column_width_table.h"

# The order is the raw value; Sources/TerminalText refers to the names only.
GRAPHEME_CLASSES = [
    "other", "carriageReturn", "lineFeed", "control", "extend", "conjunctExtend", "conjunctLinker", "joiner",
    "regionalIndicator", "prepend", "spacingMark", "hangulL", "hangulV", "hangulT", "hangulLV", "hangulLVT",
    "pictograph", "conjunctConsonant",
]
LINE_BREAK_CLASSES = [
    "AL", "HL", "NU", "SP", "BK", "CR", "LF", "NL", "ZW", "CM", "ZWJ", "WJ", "GL", "BA", "BB", "B2", "HY", "HH",
    "CB", "NS", "EX", "SY", "IS", "CL", "CP", "OP", "QU", "QUPi", "QUPf", "IN", "PR", "PO", "ID", "EB", "EM",
    "RI", "JL", "JV", "JT", "H2", "H3", "AK", "AP", "AS", "VF", "VI", "DC", "IDCn", "SA",
]
EAST_ASIAN = 64
# What unassigned scalars are by default (heads of EastAsianWidth.txt and LineBreak.txt); the package does not know.
CJK_RANGES = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]
UNASSIGNED_WIDE = CJK_RANGES
UNASSIGNED_ID = CJK_RANGES + [(0x1F000, 0x1F7FF), (0x1F900, 0x1FAFF), (0x1FC00, 0x1FFFD)]
UNASSIGNED_PR = [(0x20A0, 0x20CF)]
# Hangul vowel and final jamo join the syllable before them.
JAMO_WITHOUT_WIDTH = [(0x1160, 0x11FF), (0xD7B0, 0xD7FF)]


def scalars():
    """All Unicode scalar values and surrogates, in order."""
    return range(0x110000)


def in_ranges(scalar, ranges):
    return any(low <= scalar <= high for low, high in ranges)


class Properties:
    """Looks up which scalars have a property."""

    def __init__(self, regex):
        self.regex = regex
        self.text = "".join(chr(c) if not 0xD800 <= c < 0xE000 else " " for c in scalars())

    def members(self, prop):
        return {match.start() for match in self.regex.finditer(r"\p{%s}" % prop, self.text)}

    def east_asian(self, widths):
        """The scalars with one of some values (letters) of the East Asian Width."""
        unassigned = self.members("gc=Cn")
        result = set().union(*(self.members(f"East_Asian_Width={width}") for width in widths)) - unassigned
        if "W" in widths:
            result |= {scalar for scalar in unassigned if in_ranges(scalar, UNASSIGNED_WIDE)}
        return result

    def values(self, prop, names):
        """The value of an enumerated property for each scalar; None when it is not one of `names`."""
        result = [None] * 0x110000
        for name in names:
            for scalar in self.members(f"{prop}={name}"):
                result[scalar] = name
        for scalar in range(0xD800, 0xE000):
            result[scalar] = None
        return result


def column_widths(p):
    general = p.values("gc", ["Cc", "Mn", "Me", "Cf", "Zl", "Zp"])
    wide = p.east_asian("WF")
    shown = p.members("Grapheme_Cluster_Break=Prepend") | {0xAD}
    ignorable = p.members("gc=Cn") & p.members("Grapheme_Cluster_Break=Control")
    widths = []
    for scalar in scalars():
        if scalar in ignorable:
            widths.append(0)
        elif general[scalar] is not None and not (general[scalar] == "Cf" and scalar in shown):
            widths.append(0)
        elif in_ranges(scalar, JAMO_WITHOUT_WIDTH):
            widths.append(0)
        else:
            widths.append(2 if scalar in wide else 1)
    return widths


def grapheme_classes(p):
    names = {
        "CR": "carriageReturn", "LF": "lineFeed", "Control": "control", "Extend": "extend", "ZWJ": "joiner",
        "Regional_Indicator": "regionalIndicator", "Prepend": "prepend", "SpacingMark": "spacingMark",
        "L": "hangulL", "V": "hangulV", "T": "hangulT", "LV": "hangulLV", "LVT": "hangulLVT",
    }
    breaks = p.values("Grapheme_Cluster_Break", names)
    pictographs = p.members("Extended_Pictographic")
    conjunct = p.values("Indic_Conjunct_Break", ["Consonant", "Linker", "Extend"])
    result = []
    for scalar in scalars():
        name = names.get(breaks[scalar], "other")
        if name == "extend" and conjunct[scalar] is not None:
            name = {"Linker": "conjunctLinker", "Extend": "conjunctExtend"}[conjunct[scalar]]
        elif name == "other" and scalar in pictographs:
            name = "pictograph"
        elif name == "other" and conjunct[scalar] == "Consonant":
            name = "conjunctConsonant"
        else:
            assert conjunct[scalar] is None or name == "joiner", hex(scalar)
            assert scalar not in pictographs, hex(scalar)
        result.append(GRAPHEME_CLASSES.index(name))
    return result


def line_break_classes(p):
    names = [n for n in LINE_BREAK_CLASSES if n not in ("QUPi", "QUPf", "DC", "IDCn")] + ["AI", "SG", "XX", "CJ"]
    breaks = p.values("Line_Break", names)
    marks = p.members("gc=Mn") | p.members("gc=Mc")
    initial, final, unassigned = p.members("gc=Pi"), p.members("gc=Pf"), p.members("gc=Cn")
    pictographs = p.members("Extended_Pictographic")
    east_asian = p.east_asian("WFH")
    result = []
    for scalar in scalars():
        name = breaks[scalar]
        if scalar in unassigned:
            name = "ID" if in_ranges(scalar, UNASSIGNED_ID) else "PR" if in_ranges(scalar, UNASSIGNED_PR) else "AL"
        if name in (None, "AI", "SG", "XX"):
            assert name is not None or 0xD800 <= scalar < 0xE000, hex(scalar)
            name = "AL"
        elif name == "SA" and scalar in marks:
            name = "CM"
        elif name == "CJ":
            name = "NS"
        elif name == "QU":
            name = "QUPi" if scalar in initial else "QUPf" if scalar in final else "QU"
        if scalar == 0x25CC:
            name = "DC"
        elif name == "ID" and scalar in pictographs and scalar in unassigned:
            name = "IDCn"
        result.append(LINE_BREAK_CLASSES.index(name) | (EAST_ASIAN if scalar in east_asian else 0))
    return result


def two_levels(values):
    """Splits a list into an index of blocks and the different blocks, in order of first use."""
    blocks, index, numbers = [], [], {}
    for start in range(0, len(values), BLOCK):
        block = tuple(values[start : start + BLOCK])
        if block not in numbers:
            numbers[block] = len(blocks)
            blocks.append(block)
        index.append(numbers[block])
    return index, [value for block in blocks for value in block]


def swift_literal(values):
    """Bytes below 128 as the lines of a multi-line string literal."""
    lines, line = [], ""
    for value in values:
        char = chr(value)
        if not 0x20 < value < 0x7F:
            char = "\\u{%X}" % value
        elif char in '\\"':
            char = "\\" + char
        if len(line) + len(char) > 104:
            lines.append(line)
            line = ""
        line += char
    lines.append(line)
    return "\\\n".join("      " + text for text in lines)


def swift_table(name, comment, values):
    return f'''
  /// {comment}
  @inline(__always) static var {name}: UnsafePointer<UInt8> {{
    let bytes: StaticString = """
{swift_literal(values)}
      """
    return bytes.utf8Start
  }}
'''


def swift_enum(name, comment, cases, spell):
    lines = "".join(f"    static let {spell(c)} = {name}(rawValue: {i})\n" for i, c in enumerate(cases))
    return f"""
  /// {comment}
  struct {name}: Equatable {{
    var rawValue: UInt8

{lines}  }}
"""


def swift_file(widths, graphemes, breaks):
    cluster_index, cluster_blocks = two_levels([g << 2 | w for g, w in zip(graphemes, widths)])
    break_index, break_blocks = two_levels(breaks)

    # Two six-bit halves, high first, moved to printable characters.
    def halves(index):
        assert max(index) < 4096
        return [0x30 + half for i in index for half in (i >> 6, i & 63)]

    # Flipping one bit makes the common values printable.
    def flipped(values):
        assert max(values) < 128
        return [value ^ 0x40 for value in values]

    def camel(name):
        return {"AS": "asClass", "IS": "isClass", "IN": "inClass", "ZWJ": "zwj"}.get(name, name[:2].lower() + name[2:])

    return (
        f"""// Made by .ci/generate-unicode-tables/generate_unicode_tables.py from the Unicode Character Database
// {UNICODE_VERSION} (PyPI regex {REGEX_VERSION}). Do not edit; run the generator again.
// swift-format-ignore-file

/// The properties of Unicode scalars, as two-level tables.
///
/// The tables are string literals because those are constant data that needs no initialisation when the program starts.
enum UnicodeTables {{
  /// The number of scalars that share one entry of an index.
  static let blockLength: UInt32 = {BLOCK}

  /// The bit that is flipped in the blocks' bytes.
  static let flippedBit: UInt8 = 0x40

  /// The bit of a line break entry that is set for scalars with the East Asian Width wide, full or half.
  static let eastAsianBit: UInt8 = {EAST_ASIAN}
"""
        + swift_table("clusterIndex", "Two bytes for each block of scalars: the number of its cluster block.", halves(cluster_index))
        + swift_table("clusterBlocks", "A byte for each scalar of a block: the grapheme class times four plus the columns.", flipped(cluster_blocks))
        + swift_table("lineBreakIndex", "Two bytes for each block of scalars: the number of its line break block.", halves(break_index))
        + swift_table("lineBreakBlocks", "A byte for each scalar of a block: the line break class and the East Asian bit.", flipped(break_blocks))
        + "}\n\nextension UnicodeTables {"
        + swift_enum("GraphemeClass", "The classes of UAX #29, with pictographs and Indic conjuncts kept apart.", GRAPHEME_CLASSES, str)[1:]
        + swift_enum("LineBreakClass", "The classes of UAX #14 after rule LB1, with quotation marks, the dotted circle, unassigned pictographs\n  /// and the South East Asian scripts kept apart.", LINE_BREAK_CLASSES, camel)
        + "}\n"
    )


def c_rows(values, width):
    text = [str(value) for value in values]
    lines, line = [], " "
    for number in text:
        if len(line) + len(number) + 2 > width:
            lines.append(line)
            line = " "
        line += f" {number},"
    lines.append(line)
    return "\n".join(lines)


def c_file(widths):
    # Two bits a scalar, four scalars a byte.
    packed = [sum(widths[at + i] << (2 * i) for i in range(4)) for at in range(0, len(widths), 4)]
    blocks, index, numbers = [], [], {}
    for start in range(0, len(packed), BLOCK // 4):
        block = tuple(packed[start : start + BLOCK // 4])
        if block not in numbers:
            numbers[block] = len(numbers)
            blocks.extend(block)
        index.append(numbers[block])
    assert len(numbers) < 256
    return f"""/* Made by .ci/generate-unicode-tables/generate_unicode_tables.py from the Unicode Character Database
   {UNICODE_VERSION} (PyPI regex {REGEX_VERSION}). Do not edit; run the generator again. */
#ifndef PULLQUOTE_COLUMN_WIDTH_TABLE_H
#define PULLQUOTE_COLUMN_WIDTH_TABLE_H

/* The number of the block of {BLOCK} scalars. */
static const unsigned char pq_column_width_index[{len(index)}] = {{
{c_rows(index, 110)}
}};

/* The columns of the scalars of each block, four to a byte, the first in the lowest bits. */
static const unsigned char pq_column_width_blocks[{len(blocks)}] = {{
{c_rows(blocks, 110)}
}};

/* The columns that a terminal gives to a scalar: 0, 1 or 2; -1 for a control character, as wcwidth says. */
static int pq_column_width(unsigned int scalar) {{
  if (scalar >= 0x20 && scalar < 0x7F) return 1;
  if (scalar == 0) return 0;
  if (scalar < 0xA0 || scalar > 0x10FFFF) return -1;
  unsigned int block = pq_column_width_index[scalar / {BLOCK}];
  unsigned int packed = pq_column_width_blocks[block * {BLOCK // 4} + scalar % {BLOCK} / 4];
  return (int)(packed >> (scalar % 4 * 2) & 3);
}}

#endif
"""


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    try:
        import regex
        version = __import__("importlib.metadata").metadata.version("regex")
    except ImportError:
        version = None
    if version != REGEX_VERSION:
        message = f"generate_unicode_tables: needs PyPI regex {REGEX_VERSION}, found {version}"
        if check:
            print(f"{message}\nSKIPPED: the generated Unicode tables were NOT checked", file=sys.stderr)
            return
        sys.exit(message)
    p = Properties(regex)
    widths = column_widths(p)
    files = {
        SWIFT_FILE: swift_file(widths, grapheme_classes(p), line_break_classes(p)),
        C_FILE: c_file(widths),
    }
    stale = [path for path, text in files.items() if not path.exists() or path.read_text() != text]
    if check:
        for path in stale:
            print(f"generate_unicode_tables: {path.relative_to(ROOT)} is not up to date", file=sys.stderr)
        sys.exit(1 if stale else 0)
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path])


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Generates the table of named character references of HTMLTree.

    generate_entity_table.py           write the file
    generate_entity_table.py --check   exit with 1 when the file differs from what would be written

The names come from `html.entities.html5` of Python's standard library, which is the table of the HTML standard
(section "Named character references"); that table is closed, so any Python 3 gives the same file.
"""

import html.entities
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SWIFT_FILE = ROOT / "Sources/HTMLTree/Entities/NamedReferences.swift"
LINE = 100


def digits(value, count):
    """A number as `count` characters of six bits each, from "0" upwards."""
    return "".join(chr(0x30 + (value >> 6 * place & 63)) for place in reversed(range(count)))


def lines(text):
    """A text of ASCII characters as the lines of a multi-line string literal."""
    pieces = [text[start:start + LINE].replace("\\", "\\\\") for start in range(0, len(text), LINE)]
    return "\\\n".join("      " + piece for piece in pieces)


def table(name, comment, text):
    return f"""
  /// {comment}
  @inline(__always) static var {name}: UnsafePointer<UInt8> {{
    let bytes: StaticString = \"\"\"
{lines(text)}
      \"\"\"
    return bytes.utf8Start
  }}
"""


def swift_file():
    references = html.entities.html5
    names = sorted(name[:-1] for name in references if name.endswith(";"))
    text, records, starts = "", "", []
    for name in names:
        scalars = [ord(scalar) for scalar in references[name + ";"]]
        is_forgiven = name in references
        records += digits(len(text), 3) + digits(scalars[0] | is_forgiven << 23, 4)
        records += digits(scalars[1] if len(scalars) > 1 else 0, 3)
        text += name
    records += digits(len(text), 3)
    for letter in range(ord("A"), ord("z") + 2):
        starts.append(sum(ord(name[0]) < letter for name in names))
    return (
        f"""// Made by .ci/generate-entity-table/generate_entity_table.py from the table of the HTML standard.
// Do not edit; run the generator again.
// swift-format-ignore-file

/// The {len(names)} names of character references, sorted by their bytes.
///
/// The tables are string literals because those are constant data that needs no initialisation when the program starts.
/// Numbers are written with six bits a character, from `0` (0) to `o` (63).
enum NamedReferences {{
  /// The number of names.
  static let count = {len(names)}

  /// The characters of a record: 3 for where the name starts, 4 for the first scalar and a flag, 3 for the second.
  static let recordLength = 10

  /// The bit of a first scalar that is set when the semicolon may be missing.
  static let forgivenBit = 1 << 23
"""
        + table("names", "All names, without ampersand and semicolon, one after the other.", text)
        + table("records", "A record for each name, and after the last one where the names end.", records)
        + table("letters", "For each byte from `A` to one after `z` two characters: the first name that does not begin before it.",
                "".join(digits(start, 2) for start in starts))
        + "}\n")


def main():
    text = swift_file()
    if "--check" in sys.argv[1:]:
        if not SWIFT_FILE.exists() or SWIFT_FILE.read_text() != text:
            sys.exit(f"{SWIFT_FILE.relative_to(ROOT)} is out of date: run {pathlib.Path(__file__).name}")
    else:
        SWIFT_FILE.write_text(text)


if __name__ == "__main__":
    main()

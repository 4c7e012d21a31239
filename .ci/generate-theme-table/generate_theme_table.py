#!/usr/bin/env python3
"""Generates the table of the themes that ship in the program, from their TOML files.

    generate_theme_table.py           write the file
    generate_theme_table.py --check   exit with 1 when the file differs from what would be written

A theme is needed before the first screen, and reading its file then takes longer than drawing that screen. Inheritance
and palette names are resolved here; files that are wrong are told by `pullquote themes check`, not here.
"""

import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "Themes"
SWIFT_FILE = FOLDER / "BuiltInThemeTable+Themes.swift"
SCOPES = ROOT / "Sources/TerminalUI/Scope.swift"
ATTRIBUTES = ["bold", "dim", "italic", "underline", "reverse", "strike"]
NOTHING = 1 << 29
LINE = 98


def digits(value, count):
    """A number as `count` characters of six bits each, from "0" upwards."""
    return "".join(chr(0x30 + (value >> 6 * place & 63)) for place in reversed(range(count)))


def scope_numbers():
    """The dotted names of scopes with their numbers, from the list in the source."""
    text = SCOPES.read_text()
    names = re.search(r"static let names: \[String\] = \[(.*?)\]", text, re.S).group(1)
    return {name: number + 1 for number, name in enumerate(re.findall(r'"([^"]+)"', names))}


def color(text, palette):
    if text is None:
        return NOTHING
    text = palette.get(text, text)
    return 0 if text == "default" else 1 << 24 | int(text[1:], 16)


def records(name, scopes):
    """The title and variant of a theme, and for each scope that it says something about a record."""
    chain = []
    while name:
        chain.append(tomllib.loads((FOLDER / f"{name}.toml").read_text()))
        name = chain[-1].get("inherits")
    palette, styles = {}, {}
    for theme in reversed(chain):
        palette |= theme.get("palette", {})
        styles |= theme.get("styles", {})
    text = ""
    for scope, fields in sorted(styles.items(), key=lambda entry: scopes[entry[0]]):
        flags = [sum(1 << bit for bit, key in enumerate(ATTRIBUTES) if fields.get(key) is value) for value in (True, False)]
        text += digits(scopes[scope], 2) + digits(color(fields.get("fg"), palette), 5)
        text += digits(color(fields.get("bg"), palette), 5) + digits(flags[0], 1) + digits(flags[1], 1)
    return chain[0]["name"], chain[0].get("variant", "any"), text



def lines(text):
    """A text of ASCII characters as the lines of a multi-line string literal, whole records on each."""
    pieces = [text[start:start + LINE].replace("\\", "\\\\") for start in range(0, len(text), LINE)]
    return "\\\n".join("          " + piece for piece in pieces)


def swift_file():
    scopes = scope_numbers()
    source = (FOLDER / "BuiltInThemes.swift").read_text()
    names = re.findall(r'"([^"]+)"', re.search(r"static let names = \[(.*?)\]", source, re.S).group(1))
    cases = ""
    for name in names:
        title, variant, text = records(name, scopes)
        cases += f"""    case "{name}":
      BuiltInThemeTable(
        title: "{title}", variant: .{variant},
        records: \"\"\"
{lines(text)}
          \"\"\")
"""
    return f"""// Made by .ci/generate-theme-table/generate_theme_table.py from the theme files. Do not edit;
// run the generator again.
// swift-format-ignore-file

extension BuiltInThemeTable {{
  /// The table of a theme that ships in the program.
  static func table(named name: String) -> BuiltInThemeTable? {{
    switch name {{
{cases}    default: nil
    }}
  }}
}}
"""


def main():
    text = swift_file()
    if "--check" in sys.argv[1:]:
        if not SWIFT_FILE.exists() or SWIFT_FILE.read_text() != text:
            sys.exit(f"{SWIFT_FILE.relative_to(ROOT)} is out of date: run {pathlib.Path(__file__).name}")
    else:
        SWIFT_FILE.write_text(text)


if __name__ == "__main__":
    main()

import CNcurses
import Glibc

/// A terminal description with 24-bit colour, made from the terminal's own.
///
/// ncurses uses 24-bit colour only when terminfo says `RGB`, which hardly any installed entry does, while most
/// terminals of today announce it in `COLORTERM`. The entry takes everything from the terminal's own and adds
/// direct colour; redefining the palette is taken away, so that leaving does not reset the user's colours.
enum DirectColorEntry {
  /// The name of the entry to start curses with, or `nil` when the terminal does not ask for one or none can be made.
  static func entry(for term: String, cacheFolder: String?) -> String? {
    guard let announced = getenv("COLORTERM").map({ String(cString: $0) }),
      announced == "truecolor" || announced == "24bit", !term.contains("direct"), let cacheFolder,
      term.utf8.allSatisfy({ isNameByte($0) })
    else { return nil }
    let name = "pullquote+\(term)"
    let folder = cacheFolder + "/terminfo"
    let compiled = "\(folder)/p/\(name)"
    if access(compiled, R_OK) != 0 {
      guard compile(name: name, term: term, folder: folder), access(compiled, R_OK) == 0 else { return nil }
    }
    let others = getenv("TERMINFO_DIRS").map { ":" + String(cString: $0) } ?? ":"
    setenv("TERMINFO_DIRS", folder + others, 1)
    return name
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
  }

  /// Writes the source and runs `tic`, which is part of every Debian system.
  private static func compile(name: String, term: String, folder: String) -> Bool {
    guard makeFolders(folder) else { return false }
    let foreground = "\\E[%?%p1%{8}%<%t3%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
    let background = "\\E[%?%p1%{8}%<%t4%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
    let source = """
      \(name)|\(term) with direct colour for pullquote,
      \tRGB, ccc@, initc@, oc@, initp@,
      \tcolors#0x1000000, pairs#0x10000,
      \tsetaf=\(foreground),
      \tsetab=\(background),
      \tuse=\(term),

      """
    let path = "\(folder)/\(name).\(getpid()).ti"
    guard let file = fopen(path, "w") else { return false }
    let written = fputs(source, file) >= 0
    fclose(file)
    defer { unlink(path) }
    guard written else { return false }
    let words: [String] = ["tic", "-x", "-o", folder, path]
    let copies: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var list: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) }
    list.append(nil)
    return pq_run_quietly(list) == 0
  }

  private static func makeFolders(_ path: String) -> Bool {
    var current = ""
    for part in path.split(separator: "/") {
      current += "/" + part
      if mkdir(current, 0o700) != 0, errno != EEXIST { return false }
    }
    return true
  }
}

import ArticleParsing
import ArticleSources
import Glibc

/// Folders as sources: the files in them that may hold articles.
enum SourceFolder {
  /// Whether a name is that of a folder.
  static func isFolder(_ name: String) -> Bool {
    var status = stat()
    return name != "-" && stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files of a folder, or the one of them that was asked for, counted from 1.
  ///
  /// - Throws: `SourceFailure` when there is nothing to read, `ParseError` when there is no such file.
  static func files(of folder: String, article: Int?) throws -> [String] {
    let files = files(in: [folder])
    guard !files.isEmpty else {
      throw SourceFailure(source: folder, reason: "is a folder without files to read; name another source")
    }
    guard let article else { return files }
    guard files.indices.contains(article - 1) else {
      throw ParseError.noArticle(article, count: files.count)
    }
    return [files[article - 1]]
  }

  /// The path of a file from the root, links followed; `nil` when there is none.
  static func fullPath(_ path: String) -> String? {
    guard let full = realpath(path, nil) else { return nil }
    defer { free(full) }
    return String(cString: full)
  }

  /// The files that names stand for: files, and all that lies in folders, in the order of their names.
  ///
  /// In folders, hidden files, links to folders, pipes and devices, and what belongs to pages are left out: the folders that browsers save
  /// beside them, style sheets, scripts and fonts.
  static func files(in names: [String]) -> [String] {
    var files: [String] = []
    for name in names {
      guard isFolder(name) else {
        files.append(name)
        continue
      }
      var waiting = [name]
      while let path = waiting.popLast() {
        guard let inside = entries(of: path) else {
          files.append(path)
          continue
        }
        waiting += inside.reversed()
      }
    }
    return files
  }

  /// What is to be looked at in a folder, in order; `nil` for what is no folder.
  private static func entries(of path: String) -> [String]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, let folder = opendir(path) else {
      return nil
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    let all = Set(names)
    let wanted = names.filter { name in
      guard !name.hasPrefix("."), !isPartOfPages(name) else { return false }
      var own = stat()
      guard lstat("\(path)/\(name)", &own) == 0 else { return true }
      switch own.st_mode & S_IFMT {
      case S_IFDIR: return !belongsToPage(name, among: all)
      case S_IFREG: return true
      // A link to nothing is told as a file that is not there; pipes and devices would be waited for.
      case S_IFLNK: return stat("\(path)/\(name)", &own) != 0 || own.st_mode & S_IFMT == S_IFREG
      default: return false
      }
    }
    return wanted.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }

  /// How browsers name the folder of a page's pictures and scripts, in the languages they speak.
  private static let endings = [
    "_files", ".files", "_fichiers", "-Dateien", "_archivos", "_ficheros", "_arquivos", "_bestanden",
    "_pliki",
    "_file", "_filer", "_soubory",
  ]

  private static func belongsToPage(_ folder: String, among names: Set<String>) -> Bool {
    endings.contains { ending in
      guard folder.hasSuffix(ending) else { return false }
      let page = folder.dropLast(ending.count)
      return [".html", ".htm", ".xhtml", ".xht", ".HTML", ".HTM"].contains { names.contains(page + $0) }
    }
  }

  /// Whether a file is by its name something that only pages use.
  private static func isPartOfPages(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    switch name[dot...].lowercased() {
    case ".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".ico": return true
    default: return false
    }
  }
}

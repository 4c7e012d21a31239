import ArticleModel
import CNcurses
import Glibc
import ReaderCore
import TerminalUI

/// Draws pictures with the program `chafa` in a child process.
///
/// Decoders of images read hostile files: they run with little memory and time, and what they put out is read as text.
/// Nothing is fetched: only pictures that lie beside a saved page are drawn.
struct PictureProgram {
  /// The bytes of output that are read, the memory and the time that the program may take.
  private static let mostOutput = 4 << 20
  private static let mostMemory = 1 << 30
  private static let mostSeconds: Int32 = 5

  /// Draws a picture; the cells, or why there are none.
  static func draw(
    _ source: String, of article: ArticleSource, size: Size, depth: ColorDepth
  ) -> Result<PictureCells, PictureFailure> {
    guard let path = path(of: source, article) else {
      return .failure(PictureFailure(reason: "it is on the web, and pictures are not fetched"))
    }
    guard access(path, R_OK) == 0 else { return .failure(PictureFailure(reason: "\(path) is not there")) }
    let colors =
      switch depth {
      case .none: "none"
      case .ansi8: "8"
      case .ansi16: "16"
      case .palette256: "240"
      case .direct: "full"
      }
    let words = [
      "chafa", "--format", "symbols", "--size", "\(size.width)x\(size.height)", "--colors", colors,
      "--animate", "off",
      "--", path,
    ]
    let copies: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var list: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) }
    list.append(nil)
    var length = 0
    var status: Int32 = -1
    let output = [UInt8](unsafeUninitializedCapacity: mostOutput) { buffer, count in
      status = pq_capture(list, buffer.baseAddress, buffer.count, &length, mostMemory, mostSeconds)
      count = length
    }
    guard status == 0 else {
      return .failure(
        PictureFailure(
          reason: status == 127
            ? "the program chafa is not installed" : "chafa could not draw it (status \(status))"))
    }
    let cells = PictureCells(output)
    return cells.rows.isEmpty ? .failure(PictureFailure(reason: "chafa drew nothing")) : .success(cells)
  }

  /// The file of a picture beside a saved page; `nil` for one on the web.
  private static func path(of source: String, _ article: ArticleSource) -> String? {
    var name = source
    if name.hasPrefix("file://") { name = String(name.dropFirst(7)) }
    guard !name.contains("://"), !name.hasPrefix("data:"), !name.hasPrefix("//") else { return nil }
    name = String(name.prefix { $0 != "?" && $0 != "#" })
    guard !name.hasPrefix("/"), case .path(let page) = article.location, let slash = page.lastIndex(of: "/")
    else {
      return name
    }
    return page[...slash] + name
  }
}

/// Why a picture cannot be drawn.
struct PictureFailure: Error {
  let reason: String
}

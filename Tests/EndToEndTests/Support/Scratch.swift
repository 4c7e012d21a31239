import Foundation

/// A folder that lives as long as the test that made it.
final class Scratch {
  let folder: URL

  init() throws {
    let name = "pq-\(UInt32.random(in: .min ... .max))"
    // Directly below /tmp: the path of a tmux socket must stay below 108 bytes.
    folder = URL(fileURLWithPath: "/tmp").appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ bytes: Data, to name: String) throws -> String {
    try bytes.write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  /// The text of a file; empty when there is none.
  func text(of name: String) -> String { String(decoding: bytes(of: name), as: UTF8.self) }

  /// The bytes of a file; none when there is no such file.
  func bytes(of name: String) -> Data {
    (try? Data(contentsOf: folder.appendingPathComponent(name))) ?? Data()
  }
}

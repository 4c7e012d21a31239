import Foundation

/// The development data beside the repository, when it is there.
enum SharedData {
  static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["PULLQUOTE_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent("data").path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  static func files(_ path: String, withExtension pathExtension: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: root.appendingPathComponent(path), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == pathExtension }.sorted { $0.path < $1.path }
  }
}

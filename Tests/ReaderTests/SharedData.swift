import Foundation

/// Data that lives beside the repository; tests that need it are skipped without it.
enum SharedData {
  private static let folder: String = {
    let given = ProcessInfo.processInfo.environment["PULLQUOTE_SHARED"] ?? ""
    guard given.isEmpty else { return given }
    return URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
      .standardized.path
  }()

  static var naughtyStrings: String { folder + "/data/hostile/blns/blns.txt" }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

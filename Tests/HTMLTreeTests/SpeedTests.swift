import Foundation
import Glibc
import HTMLTree
import Testing

/// How the tests were built.
enum BuildKind {
  static var isOptimised: Bool {
    var isDebug = false
    assert({ isDebug = true }() == ())
    return !isDebug
  }
}

// Skipped in debug builds, whose speed says nothing, and when the development data does not stand beside the
// repository: swift test -c release -Xswiftc -enable-testing -Xswiftc -use-ld=lld --filter SpeedTests
@Suite("Speed", .enabled(if: SharedData.isPresent && BuildKind.isOptimised))
struct SpeedTests {
  @Test("Parsing a page takes no more than forty times as long as looking for its less-than signs")
  func pages() throws {
    let pages = try Self.pages()
    let size = pages.reduce(0) { $0 + $1.count }
    let parsing = Self.best { pages.reduce(0) { $0 + HTMLDocument(parsing: $1).nodes.count } }
    let scanning = Self.best { pages.reduce(0) { $0 + Self.lessThanSigns($1) } }
    let rate = Double(size) / parsing / 1e6
    print("\(pages.count) pages, \(size) bytes: \(Int(rate)) MB/s, \(parsing / scanning) times a scan")
    #expect(parsing <= 40 * scanning)
  }

  /// The development pages, kept for as long as the process runs.
  private static func pages() throws -> [UnsafeBufferPointer<UInt8>] {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let folder = SharedData.root.appendingPathComponent("data/extraction/pages").path
    shell.arguments = [
      "-c", "for page in \(folder)/*/*.gz; do gzip -dc \"$page\"; printf '\\0PAGE\\0'; done",
    ]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: data.count)
    _ = bytes.initialize(from: data)
    var pages: [UnsafeBufferPointer<UInt8>] = []
    let mark = Array("\0PAGE\0".utf8)
    var (start, cursor) = (0, 0)
    while let base = bytes.baseAddress, let found = memchr(base + cursor, 0, bytes.count - cursor) {
      let end = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
      cursor = end + 1
      if bytes[end...].starts(with: mark) {
        pages.append(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        cursor = end + mark.count
        start = cursor
      }
    }
    return pages
  }

  private static func lessThanSigns(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var count = 0
    var start = 0
    while let found = memchr(base + start, 0x3C, bytes.count - start) {
      count += 1
      start = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found)) + 1
    }
    return count
  }

  /// The least processor time of five runs, in seconds.
  private static func best(_ work: () -> Int) -> Double {
    (0..<5).map { _ in
      var (before, after) = (timespec(), timespec())
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before)
      let result = work()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after)
      #expect(result > 0)
      return Double(after.tv_sec - before.tv_sec) + Double(after.tv_nsec - before.tv_nsec) * 1e-9
    }.min() ?? 0
  }
}

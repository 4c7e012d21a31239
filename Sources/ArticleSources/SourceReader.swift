import ArticleModel
import ArticleParsing
import Glibc

/// Gets the bytes of files, pipes and standard input.
///
/// Large files are mapped, because filling 50 MB of fresh memory takes longer than reading 100,000 comments in them. The
/// map is dropped once the article is made (a second at most), so a file that changes later changes nothing; one that
/// is truncated within that second ends the program, with the terminal restored.
public struct SourceReader: Sendable {
  /// The most bytes that a pipe or device may deliver; without a limit `/dev/zero` would fill the memory.
  public static let streamLimit = 256 << 20

  /// How many seconds the writer of a FIFO may be late.
  private static let writerPatience: Int32 = 3

  /// Files of at least this many bytes are mapped.
  private static let mappedSize = 1 << 20

  /// Makes a reader.
  public init() {}

  /// Where a name on the command line points: `-` is standard input.
  public func location(of name: String) -> ArticleSource.Location { name == "-" ? .stream : .path(name) }

  /// Reads a source whole.
  ///
  /// - Throws: `SourceFailure`; nothing was read then.
  public func read(_ location: ArticleSource.Location) throws(SourceFailure) -> SourceBytes {
    switch location {
    case .path(let path): return try readFile(path, limit: nil)
    case .stream, .url, .sample: return try readStandardInput()
    }
  }

  /// Reads the beginning of a regular file that is longer than that; `nil` for everything else.
  public func beginning(of location: ArticleSource.Location, limit: Int) -> SourceBytes? {
    guard case .path(let path) = location else { return nil }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > limit else {
      return nil
    }
    return try? readFile(path, limit: limit)
  }

  private func readStandardInput() throws(SourceFailure) -> SourceBytes {
    guard isatty(0) == 0 else {
      throw SourceFailure(
        source: "standard input", reason: "is a terminal; give a file, or pipe text into pullquote")
    }
    return try readAll(0, name: "standard input", expected: 65_536, limit: nil)
  }

  private func readFile(_ path: String, limit: Int?) throws(SourceFailure) -> SourceBytes {
    // O_NONBLOCK so that opening a FIFO does not wait for a writer that may never come.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SourceFailure(source: path, error: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw SourceFailure(source: path, error: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw SourceFailure(source: path, reason: "is a directory; name a file in it")
    case S_IFREG: break
    case S_IFIFO where !Self.hasWriter(descriptor):
      throw SourceFailure(
        source: path,
        reason: "is a pipe into which nothing was written within \(Self.writerPatience) seconds; "
          + "start its writer first")
    default:
      _ = fcntl(descriptor, F_SETFL, 0)
      return try readAll(descriptor, name: path, expected: 65_536, limit: limit)
    }
    guard Int(status.st_size) <= SourceBytes.sizeLimit else {
      throw SourceFailure(source: path, reason: ParseError.tooLarge(Int(status.st_size)).message)
    }
    if limit == nil, let mapped = Self.map(descriptor, size: Int(status.st_size)) { return mapped }
    return try readAll(
      descriptor, name: path, expected: min(limit ?? .max, Int(status.st_size)), limit: limit)
  }

  /// Whether a FIFO has a writer, or gets one soon.
  ///
  /// A poll of a FIFO reports nothing before the first one opens it.
  private static func hasWriter(_ descriptor: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, writerPatience * 1000) != 0
  }

  /// Maps a large file; `nil` for a small one, or when the file system cannot map.
  private static func map(_ descriptor: Int32, size: Int) -> SourceBytes? {
    guard size >= mappedSize, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    let memory = SendableMemory(pointer: start)
    return SourceBytes(unowned: UnsafeRawBufferPointer(start: start, count: size)) {
      munmap(memory.pointer, size)
    }
  }

  /// Reads to the end; a stream that is longer than the limit for streams is refused.
  private func readAll(
    _ descriptor: Int32, name: String, expected: Int, limit: Int?
  ) throws(SourceFailure) -> SourceBytes {
    // One byte more than expected, so that the end is seen without growing.
    var capacity = max(4096, expected + 1)
    guard var buffer = malloc(capacity) else {
      throw SourceFailure(source: name, reason: "is too large for the memory of this machine")
    }
    var count = 0
    while count < limit ?? .max {
      if count == capacity {
        guard capacity <= max(Self.streamLimit, expected) else {
          free(buffer)
          throw SourceFailure(
            source: name,
            reason: "does not end within \(Self.streamLimit >> 20) MB; save the part to read in a file")
        }
        capacity *= 2
        guard let larger = realloc(buffer, capacity) else {
          free(buffer)
          throw SourceFailure(source: name, reason: "is too large for the memory of this machine")
        }
        buffer = larger
      }
      let got = Glibc.read(descriptor, buffer + count, min(capacity - count, (limit ?? .max) - count))
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        let code = errno
        free(buffer)
        throw SourceFailure(source: name, error: code)
      }
      if got == 0 { break }
      count += got
    }
    let memory = SendableMemory(pointer: buffer)
    return SourceBytes(unowned: UnsafeRawBufferPointer(start: buffer, count: count)) { free(memory.pointer) }
  }
}

/// Memory that is handed from the one who filled it to the one who frees it; nobody else touches it.
private struct SendableMemory: @unchecked Sendable {
  let pointer: UnsafeMutableRawPointer
}

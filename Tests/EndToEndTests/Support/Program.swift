import Foundation

/// The binary under test, run without a terminal.
struct Program {
  /// How a run ended and what it wrote.
  struct Result {
    /// The exit status; 128 and the signal's number when a signal ended it.
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  enum Problem: Error { case cannotStart(Int32), tookTooLong }

  /// The binary: next to the test bundle, or where PULLQUOTE_BINARY says.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["PULLQUOTE_BINARY"], !named.isEmpty { return named }
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("pullquote").path
  }()

  /// Whether there is a binary to run.
  static let isThere = FileManager.default.isExecutableFile(atPath: path)

  /// A test that needs longer than this hangs.
  private static let limit: TimeInterval = 60

  /// Runs the binary with arguments.
  static func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws
    -> Result
  {
    try spawn([path] + arguments, input: Data(input.utf8), environment: environment)
  }

  /// Runs the binary with arguments and bytes on standard input.
  static func run(_ arguments: [String], input: String) throws -> Result {
    try spawn([path] + arguments, input: Data(input.utf8), environment: [:])
  }
  static func run(_ arguments: String..., bytes: Data) throws -> Result {
    try spawn([path] + arguments, input: bytes, environment: [:])
  }

  /// Runs a shell command, in which `$P` is the binary.
  static func shell(_ command: String, input: String = "", environment: [String: String] = [:]) throws
    -> Result
  {
    try spawn(
      ["/bin/bash", "-c", command], input: Data(input.utf8),
      environment: environment.merging(["P": path]) { own, _ in own })
  }

  /// Runs any program; files stand in for pipes, so that nothing can wait for anything.
  static func spawn(_ words: [String], input: Data = Data(), environment: [String: String]) throws -> Result {
    let scratch = try Scratch()
    try scratch.write(input, to: "in")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, scratch.path("in"), O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, scratch.path("out"), O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, scratch.path("err"), O_WRONLY | O_CREAT, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what hangs can be ended with its children; signals as a shell would set them.
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var variables = [
      "PATH": "/usr/bin:/bin", "HOME": scratch.folder.path, "LANG": "C.UTF-8", "TERM": "xterm-256color",
    ]
    variables.merge(environment) { _, own in own }
    let argv = words.map { strdup($0) } + [nil]
    let envp = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in argv + envp { free(word) } }
    var child: pid_t = 0
    let error = posix_spawn(&child, words[0], &actions, &attributes, argv, envp)
    guard error == 0 else { throw Problem.cannotStart(error) }

    let end = Date(timeIntervalSinceNow: limit)
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      guard Date() < end else {
        kill(-child, SIGKILL)
        waitpid(child, &status, 0)
        throw Problem.tookTooLong
      }
      usleep(500)
    }
    let ended = status & 0x7F
    return Result(
      status: ended == 0 ? status >> 8 & 0xFF : 128 + ended, output: scratch.bytes(of: "out"),
      errors: scratch.text(of: "err"))
  }
}

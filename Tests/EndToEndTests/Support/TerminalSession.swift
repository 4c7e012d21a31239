import Foundation
import Testing

/// A shell script in a terminal of its own: a tmux server that nobody else uses, without a configuration.
///
/// The script notes the terminal's modes before and after the program and says how it left; nothing here sleeps for a
/// fixed time, everything waits for what it expects.
final class TerminalSession {
  /// Whether tmux and the binary are there.
  static let isPossible = Program.isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  /// What is on the screen when the program has ended with a status.
  static func left(_ status: Int32) -> String { "the program left with \(status)." }

  /// What stands on the screen before the program starts.
  static let textBefore = "text of the shell before"

  let scratch: Scratch
  private let name = "e2e"

  /// Starts a command; `$P` in it is the binary, and the session's folder is its working directory.
  ///
  /// - Parameters:
  ///   - command: A shell command.
  ///   - size: Columns and rows.
  ///   - setup: Shell commands before it, such as changes of the environment.
  ///   - files: Files to write first.
  /// - Throws: When the folder cannot be made.
  init(
    _ command: String, size: (columns: Int, rows: Int) = (80, 24), setup: String = "",
    files: [String: String] = [:]
  ) throws {
    scratch = try Scratch()
    for (name, text) in files { try scratch.write(text, to: name) }
    try scratch.write(
      """
      cd '\(scratch.folder.path)'
      P='\(Program.path)'; export P HISTFILE=/dev/null HOME="$PWD" LANG=C.UTF-8 TERM=xterm-256color
      unset LC_ALL LC_CTYPE COLORTERM NO_COLOR COLORFGBG XDG_CACHE_HOME XDG_DATA_HOME
      \(setup)
      until [ -e go ]; do sleep 0.01; done
      stty -a >before
      echo '\(Self.textBefore)'
      \(command)
      status=$?
      stty -a >after
      echo "the program left with $status."
      exec sleep 600

      """, to: "script")
    tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)",
      "bash '\(scratch.path("script"))'", ";", "set", "-g", "status", "off", ";",
      "set", "-g", "set-clipboard", "on", ";", "pipe-pane",
      "cat >'\(scratch.path("stream"))'",
    ])
    try scratch.write("", to: "go")
  }

  deinit { tmux(["kill-server"]) }

  // MARK: Looking

  /// The rows of the screen, without blanks at their ends.
  var rows: [String] {
    tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The screen as one string.
  var screen: String { rows.joined(separator: "\n") }

  /// The screen with the attributes that tmux shows, as SGR sequences.
  var styledScreen: String { tmux(["capture-pane", "-p", "-e"]) }

  /// Everything the program has sent to the terminal.
  var stream: Data { scratch.bytes(of: "stream") }

  /// What tmux knows under a format, such as `#{pane_title}`.
  func fact(_ format: String) -> String {
    tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// The contents of tmux's clipboard buffers.
  var buffers: String { tmux(["list-buffers"]) }

  // MARK: Waiting

  /// Waits until a condition holds; after ten seconds it is an issue that shows the screen.
  @discardableResult
  func wait(
    for what: String, at location: SourceLocation = #_sourceLocation, until isTrue: (TerminalSession) -> Bool
  ) -> Bool {
    let end = Date(timeIntervalSinceNow: 10)
    repeat {
      if isTrue(self) { return true }
      usleep(20_000)
    } while Date() < end
    Issue.record("waited in vain for \(what); the screen is\n\(screen)", sourceLocation: location)
    return false
  }

  /// Waits until a text is on the screen.
  @discardableResult
  func expect(_ text: String, at location: SourceLocation = #_sourceLocation) -> Bool {
    wait(for: "“\(text)”", at: location) { $0.screen.contains(text) }
  }

  /// Waits until a text is no longer on the screen.
  @discardableResult
  func expectNo(_ text: String, at location: SourceLocation = #_sourceLocation) -> Bool {
    wait(for: "“\(text)” to go", at: location) { !$0.screen.contains(text) }
  }

  /// Waits until the program has left with a status, and checks that the terminal is as it was.
  func expectLeft(_ status: Int32, at location: SourceLocation = #_sourceLocation) {
    expect(Self.left(status), at: location)
    expectModesRestored(at: location)
    #expect(screen.contains(Self.textBefore), "the shell's text is not back", sourceLocation: location)
    #expect(
      fact("#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_cursor_flag} #{keypad_flag}")
        == "0 1 0 0 0",
      "alternate screen, cursor, mouse, keypad", sourceLocation: location)
  }

  /// Checks that the terminal's modes are as they were before the program, which has left.
  func expectModesRestored(at location: SourceLocation = #_sourceLocation) {
    // The first line is the speed and the size, which the test itself changes.
    let modes = { (name: String) in self.scratch.text(of: name).split(separator: "\n").dropFirst() }
    #expect(!modes("before").isEmpty, sourceLocation: location)
    #expect(modes("after") == modes("before"), sourceLocation: location)
  }

  // MARK: Acting

  /// Presses keys, named as tmux names them.
  func press(_ keys: String...) { tmux(["send-keys"] + keys) }

  /// Types characters, in one write.
  func type(_ text: String) { tmux(["send-keys", "-l", text]) }

  /// Changes the terminal's size.
  func resize(_ columns: Int, _ rows: Int) {
    tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  @discardableResult
  private func tmux(_ words: [String]) -> String {
    let result = try? Program.spawn(
      ["/usr/bin/tmux", "-u", "-L", name] + words, environment: ["TMUX_TMPDIR": scratch.folder.path])
    return result?.text ?? ""
  }
}

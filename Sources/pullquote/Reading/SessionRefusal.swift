import CursesBackend

/// Why a session does not begin, and the exit status that tells so.
struct SessionRefusal: Error {
  let message: String
  let status: Int32

  init(_ message: String, status: Int32 = 2) {
    self.message = message
    self.status = status
  }

  /// Refuses because the terminal cannot be used.
  ///
  /// - Parameters:
  ///   - failure: What is wrong with it.
  ///   - source: What can be put out without a terminal instead.
  init(_ failure: CursesTerminal.Failure, source: String) {
    switch failure {
    case .noTerminal:
      self.init(
        "there is no terminal to read keys from; for text without a terminal use: pullquote export \(source)")
    case .cannotPlaceCursor(let name):
      self.init(
        "the terminal \"\(name)\" cannot place text on the screen (TERM=\(name)); "
          + "set TERM to your terminal's name, or use: pullquote export \(source)")
    case .notStarted(let name):
      self.init("curses cannot drive the terminal \"\(name)\"; set TERM to your terminal's name")
    }
  }
}

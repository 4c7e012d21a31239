import Glibc

/// Leaves the program at once, without what libraries want done at its end.
///
/// OpenSSL, which libcurl brings along, frees the state of all threads there, and a thread that is just ending frees its own
/// as well: one in thirty sessions with a fetched page ended in a crash. Nothing is left to do by then, for the terminal is
/// restored and the library closed.
///
/// - Parameter status: The exit status.
func leave(_ status: Int32) -> Never {
  fflush(nil)
  _exit(status)
}

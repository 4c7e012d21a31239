/// A terminal: it shows frames and reports what the user does.
///
/// The port is narrow on purpose. All drawing happens on a `Surface`; a backend only blits the difference and
/// decodes input, so it can be replaced, or be an array in memory.
public protocol TerminalBackend: AnyObject {
  /// The current size.
  var size: Size { get }

  /// Shows a frame; only the difference to the last one is sent.
  func present(_ surface: Surface)

  /// Everything the user did since the last call; does not wait.
  func pendingInput() -> [InputEvent]

  /// Forgets what is on the screen, so that the next frame is sent whole.
  func invalidate()
}

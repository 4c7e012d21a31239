/// A terminal in memory, for tests and for pictures of the screen.
public final class MemoryBackend: TerminalBackend {
  /// The size; changing it forgets the screen.
  public var size: Size {
    didSet { invalidate() }
  }
  /// What is on the screen.
  public private(set) var screen: Surface?
  /// Input that the next `pendingInput()` delivers.
  public var input: [InputEvent] = []
  /// How many cells the frames changed so far.
  public private(set) var changedCells = 0

  /// Makes a terminal of a size.
  public init(size: Size) { self.size = size }

  /// Shows a frame by applying the difference to the last one, as a real terminal would.
  public func present(_ surface: Surface) {
    var shown = screen?.size == surface.size ? screen ?? surface : Surface(size: surface.size)
    for run in SurfaceDiff(from: screen, to: surface) {
      changedCells += run.columns.count
      for x in run.columns where surface[x, run.y].width > 0 { shown.put(surface[x, run.y], x: x, y: run.y) }
    }
    shown.cursor = surface.cursor
    shown.isCursorVisible = surface.isCursorVisible
    screen = shown
  }

  /// Everything put into `input` since the last call.
  public func pendingInput() -> [InputEvent] {
    defer { input.removeAll() }
    return input
  }

  /// Forgets the screen.
  public func invalidate() { screen = nil }
}

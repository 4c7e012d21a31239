import CNcurses
import Glibc
import TerminalUI

/// A terminal driven through ncurses.
///
/// Curses serves as a blitter and a key decoder only: every changed cell is placed by coordinate, and the cursor is
/// placed after what terminals measure differently, so that a disagreement about widths cannot smear a line. Owned by the main thread; there is one per process, because
/// curses' own state is global.
public final class CursesTerminal: TerminalBackend {
  /// Why a terminal cannot be used.
  public enum Failure: Error, Equatable {
    /// There is no controlling terminal.
    case noTerminal
    /// The terminal cannot place the cursor; carries the value of TERM.
    case cannotPlaceCursor(String)
    /// Curses refused to start; carries the value of TERM.
    case notStarted(String)
  }

  /// The current size in columns and rows.
  public private(set) var size: Size
  /// How the terminal shows colours.
  public let colorDepth: ColorDepth
  /// The descriptor to wait on for keys.
  public let descriptor: Int32
  private var shown: Surface?
  private var runs: [SurfaceDiff.Run] = []
  private var isStopped = false
  private var waiting: [InputEvent] = []
  private var nextPlace = 0
  private var isPasting = false
  private var pasted = ""
  private var lastPress: (point: Point, time: Int)?

  /// Takes the controlling terminal.
  ///
  /// Terminals that terminfo does not know are driven as `xterm-256color`. With `COLORTERM=truecolor` an entry with
  /// direct colour is made from the terminal's own and kept in `cacheFolder`.
  ///
  /// - Parameters:
  ///   - cacheFolder: Where compiled terminal descriptions may be kept, or `nil`.
  ///   - usesColor: Whether colours are wanted at all.
  /// - Throws: `Failure`, before anything was changed.
  public init(cacheFolder: String?, usesColor: Bool) throws(Failure) {
    let fd = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard fd >= 0 else { throw .noTerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    let direct = usesColor ? DirectColorEntry.entry(for: name, cacheFolder: cacheFolder) : nil
    if let failure = Self.start(name: name, entry: direct ?? name, fd) {
      close(fd)
      throw failure
    }
    descriptor = fd
    colorDepth = usesColor ? ColorDepth(colors: pq_colors()) : .none
    size = Size(width: 80, height: 24)
    measure()
  }

  /// Starts curses; for a terminal that terminfo does not know, as the one that nearly all newer ones imitate.
  private static func start(name: String, entry: String, _ fd: Int32) -> Failure? {
    guard !name.isEmpty else { return .cannotPlaceCursor(name) }
    if pq_start(entry, fd) != 0 || (entry != name && pq_start(name, fd) != 0) { return nil }
    guard pq_terminal_is_usable(name, fd) == 0 else { return .cannotPlaceCursor(name) }
    return pq_start("xterm-256color", fd) != 0 ? nil : .notStarted(name)
  }

  /// Gives the terminal back as it was; safe to call twice.
  public func stop() {
    guard !isStopped else { return }
    isStopped = true
    pq_stop()
  }

  /// Asks for the size again, after a resize.
  ///
  /// - Returns: Whether the terminal is still there.
  @discardableResult
  public func measure() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard pq_measure(descriptor, &columns, &rows) != 0 else { return false }
    size = Size(width: Int(columns), height: Int(rows))
    return true
  }

  /// Stops the program as the shell's `^Z` does and takes the terminal again when it goes on.
  public func suspend() {
    pq_suspend()
    measure()
    invalidate()
  }

  /// Has curses send its whole screen again with the next frame.
  public func invalidate() { pq_invalidate() }

  /// Shows a frame; only the difference to the last one is sent.
  ///
  /// A frame either was drawn anew or was drawn over the last one that was shown: rows that were not drawn on are not
  /// looked at.
  ///
  /// - Complexity: O(cells of the rows that were drawn on).
  public func present(_ surface: Surface) {
    let isFirst = shown == nil
    let isResized = !isFirst && shown?.size != surface.size
    // All runs before the first is taken over: while it is compared, what is shown cannot be changed without a copy.
    runs.removeAll(keepingCapacity: true)
    for run in isFirst
      ? SurfaceDiff(fromBlankTo: surface) : SurfaceDiff(from: shown, to: surface, onlyDrawnRows: true)
    { runs.append(run) }
    var rows = 0
    var lastRow = -1
    withUnsafeTemporaryAllocation(of: pq_cell.self, capacity: max(1, surface.size.width)) { cells in
      for run in runs {
        surface.withRow(run.y) { Self.convert($0, run.columns, isFirst: isFirst, into: cells) }
        pq_draw(Int32(run.y), Int32(run.columns.lowerBound), cells.baseAddress, Int32(run.columns.count))
        shown?.take(run.columns, ofRow: run.y, from: surface)
        if run.y != lastRow { rows += 1 }
        lastRow = run.y
      }
    }
    let cursor = surface.cursor ?? Point(x: 0, y: max(0, surface.size.height - 1))
    pq_cursor(Int32(cursor.y), Int32(cursor.x), surface.isCursorVisible ? 1 : 0)
    pq_flush(Int32(rows))
    if isFirst || isResized { shown = surface }
  }

  /// Writes a sequence that shows nothing, past curses.
  public func send(_ sequence: String) { pq_send(sequence) }

  /// Lends the terminal to something else, and draws everything anew afterwards.
  public func handOver<Result>(_ body: () -> Result) -> Result {
    pq_leave()
    let result = body()
    pq_return()
    measure()
    return result
  }

  /// Whether something the user did waits to be taken.
  ///
  /// Whoever reads an article for somebody else may leave before it has taken everything: the rest is for who goes on.
  public var hasInput: Bool { nextPlace < waiting.count }

  /// Takes the next thing the user did, of what was read.
  public func nextInput() -> InputEvent? {
    guard nextPlace < waiting.count else { return nil }
    nextPlace += 1
    return waiting[nextPlace - 1]
  }

  /// Reads everything the user did since the last call.
  public func readInput() {
    waiting = Array(waiting[nextPlace...]) + pendingInput()
    nextPlace = 0
  }

  /// Everything the user did since the last call.
  public func pendingInput() -> [InputEvent] {
    var events: [InputEvent] = []
    var altPending = false
    while true {
      let input = pq_read()
      switch Int(input.kind) {
      case PQ_INPUT_NONE:
        if altPending { events.append(.key(Key(.escape))) }
        return events
      case PQ_INPUT_MOUSE:
        appendMouse(input, to: &events)
      case PQ_INPUT_KEY where Int(input.code) == PQ_KEY_PASTE_START:
        isPasting = true
        pasted = ""
      case PQ_INPUT_KEY where Int(input.code) == PQ_KEY_PASTE_END:
        if isPasting { events.append(.paste(pasted)) }
        isPasting = false
      case PQ_INPUT_KEY:
        if !isPasting, let key = KeyDecoding.key(code: Int(input.code)) { events.append(.key(key)) }
      default:
        guard let scalar = Unicode.Scalar(UInt32(bitPattern: input.code)) else { continue }
        if isPasting {
          pasted.unicodeScalars.append(scalar)
        } else if scalar == "\u{1B}", input.x == 1 {
          altPending = true
          continue
        } else {
          events.append(.key(KeyDecoding.key(scalar: scalar, alt: altPending)))
        }
      }
      altPending = false
    }
  }

  private func appendMouse(_ input: pq_input, to events: inout [InputEvent]) {
    let point = Point(x: Int(input.x), y: Int(input.y))
    switch Int(input.code) {
    case PQ_MOUSE_PRESS: events.append(.mouse(MouseEvent(press(at: point), at: point)))
    case PQ_MOUSE_DRAG: events.append(.mouse(MouseEvent(.drag, at: point)))
    case PQ_MOUSE_RELEASE: events.append(.mouse(MouseEvent(.release, at: point)))
    case PQ_MOUSE_CLICK:
      // Press and release that arrive in one read are reported as one click.
      events.append(.mouse(MouseEvent(press(at: point), at: point)))
      events.append(.mouse(MouseEvent(.release, at: point)))
    case PQ_MOUSE_WHEEL_UP: events.append(.mouse(MouseEvent(.wheelUp, at: point)))
    case PQ_MOUSE_WHEEL_DOWN: events.append(.mouse(MouseEvent(.wheelDown, at: point)))
    default: break
    }
  }

  /// How long after a press another one at the same place makes it a double click, in milliseconds.
  private static let doubleClick = 400

  /// Whether a press is the first of its place or follows another one at once.
  private func press(at point: Point) -> MouseEvent.Action {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    let isDouble = lastPress.map { $0.point == point && now - $0.time < Self.doubleClick } ?? false
    lastPress = isDouble ? nil : (point, now)
    return isDouble ? .doublePress : .press
  }

  /// Writes what curses is told about some columns of a row to the beginning of `cells`.
  ///
  /// The colour of letters does not show in a gap, so a gap takes the look of the letters before it, or at the
  /// beginning of a run of those after it, and words in a row are written in one go. On a screen that was just cleared
  /// a gap of several columns is told without colour, which equals what clearing leaves, and need not be written.
  private static func convert(
    _ row: UnsafeBufferPointer<Cell>, _ columns: Range<Int>, isFirst: Bool,
    into cells: UnsafeMutableBufferPointer<pq_cell>
  ) {
    // Neighbours mostly look the same, and need be converted once.
    var style = Style()
    var look = look(of: style)
    var letters: pq_cell?
    var gapsBefore = 0
    for (index, x) in columns.enumerated() {
      let cell = row[x]
      if cell.style != style {
        style = cell.style
        look = Self.look(of: style)
      }
      guard isGap(cell) else {
        cells[index] = look
        cells[index].base = cell.base
        cells[index].marks = (cell.marks[0], cell.marks[1], cell.marks[2], cell.marks[3])
        if letters == nil {
          for before in 0..<gapsBefore where cells[before].background == look.background {
            cells[before] = gap(of: cells[before], like: look)
          }
        }
        letters = look
        continue
      }
      let isWide = x == 0 || isGap(row[x - 1]) || x + 1 == row.count || isGap(row[x + 1])
      if isFirst, isWide {
        cells[index] = gap(of: look, like: nil)
      } else {
        cells[index] = gap(of: look, like: letters)
        if letters == nil { gapsBefore = index + 1 }
      }
    }
  }

  /// A gap with its own background and the look of letters where that makes no difference.
  private static func gap(of look: pq_cell, like letters: pq_cell?) -> pq_cell {
    var gap = look
    gap.base = 0x20
    gap.foreground = -1
    gap.attributes = 0
    let visible = UInt32(PQ_REVERSE | PQ_UNDERLINE | PQ_STRIKE)
    if let letters, letters.background == look.background, letters.attributes & visible == 0 {
      gap.foreground = letters.foreground
      gap.attributes = letters.attributes
    }
    return gap
  }

  /// A cell without letters.
  private static func look(of style: Style) -> pq_cell {
    var cell = pq_cell()
    cell.attributes = UInt32(style.attributes.rawValue)
    cell.foreground = number(style.foreground)
    cell.background = number(style.background)
    return cell
  }

  /// Whether a cell shows nothing but its background.
  private static func isGap(_ cell: Cell) -> Bool {
    cell.base == 0x20 && cell.marks[0] == 0
      && cell.style.attributes.isDisjoint(with: [.reverse, .underline, .strike])
  }

  /// In direct colour the numbers 0 to 7 mean the palette, so the darkest blues are moved up by a hair.
  private static func number(_ color: Color) -> Int32 {
    if let value = color.rgbValue { return value > 0 && value < 8 ? 8 : Int32(value == 0 ? 0x010101 : value) }
    return color.paletteIndex.map(Int32.init) ?? -1
  }
}

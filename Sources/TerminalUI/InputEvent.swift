/// Something the user did at the terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// Text was pasted.
  case paste(String)
}

/// Something the mouse did.
public struct MouseEvent: Hashable, Sendable {
  /// What it did.
  public enum Action: Hashable, Sendable {
    /// The left button was pressed.
    case press
    /// The left button was pressed a second time at the same place.
    case doublePress
    /// The mouse moved with the left button held.
    case drag
    /// The left button was let go.
    case release
    /// The wheel was turned away from the user.
    case wheelUp
    /// The wheel was turned towards the user.
    case wheelDown
  }

  /// What it did.
  public var action: Action
  /// Where it did it.
  public var point: Point

  /// Makes a mouse event.
  public init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}

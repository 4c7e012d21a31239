/// One key press.
public struct Key: Hashable, Sendable, CustomStringConvertible {
  /// What was pressed.
  public enum Code: Hashable, Sendable {
    /// A letter, digit or sign, as typed (so `J` is not `j`).
    case character(Character)
    /// The key of that name.
    case enter, tab, escape, backspace, delete, insert
    /// The key of that name.
    case up, down, left, right, home, end, pageUp, pageDown
    /// A function key, from 1.
    case function(Int)
  }

  /// What was pressed.
  public var code: Code
  /// Whether Control was held.
  public var isControl: Bool
  /// Whether Alt (Meta) was held.
  public var isAlt: Bool
  /// Whether Shift was held with a key that has no upper case, such as Tab.
  public var isShift: Bool

  /// Makes a key press.
  public init(_ code: Code, control: Bool = false, alt: Bool = false, shift: Bool = false) {
    self.code = code
    isControl = control
    isAlt = alt
    isShift = shift
  }

  /// Reads the name of a key: `j`, `ctrl-d`, `alt-o`, `shift-tab`, `space`, `f1`, `page-down`; `nil` if unknown.
  public init?(_ name: String) {
    var rest = Substring(name)
    var control = false
    var alt = false
    var shift = false
    while true {
      if rest.hasPrefix("ctrl-"), rest.count > 5 {
        control = true
        rest = rest.dropFirst(5)
      } else if rest.hasPrefix("alt-"), rest.count > 4 {
        alt = true
        rest = rest.dropFirst(4)
      } else if rest.hasPrefix("shift-"), rest.count > 6 {
        shift = true
        rest = rest.dropFirst(6)
      } else {
        break
      }
    }
    let code: Code
    if let named = Self.codes[String(rest)] {
      code = named
    } else if rest.count == 1, let character = rest.first {
      code = .character(character)
    } else if rest.first == "f", rest.dropFirst().allSatisfy(\.isNumber), let number = Int(rest.dropFirst()),
      (1...24).contains(number)
    {
      code = .function(number)
    } else {
      return nil
    }
    self.init(code, control: control, alt: alt, shift: shift)
  }

  /// The name of the key, as `init(_:)` reads it.
  public var description: String {
    let prefix = (isControl ? "ctrl-" : "") + (isAlt ? "alt-" : "") + (isShift ? "shift-" : "")
    switch code {
    case .character(" "): return prefix + "space"
    case .character(let character): return prefix + String(character)
    case .function(let number): return prefix + "f\(number)"
    default: return prefix + (Self.codes.first { $0.value == code }?.key ?? "")
    }
  }

  private static let codes: [String: Code] = [
    "space": .character(" "), "enter": .enter, "tab": .tab, "escape": .escape, "backspace": .backspace,
    "delete": .delete, "insert": .insert, "up": .up, "down": .down, "left": .left, "right": .right,
    "home": .home, "end": .end, "page-up": .pageUp, "page-down": .pageDown,
  ]
}

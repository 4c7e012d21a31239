import CNcurses
import TerminalUI

/// What curses reports, as keys.
enum KeyDecoding {
  /// The key of a character that was typed; control characters are the letters they are typed with.
  static func key(scalar: Unicode.Scalar, alt: Bool) -> Key {
    switch scalar.value {
    case 0x09: return Key(.tab, alt: alt)
    case 0x0A, 0x0D: return Key(.enter, alt: alt)
    case 0x1B: return Key(.escape)
    case 0x7F, 0x08: return Key(.backspace, alt: alt)
    case 0x00: return Key(.character(" "), control: true, alt: alt)
    case 0x01...0x1A:
      return Key(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60))), control: true, alt: alt)
    case 0x1C...0x1F:
      return Key(.character(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40))), control: true, alt: alt)
    default:
      return Key(.character(Character(scalar)), alt: alt)
    }
  }

  /// The key of one of the shim's key codes; `nil` for keys that have no name here.
  static func key(code: Int) -> Key? {
    switch code {
    case PQ_KEY_UP: return Key(.up)
    case PQ_KEY_DOWN: return Key(.down)
    case PQ_KEY_LEFT: return Key(.left)
    case PQ_KEY_RIGHT: return Key(.right)
    case PQ_KEY_HOME: return Key(.home)
    case PQ_KEY_END: return Key(.end)
    case PQ_KEY_PAGE_UP: return Key(.pageUp)
    case PQ_KEY_PAGE_DOWN: return Key(.pageDown)
    case PQ_KEY_ENTER: return Key(.enter)
    case PQ_KEY_BACKSPACE: return Key(.backspace)
    case PQ_KEY_DELETE: return Key(.delete)
    case PQ_KEY_INSERT: return Key(.insert)
    case PQ_KEY_BACKTAB: return Key(.tab, shift: true)
    case (PQ_KEY_FUNCTION + 1)...(PQ_KEY_FUNCTION + 24): return Key(.function(code - PQ_KEY_FUNCTION))
    default: return nil
    }
  }
}

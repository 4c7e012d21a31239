import Glibc
import TerminalUI

/// What the environment says about colours and folders.
struct TerminalEnvironment {
  /// Whether colours are wanted: not with a non-empty NO_COLOR (no-color.org).
  let wantsColor: Bool
  /// Where compiled terminal descriptions may be kept.
  let cacheFolder: String?
  private let background: Int?

  init() {
    wantsColor = Self.value("NO_COLOR")?.isEmpty ?? true
    if let folder = Self.value("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      cacheFolder = folder + "/pullquote"
    } else {
      cacheFolder = Self.value("HOME").flatMap { $0.hasPrefix("/") ? $0 + "/.cache/pullquote" : nil }
    }
    background = Self.value("COLORFGBG")?.split(separator: ";").last.flatMap { Int($0) }
  }

  /// How many colours a terminal shows whose description was not read, as its variables tell.
  var colorDepth: ColorDepth {
    if ["truecolor", "24bit"].contains(Self.value("COLORTERM")) { return .direct }
    return Self.value("TERM")?.contains("256color") == true ? .palette256 : .ansi16
  }

  /// The theme to start with: one for light terminals where the terminal says that it is light.
  func themeName(depth: ColorDepth) -> String {
    if depth == .none { return "mono" }
    return background == 7 || background == 15 ? "default-light" : "default-dark"
  }

  /// Whether nothing is to be kept of what is read.
  static var isPrivate: Bool { !(value("PULLQUOTE_PRIVATE") ?? "").isEmpty }

  /// How requests name the program, when the user wants another name.
  static var userAgent: String? { value("PULLQUOTE_USER_AGENT") }

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

import SettingsText

/// Something wrong with a configuration or keymap file.
public struct SettingsProblem: Error, Equatable, Sendable {
  /// The file's name.
  public let file: String
  /// The line, from 1, when it is known.
  public let line: Int?
  /// What is wrong.
  public let message: String

  /// Makes a problem.
  public init(file: String, line: Int?, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// The problem in one line: `config.toml:3: …`.
  public var text: String { "\(file):\(line.map { "\($0): " } ?? " ")\(message)" }

  /// The problem for a screen, which has no room for folders.
  public var shortText: String {
    let name = file.lastIndex(of: "/").map { String(file[file.index(after: $0)...]) } ?? file
    return SettingsProblem(file: name, line: line, message: message).text
  }

  static func parse(_ source: String, file: String) throws(SettingsProblem) -> TOMLTable {
    do throws(TOMLError) {
      return try TOMLParser.parse(source)
    } catch {
      throw SettingsProblem(file: file, line: error.line, message: error.message)
    }
  }
}

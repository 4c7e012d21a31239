/// What was typed into prompts before, by what it was for.
public struct PromptHistory: Hashable, Sendable {
  private var searches: [String] = []
  private var filters: [String] = []
  private var commands: [String] = []
  private var pipes: [String] = []
  private static let capacity = 100

  /// The lines typed for a purpose, the newest last.
  func lines(of purpose: Prompt.Purpose) -> [String] {
    switch purpose {
    case .search: searches
    case .filter: filters
    case .note: []
    case .command: commands
    case .pipe: pipes
    case .open, .export: []
    }
  }

  /// Remembers a line; one that was typed before moves to the end.
  mutating func add(_ line: String, to purpose: Prompt.Purpose) {
    guard !line.isEmpty else { return }
    switch purpose {
    case .search: Self.add(line, to: &searches)
    case .filter: Self.add(line, to: &filters)
    case .note: break
    case .command: Self.add(line, to: &commands)
    case .pipe: Self.add(line, to: &pipes)
    case .open, .export: break
    }
  }

  private static func add(_ line: String, to lines: inout [String]) {
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > capacity { lines.removeFirst() }
  }
}

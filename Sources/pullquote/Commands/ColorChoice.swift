import ArgumentParser

/// When to use colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// `nil` leaves it to the environment.
  var choice: Bool? {
    switch self {
    case .auto: nil
    case .always: true
    case .never: false
    }
  }
}

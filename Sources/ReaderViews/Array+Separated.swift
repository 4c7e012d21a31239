extension [String] {
  /// The strings one after the other with `separator` between them.
  ///
  /// As `joined(separator:)`, whose first use in a process takes longer than drawing the line it is for: it looks
  /// its types up at run time.
  func separated(by separator: String) -> String {
    var text = first ?? ""
    for part in dropFirst() {
      text += separator
      text += part
    }
    return text
  }
}

import Testing

/// A text and the quotes that it has.
struct QuoteCase: CustomTestStringConvertible, Sendable {
  var phenomenon: String
  var text: String
  var quotes: [String]

  init(_ phenomenon: String, _ text: String, _ quotes: String...) {
    self.phenomenon = phenomenon
    self.text = text
    self.quotes = quotes
  }

  var testDescription: String { phenomenon }
}

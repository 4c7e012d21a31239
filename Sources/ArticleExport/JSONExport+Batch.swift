extension JSONExport {
  /// The result of one line of a batch that succeeded.
  ///
  /// - Parameters:
  ///   - id: The line's identifier as JSON text.
  ///   - key: What the result is.
  ///   - value: The result as JSON text.
  /// - Returns: One JSON object on one line.
  public func batchResult(id: [UInt8], _ key: StaticString, _ value: [UInt8]) -> [UInt8] {
    var json = JSONWriter(isPretty: false)
    json.beginObject()
    json.key("id")
    json.raw(id)
    json.key(key)
    json.raw(value)
    json.endObject()
    return json.bytes
  }

  /// The result of one line of a batch that failed.
  ///
  /// - Parameters:
  ///   - id: The line's identifier as JSON text.
  ///   - kind: A word for programs.
  ///   - message: What happened, why, and what to do.
  /// - Returns: One JSON object on one line.
  public func batchFailure(id: [UInt8], kind: String, message: String) -> [UInt8] {
    var json = JSONWriter(isPretty: false)
    json.beginObject()
    json.key("id")
    json.raw(id)
    json.key("error")
    json.beginObject()
    json.member("kind", kind)
    json.member("message", message)
    json.endObject()
    json.endObject()
    return json.bytes
  }
}

/// A JSON text that is asked for a few of its values: what services answer besides threads.
///
/// Lenient: what is not there, or is of another kind, is `nil`. No recursion, whatever the nesting.
public struct JSONAnswer: Sendable {
  private let storage: Storage
  private let node: Int

  private final class Storage: Sendable {
    let bytes: [UInt8]
    let values: [LinkedDataTree.Value]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      values = bytes.withUnsafeBufferPointer { LinkedDataTree($0).values }
    }
  }

  /// Reads a text; `nil` when it holds no value.
  ///
  /// - Complexity: O(number of bytes).
  public init?(_ bytes: [UInt8]) {
    storage = Storage(bytes)
    node = 0
    guard !storage.values.isEmpty else { return nil }
  }

  private init(storage: Storage, node: Int) {
    self.storage = storage
    self.node = node
  }

  /// The member of an object; `nil` when there is none, or this is no object.
  ///
  /// - Parameter name: A name of at most sixteen bytes.
  public subscript(name: StaticString) -> JSONAnswer? {
    guard storage.values[node].kind == .object else { return nil }
    let key = JSONKey(name)
    var child = storage.values[node].firstChild
    while child >= 0 {
      if storage.values[child].key == key { return JSONAnswer(storage: storage, node: child) }
      child = storage.values[child].nextSibling
    }
    return nil
  }

  /// The elements of a list; none when this is no list.
  public var elements: [JSONAnswer] {
    guard storage.values[node].kind == .list else { return [] }
    var result: [JSONAnswer] = []
    var child = storage.values[node].firstChild
    while child >= 0 {
      result.append(JSONAnswer(storage: storage, node: child))
      child = storage.values[child].nextSibling
    }
    return result
  }

  /// A string, unescaped, cleaned and on one line.
  public var text: String? {
    let value = storage.values[node]
    guard value.kind == .string else { return nil }
    return storage.bytes.withUnsafeBufferPointer {
      JSONString.line(UnsafeBufferPointer(rebasing: $0[value.range]))
    }
  }

  /// A number, cut to an integer.
  public var number: Int64? {
    let value = storage.values[node]
    guard value.kind == .other else { return nil }
    return storage.bytes.withUnsafeBufferPointer {
      var scanner = JSONScanner(UnsafeBufferPointer(rebasing: $0[value.range]))
      return scanner.integer()
    }
  }
}

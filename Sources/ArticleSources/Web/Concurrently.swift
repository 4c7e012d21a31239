import Glibc
import Synchronization

/// Does a few things at once, each on a thread of its own, and waits for all.
///
/// Plain threads: the work blocks on the network, which tasks must not.
enum Concurrently {
  /// The results, in the order of the items.
  static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) -> Value
  ) -> [Value] {
    let slots = Slots<Value>(count: items.count)
    var threads: [pthread_t] = []
    for (index, item) in items.enumerated() {
      let box = Unmanaged.passRetained(Job { slots.set(index, work(item)) })
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { pointer in
          if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().run() }
          return nil
        }, box.toOpaque())
      if status == 0 { threads.append(thread) } else { box.takeRetainedValue().run() }
    }
    for thread in threads { pthread_join(thread, nil) }
    return slots.values
  }

  private final class Job: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private final class Slots<Value: Sendable>: Sendable {
    private let storage: Mutex<[Value?]>

    init(count: Int) { storage = Mutex(Array(repeating: nil, count: count)) }

    func set(_ index: Int, _ value: Value) { storage.withLock { $0[index] = value } }

    var values: [Value] { storage.withLock { $0.compactMap(\.self) } }
  }
}

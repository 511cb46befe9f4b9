import Foundation
import Synchronization

extension Press {
  /// Sets many plans at once, on all of the machine's cores, and hands over what came of each in the
  /// order of the requests.
  ///
  /// Each thread has fonts and words of its own, so that none waits for another and a document is
  /// the same bytes as when it is built alone. A plan with errors does not stop the others.
  ///
  /// - Parameters:
  ///   - requests: The plans; no two of them may write to one path.
  ///   - finished: Takes the result of each, with its index, on the calling thread.
  public func build(_ requests: [BuildRequest], finished: (Int, BuildResult) -> Void) {
    let threads = min(ProcessInfo.processInfo.activeProcessorCount, requests.count)
    guard threads > 1 else {
      let workshop = Workshop()
      for (index, request) in requests.enumerated() {
        finished(index, build(request, in: workshop))
      }
      return
    }
    let queue = BuildQueue(requests: requests)
    for _ in 0..<threads {
      let thread = Thread {
        let workshop = Workshop()
        while let (index, request) = queue.next() {
          queue.put(build(request, in: workshop), at: index)
        }
      }
      thread.stackSize = Self.stackSize
      thread.start()
    }
    for index in requests.indices { finished(index, queue.result(at: index)) }
  }

  /// What the main thread has too: a plan may nest a thousand levels deep.
  private static let stackSize = 8 << 20
}

/// Requests that threads take from, and results that wait to be handed over in order.
private final class BuildQueue: Sendable {
  private struct State {
    var next = 0
    var results: [Int: BuildResult] = [:]
  }

  private let requests: [BuildRequest]
  private let state = Mutex(State())
  private let arrivals = DispatchSemaphore(value: 0)

  init(requests: [BuildRequest]) { self.requests = requests }

  /// The next request that no thread has taken; nil when all are.
  func next() -> (Int, BuildRequest)? {
    state.withLock { state in
      guard state.next < requests.count else { return nil }
      defer { state.next += 1 }
      return (state.next, requests[state.next])
    }
  }

  /// Puts down what came of a request.
  func put(_ result: BuildResult, at index: Int) {
    state.withLock { $0.results[index] = result }
    arrivals.signal()
  }

  /// Waits for the result of a request, and gives it away.
  func result(at index: Int) -> BuildResult {
    while true {
      if let result = state.withLock({ $0.results.removeValue(forKey: index) }) { return result }
      arrivals.wait()
    }
  }
}

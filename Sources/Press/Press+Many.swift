import Dispatch
import Synchronization
import Unix

extension Press {
  /// Sets many plans at once, on all of the machine's cores, and hands over what came of each in the
  /// order of the requests.
  ///
  /// Each thread has fonts and words of its own, so that none waits for another and a document is
  /// the same bytes as when it is built alone. A plan with errors does not stop the others.
  ///
  /// - Parameters:
  ///   - requests: The plans; no two of them may write to one path.
  ///   - began: Takes the documents that there will be, parts one by one, before any is set; when
  ///     it throws, none is.
  ///   - finished: Takes the result of each, with its request's index, on the calling thread.
  /// - Throws: What `began` throws.
  public func build(
    _ requests: [BuildRequest], began: ([PlannedDocument]) throws -> Void,
    finished: (Int, BuildResult) -> Void
  ) rethrows {
    let workshop = Workshop()
    let jobs = requests.enumerated().flatMap { self.jobs(of: $1, at: $0, in: workshop) }
    try began(jobs.map(\.planned))
    let threads = jobs.count > 1 ? min(processorCount, jobs.count) : 1
    guard threads > 1 else {
      for job in jobs { finished(job.index, job.result { build($0, $1, in: workshop) }) }
      return
    }
    let queue = BuildQueue(jobs: jobs)
    @Sendable func work() {
      let workshop = Workshop()
      while let (index, job) = queue.next() {
        queue.put(job.result { build($0, $1, in: workshop) }, at: index)
      }
    }
    let started = (0..<threads).count { _ in
      (try? startThread(stackSize: Self.stackSize, work)) != nil
    }
    // A machine that has no threads to spare has this one.
    if started == 0 { work() }
    for (index, job) in jobs.enumerated() { finished(job.index, queue.result(at: index)) }
  }

  /// Sets many plans at once, whatever they turn out to be: see `build(_:began:finished:)`.
  public func build(_ requests: [BuildRequest], finished: (Int, BuildResult) -> Void) {
    build(requests, began: { _ in }, finished: finished)
  }

  /// Checks many plans at once, as `build` sets them: see `check(_:)`.
  ///
  /// - Parameters:
  ///   - requests: The plans.
  ///   - finished: Takes the result of each, with its request's index, on the calling thread.
  public func check(_ requests: [BuildRequest], finished: (Int, BuildResult) -> Void) {
    let requests = requests.map { request in
      var request = request
      request.readsProof = true
      return request
    }
    build(requests, finished: finished)
  }

  /// What the main thread has too: a plan may nest a thousand levels deep.
  private static let stackSize = 8 << 20
}

/// Jobs that threads take from, and results that wait to be handed over in order.
private final class BuildQueue: Sendable {
  private struct State {
    var next = 0
    var results: [Int: BuildResult] = [:]
  }

  private let jobs: [BuildJob]
  private let state = Mutex(State())
  private let arrivals = DispatchSemaphore(value: 0)

  init(jobs: [BuildJob]) { self.jobs = jobs }

  /// The next job that no thread has taken; nil when all are.
  func next() -> (Int, BuildJob)? {
    state.withLock { state in
      guard state.next < jobs.count else { return nil }
      defer { state.next += 1 }
      return (state.next, jobs[state.next])
    }
  }

  /// Puts down what came of a job.
  func put(_ result: BuildResult, at index: Int) {
    state.withLock { $0.results[index] = result }
    arrivals.signal()
  }

  /// Waits for the result of a job, and gives it away.
  func result(at index: Int) -> BuildResult {
    while true {
      if let result = state.withLock({ $0.results.removeValue(forKey: index) }) { return result }
      arrivals.wait()
    }
  }
}

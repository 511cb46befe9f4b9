import Glibc

/// Runs a piece of work on a thread of its own, and does not wait for it.
///
/// - Parameters:
///   - stackSize: the bytes that the thread has for calls within calls.
///   - work: what it does.
/// - Throws: when the system has no more threads to give; the work is then not begun.
public func startThread(
  stackSize: Int, _ work: @escaping @Sendable () -> Void
) throws(SystemError) {
  var attributes = pthread_attr_t()
  unsafe pthread_attr_init(&attributes)
  defer { unsafe pthread_attr_destroy(&attributes) }
  unsafe pthread_attr_setstacksize(&attributes, stackSize)
  unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  let handed = unsafe Unmanaged.passRetained(Work(run: work))
  var thread = pthread_t()
  let failure = unsafe pthread_create(
    &thread, &attributes,
    { handed in
      if let handed = unsafe handed {
        unsafe Unmanaged<Work>.fromOpaque(handed).takeRetainedValue().run()
      }
      return nil
    }, unsafe handed.toOpaque())
  guard failure == 0 else {
    unsafe handed.release()
    throw SystemError(number: failure)
  }
}

/// Work in a place that C can point at.
private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// How many threads of this program can run at once: the machine's processors, but for those that it
/// may not use, as `taskset` and containers say.
public var processorCount: Int {
  let there = max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1)
  // Swift has no sched_getaffinity; the kernel tells the same in figures of base 16.
  guard there > 1, let status = try? Descriptor.reading("/proc/thread-self/status"),
    let bytes = try? status.readAll(most: 1 << 16),
    let line = bytes.split(separator: 0x0A).first(where: { $0.starts(with: "Cpus_allowed:".utf8) })
  else { return there }
  let allowed = line.drop { $0 != 0x3A }.reduce(0) { count, byte in
    count + (Character(Unicode.Scalar(byte)).hexDigitValue?.nonzeroBitCount ?? 0)
  }
  return max(min(there, allowed), 1)
}

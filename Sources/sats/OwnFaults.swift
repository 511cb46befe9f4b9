import Glibc
import Unix

/// The exit code of a fault in the program, from `sysexits.h`.
private let softwareFault: Int32 = 70

/// Makes a broken invariant of ours end with exit code 70 and a sentence that says whose fault it
/// is.
///
/// Where the Swift runtime has been asked for a backtrace that is worth more, and is left alone.
func reportOwnFaults() {
  if environmentValue("SWIFT_BACKTRACE") != nil { return }
  // The signals that a trap comes as: on x86 an undefined instruction, on ARM a breakpoint.
  signal(SIGILL, endWithOwnFault)
  signal(SIGTRAP, endWithOwnFault)
}

/// Makes writing past the limit of `ulimit -f` an error that is told, with what was begun cleared
/// away, instead of a death in the midst of it.
func hearOfTooLargeFiles() {
  signal(SIGXFSZ, SIG_IGN)
}

/// A global function: a closure made in an isolated context cannot be called by C.
private func endWithOwnFault(_ signal: Int32) {
  let sentence = "sats: internt fel (signal \(signal)): felet är programmets, inte planens\n"
  try? Descriptor.standardError.write(Array(sentence.utf8))
  _exit(softwareFault)
}

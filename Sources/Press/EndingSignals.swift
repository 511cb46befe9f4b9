import Glibc
import Synchronization
import Unix

/// How many files are being written, by all threads.
private let writers = Atomic<Int>(0)
/// The signal that waits for them; 0 for none.
private let waiting = Atomic<Int32>(0)

/// The signals that end a program from outside: by the keyboard, by whoever started it, by a terminal
/// that is closed, by a reader of what it prints who has seen enough.
private let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE]

/// Makes a signal that asks the program to end wait for the files that are being written.
///
/// The signals end the program as they always do, but not between the beginning of a temporary file
/// and its taking the older one's place, which is a matter of milliseconds: so none is left behind.
/// One that the program was started without hearing, as `nohup` does, stays unheard.
public func endWithWholeFiles() {
  for number in endings where !isIgnored(signal: number) {
    signal(number, endWhenFilesAreWhole)
  }
}

/// Writes a file to its end, whatever signal comes.
func writingWhole<Outcome>(_ write: () -> Outcome) -> Outcome {
  writers.add(1, ordering: .sequentiallyConsistent)
  defer {
    // Each side tells first and looks then, so that one of them sees the other.
    let left = writers.subtract(1, ordering: .sequentiallyConsistent).newValue
    let number = waiting.load(ordering: .sequentiallyConsistent)
    if left == 0, number != 0 { end(by: number) }
  }
  return write()
}

/// A global function: a closure made in an isolated context cannot be called by C.
private func endWhenFilesAreWhole(_ number: Int32) {
  waiting.store(number, ordering: .sequentiallyConsistent)
  if writers.load(ordering: .sequentiallyConsistent) == 0 { end(by: number) }
}

/// Ends the program as if nothing had heard the signal, so that whoever started it sees which it was.
private func end(by number: Int32) {
  signal(number, SIG_DFL)
  // To the whole program: the thread may be one that hears no signals.
  kill(getpid(), number)
}

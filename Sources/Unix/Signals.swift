import Glibc

/// Whether the program does not hear a signal: it has said so, or was started so, as by `nohup`.
public func isIgnored(signal number: Int32) -> Bool {
  var action = sigaction()
  guard unsafe sigaction(number, nil, &action) == 0 else { return false }
  // What C writes as SIG_IGN is no function but the number one in the place of its address.
  return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
}

import Glibc

/// Puts something in the place of standard streams that the program was started without, as by
/// `>&-`.
///
/// Else the next file that is opened would take the place, and what is printed would be written
/// into it. What stands there cannot be used, so that reading and printing fail as they should.
public func occupyStandardStreams() {
  for (number, flags) in [
    (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
  ] where fcntl(number, F_GETFD) < 0 {
    // The lowest number that is free, which is this one.
    _ = unsafe open("/dev/null", flags)
  }
}

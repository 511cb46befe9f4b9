import Glibc

/// Puts a file in the place of an older one in one step, or leaves all as it was.
///
/// What is written goes to a file beside it under a name that nobody has, and to the disk itself,
/// before the name is changed. The permissions are those of any new file of the user.
///
/// - Parameters:
///   - path: the file, not through a link: the link would be replaced.
///   - bytes: what it is to hold.
/// - Throws: why it could not be; nothing of ours is left then.
public func replaceFile(_ path: String, with bytes: [UInt8]) throws(SystemError) {
  let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
  // Another program may have begun a file under the same name: another one is tried.
  for attempt in 0..<100 {
    let temporary = "\(folder).sats-\(getpid())-\(attempt)"
    let file: Descriptor
    do throws(SystemError) {
      file = try Descriptor.creating(temporary)
    } catch {
      guard error.number == EEXIST else { throw error }
      continue
    }
    do throws(SystemError) {
      try file.write(bytes)
      try file.flush()
      guard unsafe rename(temporary, path) == 0 else { throw SystemError(number: errno) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    return
  }
  throw SystemError(number: EEXIST)
}

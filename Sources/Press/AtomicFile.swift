import Diagnostics
import FoundationEssentials
import Glibc
import Unix

/// A file that comes into being whole or not at all.
///
/// What is written goes to a temporary file in the same folder, is flushed to the disk, and takes
/// the older file's place in one step; when anything fails the temporary file is removed and the
/// older one stands as it was, also when the program is asked to end meanwhile. Symbolic links are
/// followed, so that the link stays and its target is replaced. What is no regular file (a pipe, a
/// device) is written through, since there is nothing to replace; so is standard output, whatever it
/// leads to, for it is the shell's file and others write to it before and after. The new file's
/// permissions are those of any new file of the user.
struct AtomicFile {
  /// The path that stands for standard output.
  static let standardOutput = "/dev/stdout"

  /// The path as the user wrote it.
  var path: String

  /// A file at a path.
  init(_ path: String) {
    self.path = path
  }

  /// Why the file must not be written: what stands at the path is no older document of ours, but
  /// something that the document is made from, or that does not begin as documents of the format
  /// do (where there is one); nil when it may be written.
  ///
  /// Files are told apart by where they are on the disk, since a link spells another's name. An
  /// empty file has nothing to lose, and a pipe or device keeps nothing.
  func refusal(
    madeFrom inputs: [String], format: BuildRequest.Format? = nil
  ) -> Diagnostic? {
    guard let target = resolvedPath(), let older = FileStatus(target), older.kind == .file else {
      return nil
    }
    for input in inputs where FileStatus(input)?.isSameFile(as: older) == true {
      return failure(.isInput(input))
    }
    guard older.size > 0, path != Self.standardOutput, let format else { return nil }
    guard let file = try? Descriptor.reading(target) else {
      return failure(.isUnreadable(format))
    }
    let head = Array(format.head.utf8)
    return (try? file.readAll(most: head.count)) == head ? nil : failure(.isOther(format))
  }

  /// Writes the bytes; gives what stood in the way, nil when they are there.
  func write(_ bytes: [UInt8]) -> Diagnostic? {
    if path == Self.standardOutput { return writeToStandardOutput(bytes) }
    guard let target = resolvedPath() else { return failure(.linkLoop) }
    do throws(SystemError) {
      switch FileStatus(target)?.kind {
      case .folder:
        return failure(.isFolder)
      case .file, nil:
        try writingWhole {
          Result { () throws(SystemError) in try replaceFile(target, with: bytes) }
        }.get()
      case .link, .other:
        try Descriptor.writing(target).write(bytes)
      }
      return nil
    } catch {
      return failure(Reason(error, folder: folder(of: target)))
    }
  }

  /// Writes through the open file, since its path may not be opened a second time: a socket, or a
  /// file that is gone.
  private func writeToStandardOutput(_ bytes: [UInt8]) -> Diagnostic? {
    do throws(SystemError) {
      try Descriptor.standardOutput.write(bytes)
      return nil
    } catch {
      return failure(Reason(error, folder: "/dev"))
    }
  }

  /// The path with symbolic links in its last part followed, whether or not the last one's target
  /// is there; nil when they lead in a circle.
  ///
  /// `/dev/stdout` ends in a link of the system's own, which opens although what it reads as
  /// (`pipe:[4711]`) is no path: such a link is where it stops.
  private func resolvedPath() -> String? {
    // Linux itself gives up after forty.
    let mostLinks = 40
    var current = path
    for _ in 0..<mostLinks {
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: current) else {
        return current
      }
      let next = target.hasPrefix("/") ? target : folder(of: current) + "/" + target
      let opens = FileManager.default.fileExists(atPath: current)
      if opens, FileStatus(next, followsLinks: false) == nil { return current }
      current = next
    }
    return nil
  }

  private func folder(of path: String) -> String {
    guard let end = path.lastIndex(of: "/") else { return "." }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  private func failure(_ reason: Reason) -> Diagnostic {
    let olderStands =
      path != Self.standardOutput && resolvedPath().flatMap { FileStatus($0) }?.kind == .file
    return Diagnostic(
      .error, .outputUnwritable, .cannotWrite(path, because: reason.message),
      notes: olderStands ? [.init(.olderStands)] : [])
  }
}

extension AtomicFile {
  /// Why a file could not be written.
  private enum Reason {
    case isInput(String)
    case isOther(BuildRequest.Format)
    case isUnreadable(BuildRequest.Format)
    case tooLarge
    case diskFull
    case isFolder
    case noFolder(String)
    case notFolder(String)
    case noPermission(String)
    case readOnly
    case linkLoop
    case nameTooLong
    case noReader
    case closed
    case other(String)

    /// The reason behind the system's own number for it.
    init(_ error: SystemError, folder: String) {
      switch error.number {
      case ENOSPC, EDQUOT: self = .diskFull
      case EISDIR: self = .isFolder
      case ENOENT: self = .noFolder(folder)
      case ENOTDIR: self = .notFolder(folder)
      case EACCES, EPERM: self = .noPermission(folder)
      case EROFS: self = .readOnly
      case EFBIG: self = .tooLarge
      case ELOOP: self = .linkLoop
      case ENAMETOOLONG: self = .nameTooLong
      case EPIPE: self = .noReader
      case EBADF: self = .closed
      default: self = .other("errno \(error.number)")
      }
    }

    var message: Message {
      switch self {
      case .isInput(let input):
        Message(
          sv: "den är '\(input)', som dokumentet görs av",
          en: "it is '\(input)', which the document is made from")
      case .isOther(let format):
        Message(
          sv:
            "filen finns redan och är ingen \(format.name); ta bort den eller skriv till en annan",
          en: "the file is there already and is no \(format.name); remove it or write to another")
      case .isUnreadable(let format):
        Message(
          sv: "filen finns redan, men får inte läsas och är kanske ingen \(format.name)",
          en: "the file is there already, but may not be read and is perhaps no \(format.name)")
      case .tooLarge:
        Message(
          sv: "filen är större än den gräns som är satt (ulimit -f)",
          en: "the file is larger than the limit that is set (ulimit -f)")
      case .diskFull: Message(sv: "disken är full", en: "the disk is full")
      case .isFolder: Message(sv: "det är en mapp", en: "it is a folder")
      case .noFolder(let folder):
        Message(sv: "mappen '\(folder)' finns inte", en: "there is no folder '\(folder)'")
      case .notFolder(let folder):
        Message(sv: "'\(folder)' är ingen mapp", en: "'\(folder)' is not a folder")
      case .noPermission(let folder):
        Message(
          sv: "du har inte rätt att skriva i mappen '\(folder)'",
          en: "you may not write in the folder '\(folder)'")
      case .readOnly:
        Message(sv: "filsystemet är skrivskyddat", en: "the file system is read-only")
      case .linkLoop:
        Message(
          sv: "de symboliska länkarna går i cirkel", en: "its symbolic links go round in a circle")
      case .nameTooLong: Message(sv: "filnamnet är för långt", en: "the file name is too long")
      case .closed: Message(sv: "den är stängd", en: "it is closed")
      case .noReader:
        Message(sv: "den som läste har slutat läsa", en: "whoever read has stopped reading")
      case .other(let cause):
        Message(sv: "systemet svarade \(cause)", en: "the system answered \(cause)")
      }
    }
  }
}

extension Message {
  fileprivate static func cannotWrite(_ path: String, because reason: Message) -> Message {
    Message(
      sv: "'\(path)' kan inte skrivas: \(reason.sv)", en: "cannot write '\(path)': \(reason.en)")
  }

  fileprivate static let olderStands = Message(
    sv: "den äldre filen står orörd", en: "the older file stands untouched")
}

extension BuildRequest.Format {
  /// How every document of the format begins.
  fileprivate var head: String {
    switch self {
    case .pdf: "%PDF-"
    case .html: "<!DOCTYPE html>"
    }
  }

  /// What a file of the format is called.
  fileprivate var name: String { rawValue.uppercased() }
}

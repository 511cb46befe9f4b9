public import Diagnostics
import Unix

/// A file that a plan names, as its bytes.
public struct NamedFile: Sendable {
  /// Its number in the set of sources.
  public var file: FileID
  /// The path as it is shown to the user.
  public var path: String
  /// What is in it.
  public var bytes: [UInt8]

  /// A file from its parts.
  public init(file: FileID, path: String, bytes: [UInt8]) {
    self.file = file
    self.path = path
    self.bytes = bytes
  }
}

/// Reads a file that a plan names and that is no text, as `{fil: budget.xlsx}` or a picture.
///
/// Reports what the fence reports, `file-unreadable`, `file-too-large` and `file-empty`, at the place
/// where the file is named.
///
/// - Parameters:
///   - written: The path as the plan has it.
///   - place: Where the plan has it.
///   - fence: The folder that it must be in.
///   - sources: The set that the file is put into, without its text.
///   - limits: How much is read.
/// - Returns: The file, nil when there is nothing to go on with.
public func readFile(
  named written: String, at place: Place, inside fence: Fence, into sources: inout SourceSet,
  limits: ReadingLimits = .init()
) -> (NamedFile?, [Diagnostic]) {
  let (path, refused) = fence.path(of: written, at: place)
  guard let path else { return (nil, refused) }
  let shown = fence.shownPath(of: written)
  func refuse(_ code: Code, _ message: Message) -> (NamedFile?, [Diagnostic]) {
    (nil, [Diagnostic(.error, code, .about(shown, message), at: place)])
  }
  switch readBytes(path: path, limits: limits) {
  case .failure(let fault): return refuse(fault.code, fault.message)
  case .success(let bytes):
    guard bytes.count <= limits.bytes else {
      return refuse(.fileTooLarge, .tooLarge(most: limits.bytes))
    }
    guard !bytes.isEmpty else { return refuse(.fileEmpty, .empty) }
    let file = sources.add(path: shown, text: "")
    return (NamedFile(file: file, path: shown, bytes: bytes), [])
  }
}

/// Why a file could not be read.
enum ReadingFault: Error {
  case missing
  case folder
  case notOrdinary
  case denied
  case broken

  var code: Code {
    switch self {
    case .missing: .fileMissing
    case .folder, .notOrdinary: .notOrdinaryFile
    case .denied, .broken: .fileUnreadable
    }
  }

  var message: Message {
    switch self {
    case .missing: Message(sv: "filen finns inte", en: "the file does not exist")
    case .folder:
      Message(sv: "är en mapp; väntade en fil", en: "is a folder; expected a file")
    case .notOrdinary:
      Message(
        sv: "är en enhet eller ett rör; väntade en vanlig fil",
        en: "is a device or a pipe; expected an ordinary file")
    case .denied:
      Message(
        sv: "filen får inte öppnas: läsrättighet saknas",
        en: "the file may not be opened: no permission to read it")
    case .broken:
      Message(
        sv: "filen kan inte läsas: disken eller nätet svarar med fel",
        en: "the file cannot be read: the disk or the network answers with an error")
    }
  }
}

/// Reads an ordinary file, to one byte past the limit.
func readBytes(path: String, limits: ReadingLimits) -> Result<[UInt8], ReadingFault> {
  guard let found = FileStatus(path) else { return .failure(.missing) }
  switch found.kind {
  case .file: break
  case .folder: return .failure(.folder)
  default: return .failure(.notOrdinary)
  }
  guard let file = try? Descriptor.reading(path) else { return .failure(.denied) }
  // One byte past the limit, so that a file that grows is found out too.
  let bytes = try? file.readAll(most: limits.bytes + 1, expected: found.size)
  return bytes.map { .success($0) } ?? .failure(.broken)
}

extension Message {
  /// A message about a file, with its path before it.
  static func about(_ path: String, _ message: Message) -> Message {
    Message(sv: "'\(path)': \(message.sv)", en: "'\(path)': \(message.en)")
  }
}

public import Diagnostics
import Foundation

/// Reads a text file into the set.
///
/// The type of the file is looked at before it is opened, so that a pipe or a device can neither
/// hang nor flood the program. Reports `file-missing`, `not-ordinary-file`, `file-unreadable`, and
/// what `decodeSource` reports.
///
/// - Parameters:
///   - path: The path to open.
///   - shownPath: The path as it is shown to the user, if another.
///   - place: Where the file is named, if in another file; faults of the file as a whole are told
///     there.
///   - sources: The set that the source is put into.
///   - limits: How much is read.
/// - Returns: The file's number in the set, nil when there is nothing to go on with.
public func readSource(
  path: String, shownAs shownPath: String? = nil, namedAt place: Place? = nil,
  into sources: inout SourceSet, limits: ReadingLimits = .init()
) -> (FileID?, [Diagnostic]) {
  let shown = shownPath ?? path
  switch readBytes(path: path, limits: limits) {
  case .success(let bytes):
    var (file, diagnostics) = decodeSource(bytes, shownAs: shown, into: &sources, limits: limits)
    if let place, place != .none {
      for index in diagnostics.indices where diagnostics[index].place?.line == 0 {
        diagnostics[index].place = place
        diagnostics[index].message = .about(shown, diagnostics[index].message)
      }
    }
    return (file, diagnostics)
  case .failure(let fault):
    let at: Place
    if let place, place != .none {
      at = place
    } else {
      at = Place(file: sources.add(path: shown, text: ""), line: 0, column: 0)
    }
    let message = place == nil ? fault.message : .about(shown, fault.message)
    return (nil, [Diagnostic(.error, fault.code, message, at: at)])
  }
}

/// Why a file could not be read.
private enum ReadingFault: Error {
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

private func readBytes(path: String, limits: ReadingLimits) -> Result<[UInt8], ReadingFault> {
  // Follows links: what is opened is what is looked at. A path with a zero byte names nothing.
  guard !path.utf8.contains(0), let real = RealPath(path) else { return .failure(.missing) }
  switch real.type {
  case .typeRegular: break
  case .typeDirectory: return .failure(.folder)
  default: return .failure(.notOrdinary)
  }
  guard let handle = FileHandle(forReadingAtPath: real.path) else {
    return .failure(.denied)
  }
  defer { try? handle.close() }
  do {
    // One byte past the limit, so that a file that grows is found out too.
    var bytes: [UInt8] = []
    while bytes.count <= limits.bytes,
      let part = try handle.read(upToCount: limits.bytes + 1 - bytes.count), !part.isEmpty
    {
      bytes += part
    }
    return .success(bytes)
  } catch {
    return .failure(.broken)
  }
}

extension Message {
  fileprivate static func about(_ path: String, _ message: Message) -> Message {
    Message(sv: "'\(path)': \(message.sv)", en: "'\(path)': \(message.en)")
  }
}

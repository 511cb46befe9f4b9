import Diagnostics
import FoundationEssentials
import Geometry
import Input
import PDF
import Pictures

extension Run {
  /// The files that go into the document with the profile that takes data along.
  ///
  /// They are the plan first, then all that it names: what its words and numbers were read from, and
  /// its pictures. Templates, themes and fonts are not what it says. They are the files as they are on
  /// the disk, to the byte, but for what cameras have noted in photographs, which nobody meant to
  /// publish; one that is not what was read any more is an error.
  mutating func attachedFiles(language: String) -> [Attachment] {
    guard profile == .archive, request.format == .pdf else { return [] }
    let isSwedish = language.hasPrefix("sv")
    var attachments: [Attachment] = []
    var names: Set<String> = []
    var paths: Set<String> = []
    for (index, file) in sources.files.enumerated() {
      let isPlan = index == 0
      guard !shelf.holds(file.path), file.path != overrideSource,
        paths.insert(file.path).inserted
      else { continue }
      guard let bytes = isPlan ? planBytes : contents(of: file.path), isSame(bytes, file) else {
        report(.changedMeanwhile(at: Place(file: FileID(index: Int32(index)), line: 0, column: 0)))
        continue
      }
      let picture = pictures.picture(from: file.path)
      // A picture that no page could show has been told of.
      guard picture != nil || !file.isPicture(bytes) else { continue }
      let path = isPlan ? planName : file.path
      let kind = AttachedKind(path: path, picture: picture?.kind)
      attachments.append(
        Attachment(
          name: unusedName(for: path, among: &names),
          description: kind.description(isPlan: isPlan, isSwedish: isSwedish),
          mediaType: kind.mediaType, relationship: isPlan ? .source : kind.relationship,
          bytes: picture == nil ? bytes : PictureLibrary.bytesToShow(bytes)))
    }
    if !request.overrides.isEmpty {
      // Without them the plan that is embedded would not be this document's.
      attachments.append(
        Attachment(
          name: unusedName(for: "--set.txt", among: &names),
          description: isSwedish
            ? "Värden som kommandot satte i planens ställe"
            : "Values that the command gave in the plan's place", mediaType: "text/plain",
          relationship: .source, bytes: Array(request.overrides.joined(separator: "\n").utf8)))
    }
    return attachments
  }

  private var planName: String {
    switch request.plan {
    case .file(let path): path
    case .standardInput(let bytes, _):
      bytes.first { $0 > 0x20 } == UInt8(ascii: "{") ? "plan.json" : "plan.yaml"
    }
  }

  private var planBytes: [UInt8]? {
    switch request.plan {
    case .file(let path): contents(of: path)
    case .standardInput(let bytes, _): bytes
    }
  }

  private func contents(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// Whether bytes are still the text that was read; those that are no UTF-8, or of a workbook, were
  /// read otherwise.
  private func isSame(_ bytes: [UInt8], _ file: SourceSet.File) -> Bool {
    if file.text.isEmpty { return true }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else { return true }
    return text == file.text
  }

  /// A file's name without its folder; with it where two would have the same.
  private func unusedName(for path: String, among names: inout Set<String>) -> String {
    var parts = path.split(separator: "/").map(String.init)
    var name = parts.popLast() ?? path
    while !names.insert(name).inserted {
      name = (parts.popLast() ?? "_") + "-" + name
    }
    return name
  }
}

extension SourceSet.File {
  /// Whether the file was read as a picture: neither as text nor as a workbook, which is an archive.
  fileprivate func isPicture(_ bytes: [UInt8]) -> Bool {
    text.isEmpty && !bytes.starts(with: [0x50, 0x4B])
  }
}

/// What a file is: a picture by its first bytes, another by the end of its name.
private struct AttachedKind {
  private let picture: Picture.Kind?
  private let ending: String

  init(path: String, picture: Picture.Kind?) {
    self.picture = picture
    ending = path.split(separator: "/").last?.split(separator: ".").last?.lowercased() ?? ""
  }

  var mediaType: String {
    switch picture {
    case .png: return "image/png"
    case .jpeg: return "image/jpeg"
    case .svg: return "image/svg+xml"
    case nil: break
    }
    return switch ending {
    case "yaml", "yml": "application/yaml"
    case "json": "application/json"
    case "csv": "text/csv"
    case "md": "text/markdown"
    case "txt": "text/plain"
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    default: "application/octet-stream"
    }
  }

  /// What tables show is data; what the document was made of is its source.
  var relationship: Attachment.Relationship {
    guard picture == nil else { return .source }
    return switch ending {
    case "csv", "xlsx": .data
    default: .source
    }
  }

  func description(isPlan: Bool, isSwedish: Bool) -> String {
    if isPlan {
      return isSwedish
        ? "Planen som dokumentet är gjort av" : "The plan that the document was made from"
    }
    if picture != nil {
      return isSwedish ? "Bild som dokumentet visar" : "Picture that the document shows"
    }
    switch ending {
    case "csv", "xlsx":
      return isSwedish
        ? "Uppgifter som dokumentets tabeller visar" : "Data that the document's tables show"
    case "md", "txt":
      return isSwedish ? "Text som ingår i dokumentet" : "Text that is part of the document"
    default:
      return isSwedish
        ? "Uppgifter som planen hämtar" : "Data that the plan takes from elsewhere"
    }
  }
}

extension Diagnostic {
  fileprivate static func changedMeanwhile(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .fileChanged,
      Message(
        sv: "filen har ändrats medan dokumentet sattes, så den kan inte bäddas in",
        en: "the file has changed while the document was set, so that it cannot be embedded"),
      at: place,
      fixes: [Fix(Message(sv: "kör kommandot igen", en: "run the command again"))])
  }
}

import Diagnostics
import FoundationEssentials
import Input
import Manuscript
import Pictures
import Templates
import Typography

/// The pictures that a theme has places for, from those who have them: the plan, its organisation,
/// the theme.
///
/// A plan and an organisation's file name them by the keys `omslagsbild` and `logotyp`, as a file or
/// as a file with what it shows; each file lies in the folder of the one that names it, or below.
struct NamedPictures {
  /// The document's pictures, by their names.
  private(set) var pictures: [String: NamedPicture] = [:]
  /// Who made the cover's picture, as the plan writes it; nil for nothing.
  private(set) var credit: RichText?
  /// What was found.
  private(set) var diagnostics: [Diagnostic] = []

  private let library: PictureLibrary

  /// No pictures yet.
  ///
  /// - Parameter library: Where pictures are read into.
  init(library: PictureLibrary) {
    self.library = library
  }

  /// Takes the pictures of a plan, and the logotype of its organisation where the plan has none.
  mutating func read(
    plan: Value, inside fence: Fence, organisation: Value?, into sources: inout SourceSet
  ) {
    if let value = plan["omslagsbild"] {
      read(value, as: Document.coverPicture, inside: fence, alternate: "", into: &sources)
      credit = value["upphov"]?.scalar.map { RichText($0.text, places: $0.places) }
    }
    let name = organisation?["namn"]?.scalar?.text ?? plan["organisation"]?.scalar?.text
    let alternate = name ?? "Logotyp"
    if let value = plan["logotyp"] {
      read(value, as: Document.logotype, inside: fence, alternate: alternate, into: &sources)
    } else if let value = organisation?["logotyp"] {
      let folder = sources.folder(of: value.place.file)
      read(
        value, as: Document.logotype, inside: Fence(folder: folder), alternate: alternate,
        into: &sources)
    }
  }

  /// Takes the theme's own pictures: into its cover's slots, and its logotype where there is no
  /// other.
  mutating func read(theme: Theme, sheet: inout StyleSheet, into sources: inout SourceSet) {
    for own in theme.pictures {
      guard let slot = own.slot, let picture = picture(own, into: &sources) else { continue }
      sheet.cover.pictures[slot].own = picture.picture
    }
    if pictures[Document.logotype] == nil, let own = theme.logotype,
      let picture = picture(own, into: &sources)
    {
      pictures[Document.logotype] = picture
    }
  }

  private mutating func read(
    _ value: Value, as name: String, inside fence: Fence, alternate: String,
    into sources: inout SourceSet
  ) {
    // What is no name of a file, the schema has told of.
    guard let file = value.scalar ?? value["fil"]?.scalar, !file.text.isEmpty else { return }
    let (picture, found) = readPicture(
      named: file.text, at: file.places.start, inside: fence, into: &sources, library)
    diagnostics += found
    guard let picture else { return }
    var named = NamedPicture(
      picture: picture, alternate: value["beskrivning"]?.scalar?.text ?? alternate,
      place: file.places.start)
    if let focus = value["fokus"]?.scalar {
      if let crop = Figure.Crop(focus: focus.text) {
        named.crop = crop
      } else {
        diagnostics.append(.wrongFocus(focus))
      }
    }
    pictures[name] = named
  }

  private mutating func picture(
    _ own: Theme.OwnPicture, into sources: inout SourceSet
  ) -> NamedPicture? {
    let place = own.file.places.start
    let (picture, found) = readPicture(
      named: own.file.text, at: place, inside: Fence(folder: sources.folder(of: place.file)),
      into: &sources, library)
    diagnostics += found
    return picture.map { NamedPicture(picture: $0, alternate: own.alternate, place: place) }
  }
}

extension SourceSet {
  /// The folder that a file lies in, as the file's path says it.
  func folder(of file: FileID) -> String {
    let path = self[file]?.path ?? ""
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }
}

extension Document {
  /// Says on the cover who made its picture.
  mutating func creditCoverPicture(_ credit: RichText?) {
    guard let credit, !credit.isEmpty else { return }
    for index in blocks.indices {
      guard case .cover(var cover) = blocks[index] else { continue }
      cover.parts.append(Cover.Part(name: "credit", text: credit))
      blocks[index] = .cover(cover)
      return
    }
  }
}

extension Diagnostic {
  fileprivate static func wrongFocus(_ written: Scalar) -> Diagnostic {
    Diagnostic(
      .error, .wrongFigureValue,
      Message(
        sv: "'fokus' ska vara två procenttal, från vänster och uppifrån, som 30 % 40 %; "
          + "fann '\(written.text)'",
        en: "'fokus' should be two percentages, from the left and the top, such as 30 % 40 %; "
          + "found '\(written.text)'"), at: written.places.start)
  }
}

import Diagnostics
import FoundationEssentials
import Unix
import Input
import Kinds

/// The file that holds what many plans of an organisation have in common.
let organisationFile = "organisation.yaml"

extension Run {
  /// The organisation's file that is nearest: in the plan's folder or one above it.
  ///
  /// It is the one file that a plan reads from outside its own folder, under this one name; a link
  /// that leads out of the folder it stands in is refused, as a plan's other files are.
  func organisationPath(for place: Place) -> (String?, [Diagnostic]) {
    guard let folder = organisationFolder else { return (nil, []) }
    let (found, faults) = Fence(folder: folder).path(of: organisationFile, at: place)
    return (found == nil ? nil : pathAsShown(folder + "/" + organisationFile), faults)
  }
}

/// The nearest folder with an organisation's file: a folder itself or one above it; nil for none.
///
/// Templates, themes and fonts of the organisation's own lie there too.
func nearestOrganisationFolder(above folder: String) -> String? {
  var folder = URL(fileURLWithPath: folder.isEmpty ? "." : folder).standardizedFileURL.path
  while true {
    let path = (folder == "/" ? "" : folder) + "/" + organisationFile
    // What is there may be a link to nothing, which is told and not passed by.
    if FileStatus(path, followsLinks: false) != nil { return folder }
    guard folder != "/" else { return nil }
    folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
  }
}

/// The same, as it is shown to the user.
func ownFolder(above folder: String) -> String? {
  nearestOrganisationFolder(above: folder).map(folderAsShown)
}

/// A folder as it is shown to the user.
func folderAsShown(_ folder: String) -> String {
  let shown = pathAsShown(folder + "/")
  return shown.isEmpty ? "." : folder == "/" ? "" : String(shown.dropLast())
}

/// The path as it is shown to the user: from the working folder where it is below that.
func pathAsShown(_ path: String) -> String {
  let current = FileManager.default.currentDirectoryPath
  let working = current.hasSuffix("/") ? current : current + "/"
  return path.hasPrefix(working) ? String(path.dropFirst(working.count)) : path
}

extension Value {
  /// The plan with what its organisation's file says and it does not: the organisation's name.
  func completed(from organisation: Value, _ schema: Schema) -> Value {
    guard let name = organisation.map?.entries.first(where: { $0.key == "namn" }),
      name.value.scalar != nil, var map, map["organisation"] == nil,
      let node = schema[schema.root].property("organisation"), schema[node].allows(.string)
    else { return self }
    map.entries.append(
      Map.Entry(key: "organisation", keyPlace: name.keyPlace, value: name.value))
    return Value(.map(map), at: place)
  }
}

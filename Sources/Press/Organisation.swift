import Diagnostics
import Foundation
import Input
import Kinds

/// The file that holds what many plans of an organisation have in common.
private let organisationFile = "organisation.yaml"

extension Run {
  /// The organisation's file that is nearest: in the plan's folder or one above it.
  ///
  /// It is the one file that a plan reads from outside its own folder, under this one name; a link
  /// that leads out of the folder it stands in is refused, as a plan's other files are.
  func organisationPath(for place: Place) -> (String?, [Diagnostic]) {
    let own = fence.folder.isEmpty ? "." : fence.folder
    var folder = URL(fileURLWithPath: own).standardizedFileURL.path
    while true {
      let path = (folder == "/" ? "" : folder) + "/" + organisationFile
      // What is there may be a link to nothing, which is told and not passed by.
      if (try? FileManager.default.attributesOfItem(atPath: path)) != nil {
        let (found, faults) = Fence(folder: folder).path(of: organisationFile, at: place)
        return (found == nil ? nil : shown(path), faults)
      }
      guard folder != "/" else { return (nil, []) }
      folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    }
  }

  /// The path as it is shown to the user: from the working folder where it is below that.
  private func shown(_ path: String) -> String {
    let working = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(working) ? String(path.dropFirst(working.count)) : path
  }
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

import Diagnostics
import FoundationEssentials
import Input
import Kinds
import Templates
import Unix

/// A kind's own files and those of the kinds that it extends.
struct KindFiles {
  /// The folders, the one that all others build on first, the kind's own last.
  let folders: [String]
  /// Their schemas as one.
  let schema: Value
  /// The kind's own folder.
  var name: String { folders.last ?? "" }
}

extension Shelf {
  /// Reads a kind's schema with those that it extends, as one.
  func files(ofKind kind: String, into sources: inout SourceSet) -> (KindFiles?, [Diagnostic]) {
    var folders = [kind]
    let (own, faults) = value(at: path(ofKind: kind, "schema.json"), into: &sources)
    guard let own else { return (nil, faults) }
    var files = sources
    let (layers, found) = layers(of: own) { name, place in
      guard FileManager.default.fileExists(atPath: path(ofKind: name, "schema.json")) else {
        return (nil, [.unknownKind(name, among: kindFolders, at: place, in: home)])
      }
      folders.append(name)
      return value(at: path(ofKind: name, "schema.json"), into: &files)
    }
    sources = files
    guard let schema = Schema.joined(layers) else { return (nil, faults + found) }
    return (KindFiles(folders: folders.reversed(), schema: schema), faults + found)
  }

  /// The kind whose template a kind's plans are set by: itself, or the one that it extends.
  func setter(of kind: KindFiles) -> String {
    kind.folders.last { FileStatus(path(ofKind: $0, "template.yaml")) != nil } ?? kind.name
  }

  /// Reads a kind's template with those of the kinds that it extends, as one.
  ///
  /// A kind may do with the template of the one it extends.
  func template(of kind: KindFiles, into sources: inout SourceSet) -> (Value?, [Diagnostic]) {
    var layers: [Value] = []
    var found: [Diagnostic] = []
    for folder in kind.folders {
      let path = path(ofKind: folder, "template.yaml")
      let isNeeded = folder == kind.folders.last && layers.isEmpty
      guard isNeeded || FileManager.default.fileExists(atPath: path) else { continue }
      let (layer, faults) = value(at: path, into: &sources)
      found += faults
      guard let layer else { return (nil, found) }
      layers.append(layer)
    }
    return (Template.joined(layers), found)
  }
}

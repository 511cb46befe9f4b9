import Diagnostics

/// What was read of the home for one document, kept for those that are set after it.
///
/// What was read names the files that it came from by their numbers among a document's sources. So it
/// is taken again by a document that has read as many files before it, as documents of one kind have,
/// and its files are taken in with it. What had faults is not kept: each document tells of them anew.
struct KeptReadings<Reading> {
  private struct Key: Hashable {
    var name: String
    /// The organisation's folder, whose kinds and themes go before the home's.
    var own: String?
    var filesBefore: Int
  }

  private var kept: [Key: (reading: Reading, files: ArraySlice<SourceSet.File>)] = [:]

  /// Gives what is kept under a name, or reads it from the shelf.
  mutating func reading(
    _ name: String, of shelf: Shelf, into sources: inout SourceSet,
    _ read: (inout SourceSet) -> (Reading?, [Diagnostic])
  ) -> (Reading?, [Diagnostic]) {
    let key = Key(name: name, own: shelf.own, filesBefore: sources.files.count)
    if let (reading, files) = kept[key] {
      for file in files { _ = sources.add(path: file.path, text: file.text, sheet: file.sheet) }
      return (reading, [])
    }
    let (reading, found) = read(&sources)
    if let reading, found.isEmpty {
      kept[key] = (reading, sources.files[key.filesBefore...])
    }
    return (reading, found)
  }
}

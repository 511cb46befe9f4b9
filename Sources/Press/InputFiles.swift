import Diagnostics
import FoundationEssentials
import HarfBuzz
import Hyphenation
import Input
import Typography

extension Run {
  /// The files that were read so far, and with a document on its pages those of its fonts and of the
  /// patterns that its words are divided by.
  ///
  /// Its fonts are those of the families that its theme names. Which of their faces were opened
  /// would depend on what was set before.
  func inputs(of document: SetDocument?) -> [String] {
    var read = sources.files.map(\.path).filter { $0 != overrideSource }
    // What came from standard input comes first, under a name that is no file's.
    if case .standardInput = request.plan, !read.isEmpty { read.removeFirst() }
    if let document {
      for family in document.fonts.manifest.families where document.families.contains(family.name) {
        read += family.faces.map(\.path).filter { FileManager.default.fileExists(atPath: $0) }
      }
      if document.isDivided { read.append(Hyphenator.systemPatterns) }
    }
    var seen: Set<String> = []
    return read.filter { seen.insert($0).inserted }
  }
}

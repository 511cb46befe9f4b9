import Diagnostics
import Geometry
import Input
import Pictures

/// Reads a picture that a plan names into a library; one that is there already is not read again.
///
/// Reports what `readFile` and `PictureLibrary.read` report, at the place where the file is named.
func readPicture(
  named written: String, at place: Place, inside fence: Fence, into sources: inout SourceSet,
  _ library: PictureLibrary
) -> (Picture?, [Diagnostic]) {
  if let known = library.picture(from: fence.shownPath(of: written)) { return (known, []) }
  var limits = ReadingLimits()
  // A photograph for a whole page, saved with little loss.
  limits.bytes = 64 << 20
  let (file, faults) = readFile(
    named: written, at: place, inside: fence, into: &sources, limits: limits)
  guard let file else { return (nil, faults) }
  return library.read(file.bytes, shownAs: file.path, at: place)
}

import Diagnostics
import Geometry
import HarfBuzz
import Templates
import Typography

extension FontLibrary {
  /// What is not in the manifest of the faces that a theme asks for.
  func faults(of faces: [Theme.Face]) -> [Diagnostic] {
    faces.compactMap { face in
      do throws(ShapingError) {
        try look(
          for: FontRequest(
            family: face.family, weight: face.weight, isItalic: face.isItalic, size: .points(10)))
        return nil
      } catch {
        return Diagnostic(.error, error.code, error.message, at: face.place)
      }
    }
  }
}

public import Diagnostics
public import Geometry
public import Input
public import Manuscript
public import Swedish

/// Composes a document of a plan's data, as its kind's template says.
///
/// The data have been checked against the schema that the template was read for; what the check
/// has complained about comes out as it stands or not at all, and never traps. Every heading,
/// paragraph and cell has passed `normalise` once. Headings begin at level 1 and skip none; their
/// ids are unique, and the same for the same plan.
///
/// - Parameters:
///   - data: The plan.
///   - template: The kind's template.
///   - numbers: The signs that numbers are printed with.
///   - footNotedTables: The table styles whose notes the theme wants at the foot of the page.
///   - headingLevels: The deepest level of headings that the theme numbers, where the template does
///     not say.
///   - tellsCorrections: Whether to tell, as notes, what the normaliser changed.
///   - loadPicture: Gives the picture in a file that a plan names, and what was wrong with it; it is
///     called with the name and its place.
///   - loadProse: Gives the text of a file that a prose field names, `{fil: inledning.md}`, and
///     what was wrong with it; it is called with the name and its place.
/// - Returns: The document, and what was found on the way.
public func compose(
  _ data: Value, template: Template, numbers: NumberStyle = .printed,
  footNotedTables: Set<String> = [],
  headingLevels: Int = 0, tellsCorrections: Bool = false,
  loadPicture: (_ name: String, _ place: Place) -> (Picture?, [Diagnostic]) = { _, _ in (nil, []) },
  loadProse: (_ name: String, _ place: Place) -> (Scalar?, [Diagnostic])
) -> (Document, [Diagnostic]) {
  withoutActuallyEscaping(loadProse) { loadProse in
    withoutActuallyEscaping(loadPicture) { loadPicture in
      var composer = Composer(
        template: template, numbers: numbers, footNotedTables: footNotedTables,
        headingLevels: headingLevels,
        loadPicture: loadPicture, loadProse: loadProse)
      composer.tellsCorrections = tellsCorrections
      return composer.compose(data)
    }
  }
}

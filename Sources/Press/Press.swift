import Diagnostics

/// The one call that runs the whole row, from a plan to a finished document.
///
/// A press holds no state between calls: the same request gives the same bytes.
public struct Press: Sendable {
  /// Where templates and fonts are found.
  public var home: Home

  /// A press that finds templates and fonts in a home.
  public init(home: Home) {
    self.home = home
  }

  /// Sets a plan and writes the document, whole or (when there are errors) not at all.
  public func build(_ request: BuildRequest) -> BuildResult {
    BuildResult(diagnostics: [], sources: SourceSet(), output: nil, pageCount: 0)
  }

  /// Does all that `build` does but writing.
  public func check(_ request: BuildRequest) -> BuildResult {
    BuildResult(diagnostics: [], sources: SourceSet(), output: nil, pageCount: 0)
  }

  /// Gives the text dump of a stage.
  public func inspect(_ request: BuildRequest, stage: Stage) -> InspectResult {
    InspectResult(diagnostics: [], sources: SourceSet(), text: nil)
  }

  /// Lists the kinds of document that the home has, sorted by name.
  public func kinds() -> KindsResult {
    KindsResult(diagnostics: [], sources: SourceSet(), kinds: [])
  }

  /// Gives a kind's schema as JSON text; the kind is named by its folder or its title.
  public func schema(of kind: String) -> SchemaResult {
    SchemaResult(diagnostics: [], sources: SourceSet(), text: nil)
  }
}

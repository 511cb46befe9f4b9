import Diagnostics
import Input
import Templates

extension Run {
  /// The theme that the command, the plan, the organisation's file or the kind names, in this order;
  /// else the default.
  mutating func theme(_ plan: CheckedPlan, _ template: Template) -> Theme? {
    let kind = shelf.setter(of: plan.kind)
    let written = plan.data["tema"]?.scalar ?? usualTheme(ofKinds: [plan.kind.name, kind])
    let name = request.theme ?? written?.text ?? template.theme ?? "default"
    let shelf = self.shelf
    guard shelf.hasTheme(name) else {
      diagnostics.append(
        .unknownTheme(
          name, among: shelf.themeNames, at: request.theme == nil ? written?.places.start : nil,
          in: home))
      return nil
    }
    return take(workshop.theme(name, for: kind, of: shelf, into: &sources))
  }

  /// The theme that the organisation's file names for documents of some kinds, by `teman`, or for
  /// all, by `tema`.
  ///
  /// Reports `unknown-kind` for a kind under `teman` that is not there.
  ///
  /// - Parameter kinds: The folders of what the document is: its kind, and the one it is set by.
  /// - Returns: The theme's name where it is written; nil where none is named.
  private mutating func usualTheme(ofKinds kinds: [String]) -> Scalar? {
    var chosen = organisation?["tema"]?.scalar
    for entry in organisation?["teman"]?.list ?? [] {
      // What is missing or no text, the schema has told of.
      guard let theme = entry["tema"]?.scalar, let named = entry["slag"] else { continue }
      for name in (named.list ?? [named]).compactMap(\.scalar) {
        guard let kind = shelf.kind(named: name.text) else {
          report(
            .unknownKind(name.text, among: shelf.allKindNames, at: name.places.start, in: home))
          continue
        }
        if kinds.contains(kind) { chosen = theme }
      }
    }
    return chosen
  }
}

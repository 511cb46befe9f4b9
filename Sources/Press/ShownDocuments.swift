import Diagnostics
import Layout
import Manuscript
import Pages
import Templates
import Typography

/// A plan as another kind, whose pages a document shows in miniature: slides in a handout.
struct ShownDocument {
  /// What the document's template calls the kind.
  var name: String
  /// The plan as that kind.
  var styled: Run.StyledDocument
}

extension Run {
  /// The same plan as the kinds whose pages a document shows; what they find that the document has
  /// found too is told once.
  mutating func shownDocuments(of document: Document, _ plan: CheckedPlan) -> [ShownDocument] {
    var shown: [ShownDocument] = []
    for (name, place) in document.shownKinds {
      guard let folder = shelf.kind(named: name) else {
        report(.unknownKind(name, among: shelf.allKindNames, at: place, in: home))
        continue
      }
      let (known, texts) = (diagnostics, prose)
      guard let kind = take(workshop.kind(folder, of: shelf, into: &sources)) else { continue }
      let other = CheckedPlan(
        kind: kind.files, data: plan.data, schema: kind.schema, isSound: plan.isSound,
        figures: plan.figures)
      let styled = styledDocument(other, isShown: true)
      prose.merge(texts) { $1 }
      diagnostics = known + diagnostics[known.count...].filter { !known.contains($0) }
      if let styled { shown.append(ShownDocument(name: name, styled: styled)) }
    }
    return shown
  }

  /// The pages of what a document shows, by the kinds' names.
  ///
  /// What is less good about them is told of who sets them for themselves.
  mutating func shownPages(
    of styled: StyledDocument, words: WordTable, shaper: any Shaping
  ) -> [String: PageSet] {
    var shown: [String: PageSet] = [:]
    for other in styled.shown {
      let (pages, found) = layOut(
        other.styled.document, sheet: other.styled.sheet, words: words, shaper: shaper)
      for fault in found where fault.severity == .error { report(fault) }
      shown[other.name] = pages
    }
    return shown
  }
}

extension Run.StyledDocument {
  /// The faces that its theme asks for, and the themes of what it shows.
  var allFaces: [Theme.Face] { faces + shown.flatMap(\.styled.faces) }
}

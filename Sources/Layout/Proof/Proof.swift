public import Diagnostics
public import Manuscript
public import Pages
public import Typography

/// Pages with what a proof-reader wants to know of them: where each text stands, and what is not as
/// good as it could be.
public struct Proof: Sendable {
  /// Where a line's first character was written, and where it stands.
  public struct Origin: Hashable, Sendable {
    /// Where it was written.
    public var place: Place
    /// The page, from 1 for the first of the file.
    public var page: Int
  }

  /// The pages.
  public var pages: PageSet
  /// What layout has to tell, and then what the look at the pages found.
  public var findings: [Diagnostic]
  /// The lines of text, in the order of the pages.
  public var origins: [Origin]
}

/// Lays a document out as `layOut` does, and reads the pages: what a build has no use for.
///
/// Besides what `layOut` reports: `runt-line`, `loose-line`, `near-empty-page`, `torn-row`.
public func proof(
  of document: Document, sheet: StyleSheet, words: WordTable, shaper: any Shaping,
  shown: [String: PageSet] = [:]
) -> Proof {
  var proof = Proof(
    pages: PageSet(
      pages: [], structure: StructureTree(), outline: [], destinations: [:],
      metadata: .init(title: "", author: "", subject: "", language: "", date: nil)),
    findings: [], origins: [])
  let (pages, found) = layOut(
    document, sheet: sheet, words: words, shaper: shaper, shown: shown,
    read: { reading in
      proof.origins = reading.origins()
      proof.findings = reading.findings()
    })
  proof.pages = pages
  proof.findings = found + proof.findings
  return proof
}

import Diagnostics

extension [Diagnostic] {
  /// The diagnostics with one correction for each rule, the first, which says how many more there
  /// are: an office's text may have thousands, of some twenty kinds.
  func foldingCorrections() -> [Diagnostic] {
    var counts: [String: Int] = [:]
    for diagnostic in self where diagnostic.code == .textNormalised {
      counts[diagnostic.rule ?? "", default: 0] += 1
    }
    guard !counts.isEmpty else { return self }
    var folded: [Diagnostic] = []
    for diagnostic in self {
      guard diagnostic.code == .textNormalised else {
        folded.append(diagnostic)
        continue
      }
      guard let count = counts.removeValue(forKey: diagnostic.rule ?? "") else { continue }
      folded.append(count > 1 ? diagnostic.standing(forMore: count - 1) : diagnostic)
    }
    return folded
  }
}

extension Diagnostic {
  /// The diagnostic with a remark that it stands for others too.
  fileprivate func standing(forMore count: Int) -> Diagnostic {
    var copy = self
    copy.notes.append(
      Note(
        Message(
          sv: count == 1
            ? "och 1 till; --changes visar den" : "och \(count) till; --changes visar dem",
          en: count == 1
            ? "and 1 more; --changes shows it" : "and \(count) more; --changes shows them")))
    return copy
  }
}

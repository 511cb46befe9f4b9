public import Diagnostics
public import Manuscript

/// What every document is looked through for, whatever its kind: personal data, link texts, prompts.
///
/// It looks at what is printed, so that prose and tables of other files are looked through too. Each
/// text is read a fixed number of times.
///
/// - Parameters:
///   - document: The document.
///   - data: The plan and its organisation's file, which say whose addresses are no private ones.
/// - Returns: Findings, all of them warnings, by place.
public func checkText(of document: Document, _ data: CheckedData) -> [Diagnostic] {
  let own = OwnAddresses(data)
  var findings = authorFindings(document.metadata, data)
  for text in PrintedText.all(of: document) {
    findings += text.personalNumbers() + text.patientInitials() + text.privateAddresses(own)
    findings += text.healthByName() + text.printedBy() + text.vagueLinks() + text.wordPrompts()
  }
  return findings.sortedByPlace()
}

extension Checkpoint {
  /// What `checkText` can find.
  public static let inText: [Checkpoint] = [
    .personalNumber, .patientInitials, .privateAddress, .healthByName, .printedBy, .authorIsPerson,
    .vagueLink, .longAddress,
  ]
}

/// Every kind of fault that the program can report: stable, kebab-case, never used again for
/// something else.
public enum Code: String, Sendable, CaseIterable {
  // Files.
  case fileMissing = "file-missing"
  case fileUnreadable = "file-unreadable"
  case fileTooLarge = "file-too-large"
  case fileOutsideFolder = "file-outside-folder"
  case notText = "not-text"
  case outputUnwritable = "output-unwritable"
  case homeMissing = "home-missing"

  // Layout.
  case overfullLine = "overfull-line"
  case overfullPage = "overfull-page"
  case keepBroken = "keep-broken"
  case missingStyle = "missing-style"
  case unsettledReferences = "unsettled-references"

  // Fonts.
  case fontMissing = "font-missing"
  case glyphMissing = "glyph-missing"
}

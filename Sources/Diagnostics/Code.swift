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

  // Schemas.
  case unknownSchemaKeyword = "unknown-schema-keyword"
  case wrongSchemaValue = "wrong-schema-value"
  case wrongSchemaReference = "wrong-schema-reference"

  // Plans against their schema.
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case valueNotAllowed = "value-not-allowed"
  case patternMismatch = "pattern-mismatch"
  case wrongFormat = "wrong-format"
  case decimalPoint = "decimal-point"

  // Layout.
  case overfullLine = "overfull-line"
  case overfullPage = "overfull-page"
  case keepBroken = "keep-broken"
  case missingStyle = "missing-style"
  case unsettledReferences = "unsettled-references"
  case tableInCell = "table-in-cell"
  case blockInCell = "block-in-cell"
  case surplusCell = "surplus-cell"
  case missingTarget = "missing-target"
  case coverPartWithoutSlot = "cover-part-without-slot"

  // Fonts.
  case fontMissing = "font-missing"
  case fontUnreadable = "font-unreadable"
  case fontFeatureUnknown = "font-feature-unknown"
  case glyphMissing = "glyph-missing"
}

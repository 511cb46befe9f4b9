/// Every kind of fault that the program can report: stable, kebab-case, never used again for
/// something else.
public enum Code: String, Sendable, CaseIterable {
  // Files.
  case fileMissing = "file-missing"
  case fileUnreadable = "file-unreadable"
  case fileTooLarge = "file-too-large"
  case fileOutsideFolder = "file-outside-folder"
  case notText = "not-text"
  case fileEmpty = "file-empty"
  case notOrdinaryFile = "not-ordinary-file"
  case outputUnwritable = "output-unwritable"
  case homeMissing = "home-missing"
  case paintingFailed = "painting-failed"

  // The plan as a whole.
  case planIsNoMap = "plan-is-no-map"
  case unknownKind = "unknown-kind"
  case unknownTheme = "unknown-theme"
  case otherVersion = "other-version"

  // Reading YAML and JSON.
  case needsQuotes = "needs-quotes"
  case textCutOff = "text-cut-off"
  case listInText = "list-in-text"
  case unclosedQuote = "unclosed-quote"
  case textAfterQuote = "text-after-quote"
  case unknownEscape = "unknown-escape"
  case unclosedBracket = "unclosed-bracket"
  case textAfterBracket = "text-after-bracket"
  case ambiguousComma = "ambiguous-comma"
  case missingColon = "missing-colon"
  case missingComma = "missing-comma"
  case missingValue = "missing-value"
  case tabIndentation = "tab-indentation"
  case wrongIndentation = "wrong-indentation"
  case duplicateKey = "duplicate-key"
  case compoundKey = "compound-key"
  case severalDocuments = "several-documents"
  case wrongMerge = "wrong-merge"
  case aliasBomb = "alias-bomb"
  case tooManyValues = "too-many-values"
  case nestingTooDeep = "nesting-too-deep"
  case controlCharacter = "control-character"
  case yamlSyntax = "yaml-syntax"
  case jsonSyntax = "json-syntax"

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

  // Templates and themes.
  case unknownKeyword = "unknown-keyword"
  case wrongKeywordValue = "wrong-keyword-value"
  case missingKeyword = "missing-keyword"
  case unknownField = "unknown-field"
  case unknownPart = "unknown-part"
  case unusedPart = "unused-part"
  case unknownFormat = "unknown-format"
  case wrongFieldShape = "wrong-field-shape"
  case wrongTextPattern = "wrong-text-pattern"
  case wrongCondition = "wrong-condition"
  case blockOutOfPlace = "block-out-of-place"
  case endlessPart = "endless-part"
  case lowContrast = "low-contrast"

  // Composing.
  case surplusValue = "surplus-value"
  case duplicateLabel = "duplicate-label"
  case headingLevelSkipped = "heading-level-skipped"
  case headingInCell = "heading-in-cell"
  case footnoteAtEnd = "footnote-at-end"
  case uncalledNote = "uncalled-note"
  case markupInProse = "markup-in-prose"
  case pictureInProse = "picture-in-prose"

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

  // Hyphenation.
  case hyphenationMissing = "hyphenation-missing"

  // Swedish print.
  case ambiguousNumber = "ambiguous-number"
  case ambiguousInterval = "ambiguous-interval"
  case abbreviationForm = "abbreviation-form"
  case initialismForm = "initialism-form"
  case unpairedQuote = "unpaired-quote"
  case genitiveApostrophe = "genitive-apostrophe"
  case dateForm = "date-form"
  case dotLeader = "dot-leader"
  case missingSpace = "missing-space"
  case percentForm = "percent-form"
  case amountDecimals = "amount-decimals"
}

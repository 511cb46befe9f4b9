// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of ours is compiled with: docs/architecture.md, "The fence round C".
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

/// Folders of tests that hold what they compare with.
let notSources = [
  "ChartsTests": ["Snapshots"],
  "HyphenationTests": ["Cases"], "LayoutTests": ["Snapshots"], "PDFTests": ["Snapshots"],
  "satsTests": ["OwnKind", "Snapshots"], "SwedishTests": ["Cases"],
]

func tests(_ name: String, _ imports: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: imports,
    exclude: notSources[name, default: []], swiftSettings: strict)
}

let package = Package(
  name: "sats",
  products: [
    .executable(name: "sats", targets: ["sats"]),
    .library(name: "Sats", targets: ["Press"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // The rooms, in the order of docs/architecture.md: imports only point up this list.
    room("Geometry"),
    room("Diagnostics"),
    room("Input", ["YAML", "Unix", "Diagnostics"]),
    room("Typography", ["Geometry", "Diagnostics"]),
    room("Swedish", ["Typography", "Diagnostics"]),
    room("Hyphenation", ["Swedish", "Typography", "Diagnostics", "Unix"]),
    room("Manuscript", ["Swedish", "Geometry", "Diagnostics"]),
    room("Kinds", ["Input", "Swedish", "Diagnostics"]),
    room("Checks", ["Kinds", "Input", "Manuscript", "Swedish", "Diagnostics"]),
    room("Markdown", ["CMarkdown", "Diagnostics"]),
    room(
      "Templates",
      [
        "Input", "Kinds", "Manuscript", "Markdown", "Swedish", "Typography", "Geometry",
        "Diagnostics",
      ]),
    room("Pages", ["Typography", "Geometry"]),
    room(
      "Charts",
      ["Manuscript", "Pages", "Swedish", "Typography", "Geometry", "Diagnostics"]),
    room(
      "Layout",
      ["Manuscript", "Pages", "Charts", "Typography", "Geometry", "Diagnostics"]),

    // The fence: one target per C library, holding a module map and a shim header only.
    .systemLibrary(name: "CCairo", pkgConfig: "cairo-pdf", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CMarkdown",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CDeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CDigest", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),

    // Loaded late, by name: their libraries are not linked.
    .systemLibrary(name: "CPictures", providers: [.apt(["librsvg2-2"])]),
    .systemLibrary(name: "CWorkbook", providers: [.apt(["libzip4", "libxml2"])]),

    // Wrapper rooms: the only ones where the word `unsafe` may stand.
    room("Unix"),
    room("YAML", ["CYAML"]),
    room("Cairo", ["CCairo", "Geometry"]),
    room(
      "HarfBuzz",
      ["CHarfBuzz", "CCairo", "Cairo", "Typography", "Geometry", "Diagnostics", "Unix"]),
    room("Deflate", ["CDeflate"]),
    room("Digest", ["CDigest"]),
    room("Workbook", ["CWorkbook", "Input", "Diagnostics"]),
    room("Pictures", ["CPictures", "Cairo", "Geometry", "Diagnostics"]),

    room("Paint", ["Pages", "Typography", "Cairo", "HarfBuzz", "Pictures", "Geometry"]),
    room("PDF", ["Deflate", "Pages", "Typography", "Geometry", "Diagnostics"]),
    room("HTML", ["Manuscript"]),
    room(
      "Press",
      [
        "Geometry", "Diagnostics", "Input", "Typography", "Swedish", "Manuscript", "Kinds",
        "Checks", "Markdown", "Templates", "Pages", "Charts", "Layout", "Cairo", "HarfBuzz",
        "Hyphenation",
        "Workbook", "Pictures", "Paint", "PDF", "HTML", "Digest", "Unix",
      ]),
    .executableTarget(
      name: "sats",
      dependencies: [
        "Press", "Diagnostics", "Unix",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    tests("PressTests", ["Press", "Diagnostics", "TestSupport"]),
    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "Geometry", "Typography", "Manuscript", "Pages", "Layout"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests(
      "LayoutTests",
      [
        "Layout", "Manuscript", "Pages", "Swedish", "Typography", "Geometry", "Diagnostics",
        "TestSupport",
      ]),
    tests("TypographyTests", ["Typography", "Geometry", "TestSupport"]),
    tests("DiagnosticsTests", ["Diagnostics", "TestSupport"]),
    tests("InputTests", ["Input", "Diagnostics", "TestSupport"]),
    tests("SwedishTests", ["Swedish", "Diagnostics", "TestSupport"]),
    tests("HyphenationTests", ["Hyphenation", "Typography", "Diagnostics", "TestSupport"]),
    tests("KindsTests", ["Kinds", "Input", "Swedish", "Diagnostics", "TestSupport"]),
    tests(
      "ChecksTests", ["Checks", "Kinds", "Input", "Manuscript", "Diagnostics", "TestSupport"]),
    tests("MarkdownTests", ["Markdown"]),
    tests("HarfBuzzTests", ["HarfBuzz", "Typography", "Geometry", "Diagnostics"]),
    tests("WorkbookTests", ["Workbook", "Input", "Diagnostics", "TestSupport"]),
    tests("PicturesTests", ["Pictures", "Geometry", "Diagnostics", "TestSupport"]),
    tests(
      "PaintTests",
      [
        "Paint", "HarfBuzz", "Pictures", "Cairo", "PDF", "Pages", "Typography", "Geometry",
        "Diagnostics", "TestSupport",
      ]),
    tests(
      "PDFTests",
      [
        "PDF", "Deflate", "Paint", "HarfBuzz", "Layout", "Manuscript", "Pages", "Swedish",
        "Typography", "Geometry", "Diagnostics", "TestSupport",
      ]),
    tests(
      "TemplatesTests",
      [
        "Templates", "Input", "Kinds", "Manuscript", "Swedish", "Typography", "Geometry",
        "Diagnostics", "TestSupport",
      ]),
    tests(
      "ChartsTests",
      ["Charts", "Manuscript", "Pages", "Swedish", "Typography", "Geometry", "TestSupport"]),
    tests("DigestTests", ["Digest"]),
    tests("HTMLTests", ["HTML", "Manuscript", "Swedish"]),
    tests("HouseRulesTests", []),
    tests("satsTests", ["sats", "Unix", "TestSupport"]),
  ]
)

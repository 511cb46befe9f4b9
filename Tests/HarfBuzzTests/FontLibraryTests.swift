import Diagnostics
import Foundation
import Geometry
import HarfBuzz
import Testing
import Typography

struct FontLibraryTests {
  @Test func `opens exactly the file that the manifest names for a weight and slant`() throws {
    let library = FontLibrary(manifest: manifest)
    for family in manifest.families where !["Borta", "Egen"].contains(family.name) {
      for face in family.faces {
        let font = try library.font(
          for: FontRequest(
            family: face.family, weight: face.weight, isItalic: face.isItalic, size: .points(10)))
        #expect(library.path(of: font) == face.path)
      }
    }
  }

  @Test func `gives the same font for the same request and another for another size`() throws {
    let library = FontLibrary(manifest: manifest)
    let ten = FontRequest(family: "Roboto", size: .points(10))
    let nine = FontRequest(family: "Roboto", size: .points(9))
    let first = try library.font(for: ten)
    #expect(try library.font(for: ten) == first)
    #expect(try library.font(for: nine) != first)
  }

  @Test func `measures a font in its own proportions at any size`() throws {
    let library = FontLibrary(manifest: manifest)
    let font = try library.font(for: FontRequest(family: "Roboto", size: .points(100)))
    let metrics = library.metrics(of: font)
    // Roboto's tables: ascender 1900, descender 500, capitals 1456, x 1082, space 508 of 2048.
    #expect(abs(metrics.ascent.points - 92.77) < 0.01)
    #expect(abs(metrics.descent.points - 24.41) < 0.01)
    #expect(abs(metrics.capHeight.points - 71.09) < 0.01)
    #expect(abs(metrics.xHeight.points - 52.83) < 0.01)
    #expect(abs(metrics.space.points - 24.80) < 0.01)
  }

  @Test(arguments: [
    ("Garamond", 400, false, "Linux Libertine O, Roboto"),
    ("Roboto", 600, false, "400, 500 (paketet fonts-roboto-unhinted)"),
    ("Roboto", 400, true, "bara ingen"),
    ("Borta", 400, false, "installera Debianpaketet fonts-borta"),
  ])
  func `says what there is and what to install when a font is missing`(
    family: String, weight: Int, isItalic: Bool, says: String
  ) {
    let library = FontLibrary(manifest: manifest)
    let request = FontRequest(
      family: family, weight: weight, isItalic: isItalic, size: .points(10))
    let error = #expect(throws: ShapingError.self) { try library.font(for: request) }
    #expect(error?.code == .fontMissing)
    #expect(error?.message.sv.contains(says) == true, "\(error?.message.sv ?? "")")
    #expect(error?.message.sv.contains(family) == true)
  }

  @Test(.timeLimit(.minutes(1)))
  func `refuses a pipe, a device and a folder without waiting for what comes`() throws {
    let pipe = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sats-\(UUID().uuidString)"
    ).path
    let make = Process()
    make.executableURL = URL(fileURLWithPath: "/usr/bin/mkfifo")
    make.arguments = [pipe]
    try make.run()
    make.waitUntilExit()
    defer { try? FileManager.default.removeItem(atPath: pipe) }
    for path in [pipe, "/dev/zero", "/usr"] {
      let face = FontFace(family: "Rör", weight: 400, isItalic: false, path: path)
      let library = FontLibrary(
        manifest: FontManifest(families: [
          FontManifest.Family(name: "Rör", package: nil, faces: [face])
        ]))
      let error = #expect(throws: ShapingError.self) {
        try library.font(for: FontRequest(family: "Rör", size: .points(10)))
      }
      #expect(error?.code == .fontUnreadable)
      #expect(error?.message.sv.contains("'\(path)'") == true, "\(error?.message.sv ?? "")")
    }
  }

  @Test func `refuses a file that is no font, and a feature that cannot be read`() {
    let library = FontLibrary(manifest: manifest)
    let noFont = #expect(throws: ShapingError.self) {
      try library.font(for: FontRequest(family: "Egen", size: .points(10)))
    }
    #expect(noFont?.code == .fontUnreadable)
    let noFeature = #expect(throws: ShapingError.self) {
      try library.font(
        for: FontRequest(family: "Roboto", size: .points(10), features: ["tabular figures"]))
    }
    #expect(noFeature?.code == .fontFeatureUnknown)
  }
}

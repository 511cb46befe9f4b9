import Diagnostics
import Foundation
import Input
import Testing

/// Files as they are on a disk, in a folder of each test's own.
final class FileTests {
  private let folder: String
  private let files = FileManager.default

  init() throws {
    folder = files.temporaryDirectory.appendingPathComponent("sats-\(UUID().uuidString)").path
    try files.createDirectory(atPath: folder + "/plan/bilder", withIntermediateDirectories: true)
  }

  deinit { try? files.removeItem(atPath: folder) }

  private func write(_ bytes: some Sequence<UInt8>, _ name: String) throws -> String {
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func codes(reading path: String, limits: ReadingLimits = .init()) -> [Code] {
    var sources = SourceSet()
    let (file, found) = readSource(path: path, into: &sources, limits: limits)
    #expect((file == nil) == found.hasErrors)
    // Each is told about a file of the set, so that the path is printed.
    #expect(found.allSatisfy { sources[$0.place?.file ?? .none]?.path == path })
    return found.map(\.code)
  }

  @Test func `a plan is read, its byte order mark dropped`() throws {
    let path = try write([0xEF, 0xBB, 0xBF] + Array("a: å\r\n".utf8), "plan/plan.yaml")
    var sources = SourceSet()
    let (file, found) = readSource(path: path, shownAs: "plan.yaml", into: &sources)
    #expect(found.isEmpty)
    #expect(sources[try #require(file)]?.text == "a: å\r\n")
    #expect(sources[try #require(file)]?.path == "plan.yaml")
  }

  @Test func `what is no readable text is refused, each in its way`() throws {
    #expect(codes(reading: folder + "/saknas.yaml") == [.fileMissing])
    #expect(codes(reading: folder + "/plan") == [.notOrdinaryFile])
    #expect(codes(reading: "/dev/zero") == [.notOrdinaryFile])
    #expect(codes(reading: try write([], "tom.yaml")) == [.fileEmpty])
    #expect(codes(reading: try write("a: b\0".utf8, "noll.yaml")) == [.notText])
    #expect(codes(reading: try write("%PDF-1.7 x".utf8, "a.pdf")) == [.notText])
    #expect(codes(reading: try write([0xFF, 0xFE, 0x61, 0], "utf16.yaml")) == [.notText])
    var limits = ReadingLimits()
    limits.bytes = 4
    #expect(codes(reading: try write("12345".utf8, "stor.yaml"), limits: limits) == [.fileTooLarge])
    #expect(codes(reading: try write("1234".utf8, "lagom.yaml"), limits: limits) == [])
    #expect(codes(reading: folder + "/lagom.yaml/x") == [.fileMissing])
    #expect(codes(reading: folder + "/a\0b") == [.fileMissing])
  }

  @Test func `a pipe is refused and not waited for`() throws {
    let pipe = folder + "/plan/ror"
    let process = try Process.run(URL(fileURLWithPath: "/usr/bin/mkfifo"), arguments: [pipe])
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(codes(reading: pipe) == [.notOrdinaryFile])
    let (path, found) = Fence(folder: folder + "/plan").path(of: "ror", at: .none)
    #expect(path == nil)
    #expect(found.map(\.code) == [.notOrdinaryFile])
  }

  @Test(arguments: [
    (Array("a: b\nmål: å".utf8.dropLast()), 2, 6, "tar slut mitt i ett tecken"),
    (Array("a: b\nnamn: ".utf8) + [0xE4, 0x72], 2, 7, "byte E4 ('ä' i Latin-1)"),
    (Array("å: ".utf8) + [0x80], 1, 4, "byte 80 är inte UTF-8"),
    (Array("a".utf8) + [0xED, 0xA0, 0x80], 1, 2, "byte ED"),
    (Array("a".utf8) + [0xC0, 0x80, 0x61], 1, 2, "byte C0"),
  ])
  func `text that is not UTF-8 is told at its first wrong byte`(
    bytes: [UInt8], line: Int32, column: Int32, words: String
  ) throws {
    var sources = SourceSet()
    let (file, found) = decodeSource(bytes, shownAs: "plan.yaml", into: &sources)
    #expect(file == nil)
    let diagnostic = try #require(found.first)
    #expect(diagnostic.code == .notText)
    #expect(diagnostic.place?.line == line)
    #expect(diagnostic.place?.column == column)
    #expect(diagnostic.message.sv.contains(words))
  }

  @Test func `the fence lets in what is in the folder and nothing else`() throws {
    let fence = Fence(ofPlan: folder + "/plan/plan.yaml")
    let secret = try write("hemligt".utf8, "hemligt.md")
    let inside = try write("text".utf8, "plan/text.md")
    _ = try write("text".utf8, "plan/bilder/ut.md")
    let plan = folder + "/plan"
    try files.createSymbolicLink(atPath: plan + "/ut.md", withDestinationPath: secret)
    try files.createSymbolicLink(atPath: plan + "/upp.md", withDestinationPath: "../hemligt.md")
    try files.createSymbolicLink(atPath: plan + "/in.md", withDestinationPath: "text.md")
    try files.createSymbolicLink(atPath: plan + "/helt.md", withDestinationPath: inside)
    try files.createSymbolicLink(atPath: plan + "/mapp", withDestinationPath: folder)
    try files.createSymbolicLink(atPath: plan + "/ring", withDestinationPath: "ring")
    // A folder whose name only begins like the plan's is outside.
    try files.createDirectory(atPath: plan + "2", withIntermediateDirectories: false)
    _ = try write("x".utf8, "plan2/x.md")
    try files.createSymbolicLink(atPath: plan + "/granne", withDestinationPath: "../plan2/x.md")

    func code(_ written: String) -> Code? {
      let (path, found) = fence.path(of: written, at: .none)
      #expect((path == nil) == found.hasErrors)
      return found.first?.code
    }
    for written in ["text.md", "./text.md", "bilder/ut.md", "in.md", "helt.md"] {
      #expect(code(written) == nil, "\(written)")
    }
    for written in [
      secret, "/etc/passwd", "../hemligt.md", "bilder/../../hemligt.md", "bilder/../text.md",
      "ut.md", "upp.md", "mapp/hemligt.md", "granne",
    ] {
      #expect(code(written) == .fileOutsideFolder, "\(written)")
    }
    for written in ["", "saknas.md", "ring", "text.md/x", "a\0b"] {
      #expect(code(written) == .fileMissing, "\(written)")
    }
    for written in ["bilder", ".", "./"] {
      #expect(code(written) == .notOrdinaryFile, "\(written)")
    }
    #expect(
      fence.path(of: "ring", at: .none).1.first?.message.sv.contains("leder till någon fil") == true
    )
    #expect(
      fence.path(of: "txet.md", at: .none).1.first?.message.sv.contains("menade du 'text.md'?")
        == true)
  }

  @Test func `a plan may itself be reached by a link`() throws {
    _ = try write("text".utf8, "plan/text.md")
    try files.createSymbolicLink(atPath: folder + "/genvag", withDestinationPath: "plan")
    let fence = Fence(ofPlan: folder + "/genvag/plan.yaml")
    #expect(fence.path(of: "text.md", at: .none).0?.hasSuffix("/plan/text.md") == true)
    #expect(fence.shownPath(of: "text.md") == folder + "/genvag/text.md")
    #expect(Fence(ofPlan: "plan.yaml").shownPath(of: "text.md") == "text.md")
  }

  @Test func `prose from a file has its places there, faults are told where it is named`() throws {
    _ = try write("# Rubrik\r\n\r\nText å här\r\n".utf8, "plan/inledning.md")
    _ = try write([], "plan/tom.md")
    let fence = Fence(folder: folder + "/plan")
    var sources = SourceSet()
    let plan = sources.add(path: "plan.yaml", text: "text: {fil: inledning.md}\n")
    let named = Place(file: plan, line: 1, column: 13)
    let (prose, found) = readProse(
      named: "inledning.md", at: named, inside: fence, into: &sources)
    #expect(found.isEmpty)
    let scalar = try #require(prose)
    #expect(scalar.text == "# Rubrik\n\nText å här\n")
    #expect(scalar.style == .file)
    let place = scalar.places.place(at: 18, in: scalar.text)
    #expect(place == Place(file: FileID(index: 1), line: 3, column: 8))
    #expect(sources[place.file]?.path == folder + "/plan/inledning.md")

    for (name, code) in [("saknas.md", Code.fileMissing), ("tom.md", .fileEmpty)] {
      let (none, faults) = readProse(named: name, at: named, inside: fence, into: &sources)
      #expect(none == nil)
      #expect(faults.map(\.code) == [code])
      #expect(faults.first?.place == named)
      #expect(faults.first?.message.sv.contains(name) == true)
    }
  }
}

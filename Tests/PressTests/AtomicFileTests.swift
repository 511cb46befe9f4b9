import Diagnostics
import Foundation
import Testing

@testable import Press

/// A folder of its own for each test, removed afterwards.
final class AtomicFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("sats-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  private func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `a new file has the bytes, and no other file is left`() throws {
    #expect(AtomicFile(path("a.pdf")).write(Array("new".utf8)) == nil)
    #expect(try text("a.pdf") == "new")
    #expect(try names() == ["a.pdf"])
  }

  @Test func `an older file is replaced by a file of its own, so that a reader keeps the old`()
    throws
  {
    try "old".write(toFile: path("a.pdf"), atomically: false, encoding: .utf8)
    let reader = try FileHandle(forReadingFrom: folder.appendingPathComponent("a.pdf"))
    #expect(AtomicFile(path("a.pdf")).write(Array("new".utf8)) == nil)
    #expect(try reader.readToEnd() == Data("old".utf8))
    #expect(try text("a.pdf") == "new")
  }

  @Test(arguments: [true, false])
  func `a symbolic link stays and its target is written`(targetIsThere: Bool) throws {
    try makeFolder("there")
    if targetIsThere {
      try "old".write(toFile: path("there/real.pdf"), atomically: false, encoding: .utf8)
    }
    try FileManager.default.createSymbolicLink(
      atPath: path("middle.pdf"), withDestinationPath: "there/real.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: path("a.pdf"), withDestinationPath: path("middle.pdf"))
    #expect(AtomicFile(path("a.pdf")).write(Array("new".utf8)) == nil)
    #expect(try text("there/real.pdf") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: path("middle.pdf"))
        == "there/real.pdf")
  }

  @Test func `links in a circle are told, not replaced`() throws {
    for (from, to) in [("a.pdf", "b.pdf"), ("b.pdf", "a.pdf")] {
      try FileManager.default.createSymbolicLink(atPath: path(from), withDestinationPath: to)
    }
    try expect("symbolic links go round", writing: "a.pdf")
    #expect(try names() == ["a.pdf", "b.pdf"])
  }

  @Test func `a folder in the way is told and stays`() throws {
    try makeFolder("a.pdf")
    try expect("it is a folder", writing: "a.pdf")
    #expect(try names() == ["a.pdf"])
  }

  @Test func `a folder that is not there is named`() throws {
    try expect("there is no folder '\(path("no"))'", writing: "no/a.pdf")
  }

  @Test func `a file where a folder should be is named`() throws {
    try "old".write(toFile: path("file"), atomically: false, encoding: .utf8)
    try expect("'\(path("file"))' is not a folder", writing: "file/a.pdf")
  }

  @Test func `a name that is too long is told`() throws {
    try expect("the file name is too long", writing: String(repeating: "å", count: 200) + ".pdf")
  }

  @Test func `a pipe is written through`() throws {
    let pipe = Pipe()
    let end = "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)"
    #expect(AtomicFile(end).write(Array("new".utf8)) == nil)
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("new".utf8))
  }

  @Test func `a device is written through, and its fullness told`() throws {
    let device = AtomicFile("/dev/full")
    let diagnostic = try #require(device.write(Array("new".utf8)))
    #expect(diagnostic.message.sv == "'/dev/full' kan inte skrivas: disken är full")
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  private func expect(_ reason: String, writing name: String) throws {
    let diagnostic = try #require(AtomicFile(path(name)).write([1]))
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.code == .outputUnwritable)
    #expect(diagnostic.message.en.contains(reason), "\(diagnostic.message.en)")
  }
}

import Foundation
import Testing

/// A process that has ended: what it printed and how it ended.
struct Run {
  /// What it printed to standard output.
  var output: Data
  /// What it printed to standard error.
  var errors: String
  /// The exit code; 128 and the signal for one that was killed, as shells have it.
  var exitCode: Int32

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The program under test, which stands beside the test bundle.
  static let sats = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("sats").path

  /// Runs `sats` to its end.
  static func sats(
    _ arguments: [String], input: Data = Data(), in folder: URL = Samples.root,
    environment: [String: String] = [:]
  ) throws -> Run {
    try run(sats, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs a program that is found by name, or stands at a path.
  static func run(
    _ program: String, _ arguments: [String], input: Data = Data(), in folder: URL = Samples.root,
    environment: [String: String] = [:]
  ) throws -> Run {
    // Files and not pipes: a pipe that nobody reads fills, and holds the program up.
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // What hangs is a fault that a test shall find, not suffer from.
    process.arguments = ["timeout", "--signal=KILL", "120", program] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try scratch.file("input", input).reading()
    process.standardOutput = try scratch.file("output").writing()
    process.standardError = try scratch.file("errors").writing()
    try process.run()
    process.waitUntilExit()
    return Run(
      output: try scratch.bytes("output"),
      errors: String(decoding: try scratch.bytes("errors"), as: UTF8.self),
      exitCode: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus)
  }
}

/// A folder that lives as long as the value.
final class Scratch {
  /// The folder.
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("sats-\(UUID().uuidString)").resolvingSymlinksInPath()

  /// Makes the folder.
  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file in the folder, or in one that is made below it, and gives its URL.
  @discardableResult
  func file(_ name: String, _ bytes: Data = Data()) throws -> URL {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
    return url
  }

  /// Writes a text file in the folder and gives its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8)).path
  }

  /// The bytes of a file in the folder.
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// The names of everything in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

extension URL {
  fileprivate func reading() throws -> FileHandle { try FileHandle(forReadingFrom: self) }
  fileprivate func writing() throws -> FileHandle { try FileHandle(forWritingTo: self) }
}

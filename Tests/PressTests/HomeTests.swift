import Diagnostics
import Foundation
import Testing

@testable import Press

/// A tree of folders for each test, removed afterwards.
final class HomeTests {
  private let top = FileManager.default.temporaryDirectory
    .appendingPathComponent("sats-\(UUID().uuidString)").resolvingSymlinksInPath()

  init() throws {
    for folder in [
      "named/templates", "variable/templates", "bare", "usr/bin", "usr/share/sats/templates",
      "package/templates", "package/.build/debug",
    ] {
      try FileManager.default.createDirectory(
        at: top.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    for file in ["usr/bin/sats", "package/.build/debug/sats", "package/Package.swift"] {
      try Data().write(to: top.appendingPathComponent(file))
    }
  }

  deinit { try? FileManager.default.removeItem(at: top) }

  private func path(_ name: String) -> String { top.appendingPathComponent(name).path }

  @Test func `the option comes before the variable, and the variable before what is beside`() {
    let variable = path("variable")
    let executable = path("usr/bin/sats")
    #expect(
      Home.find(named: path("named"), variable: variable, executable: executable).home?.folder
        == path("named"))
    #expect(
      Home.find(named: nil, variable: variable, executable: executable).home?.folder
        == path("variable"))
    #expect(
      Home.find(named: nil, variable: nil, executable: executable).home?.folder
        == path("usr/share/sats"))
  }

  @Test func `the package's root is found above the build folder`() {
    let found = Home.find(
      named: nil, variable: nil, executable: path("package/.build/debug/sats"))
    #expect(found.home?.folder == path("package"))
  }

  @Test func `a named folder without templates is an error, and nothing else is tried`() {
    let found = Home.find(
      named: path("bare"), variable: path("variable"),
      executable: path("usr/bin/sats"))
    #expect(found.home == nil)
    #expect(found.diagnostics.map(\.code) == [.homeMissing])
    #expect(found.diagnostics.first?.message.sv.contains("--home") == true)
  }

  @Test func `nowhere to be found is an error that says what to do`() {
    let found = Home.find(named: nil, variable: nil, executable: path("bare/sats"))
    #expect(found.home == nil)
    #expect(found.diagnostics.first?.message.en.contains("SATS_HOME") == true)
  }
}

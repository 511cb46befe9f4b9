import Foundation
import Testing

/// Outputs that cannot be written: a clear error with the reason, exit 1, no half-written file, and
/// an older one left as it was.
struct OutputFaultTests {
  static let plan = """
    mall: dokument
    titel: Prov
    innehåll:
      - rubrik: Ett
      - text: Ett stycke.

    """

  /// What stands for a document that was written before.
  private static let older = Data("%PDF-older".utf8)

  private func expectUnwritable(_ run: Run, _ reason: String) {
    #expect(run.exitCode == 1)
    #expect(run.text.isEmpty)
    #expect(run.errors.contains(reason), "\(run.errors)")
    #expect(run.errors.contains("[output-unwritable]"), "\(run.errors)")
  }

  @Test func `a folder that may not be written in`() throws {
    let scratch = try Scratch()
    let plan = try scratch.file("plan.yaml", Self.plan)
    let locked = scratch.folder.appendingPathComponent("locked")
    try FileManager.default.createDirectory(at: locked, withIntermediateDirectories: false)
    try Self.older.write(to: locked.appendingPathComponent("plan.pdf"))
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: locked.path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: locked.path)
    }
    // Root may write everywhere; without this one right it is as any other user.
    let lessRight = ["--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
    let build = [Run.sats, "build", plan, "-o", locked.path + "/plan.pdf"]
    let isRoot = NSUserName() == "root"
    let run =
      try isRoot
      ? Run.run("setpriv", lessRight + build) : Run.run(build[0], Array(build.dropFirst()))
    expectUnwritable(run, "du har inte rätt att skriva i mappen '\(locked.path)'")
    #expect(try FileManager.default.contentsOfDirectory(atPath: locked.path) == ["plan.pdf"])
    #expect(
      try Data(contentsOf: locked.appendingPathComponent("plan.pdf")) == Self.older)
  }

  /// Whether a file system can be mounted that only the mounting process sees.
  static let mayMount: Bool = {
    let run = try? Run.run("unshare", mountFlags + ["mount", "-t", "tmpfs", "tmpfs", "/tmp"])
    return run?.exitCode == 0
  }()

  private static let mountFlags =
    NSUserName() == "root" ? ["--mount"] : ["--mount", "--map-root-user"]

  @Test(.enabled(if: mayMount, "needs a mount of its own"))
  func `a full disk`() throws {
    let scratch = try Scratch()
    let plan = try scratch.file("plan.yaml", Self.plan)
    try FileManager.default.createDirectory(
      atPath: scratch.path("disk"), withIntermediateDirectories: false)
    let script = """
      mount -t tmpfs -o size=8k tmpfs "$1" || exit 99
      printf %%PDF-older >"$1/plan.pdf"
      "$2" build "$3" -o "$1/plan.pdf"
      code=$?
      cd "$1" && ls -A >../names && cat plan.pdf >../left
      exit $code
      """
    let run = try Run.run(
      "unshare",
      Self.mountFlags + ["sh", "-c", script, "sh", scratch.path("disk"), Run.sats, plan])
    expectUnwritable(run, "disken är full")
    #expect(run.errors.contains("den äldre filen står orörd"))
    #expect(try scratch.bytes("names") == Data("plan.pdf\n".utf8))
    #expect(try scratch.bytes("left") == Self.older)
  }

  @Test func `a device that is full`() throws {
    let scratch = try Scratch()
    let plan = try scratch.file("plan.yaml", Self.plan)
    expectUnwritable(try Run.sats(["build", plan, "-o", "/dev/full"]), "disken är full")
  }

  @Test func `a limit on how large files are`() throws {
    let scratch = try Scratch()
    let plan = try scratch.file("plan.yaml", Self.plan)
    let script = #"ulimit -f 4; "$0" build "$1""#
    expectUnwritable(try Run.run("bash", ["-c", script, Run.sats, plan]), "ulimit -f")
    #expect(try scratch.names() == ["plan.yaml"])
  }

  @Test func `a file's name cannot steer the terminal`() throws {
    let scratch = try Scratch()
    try scratch.file("a\u{1B}[31m\n.yaml", Self.plan)
    for command in ["build", "check"] {
      let run = try Run.sats([command, "a\u{1B}[31m\n.yaml"], in: scratch.folder)
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.text.contains(/^a␛\[31m␊\.[a-z]+: [^\n\e]+\n$/), "\(run.text)")
    }
  }

  @Test func `a folder where the file should be`() throws {
    let scratch = try Scratch()
    let plan = try scratch.file("plan.yaml", Self.plan)
    let run = try Run.sats(["build", plan, "-o", scratch.folder.path])
    expectUnwritable(run, "det är en mapp")
    #expect(try scratch.names() == ["plan.yaml"])
  }

  @Test func `a folder that is not there`() throws {
    let scratch = try Scratch()
    let plan = try scratch.file("plan.yaml", Self.plan)
    let run = try Run.sats(["build", plan, "-o", scratch.path("no/plan.pdf")])
    expectUnwritable(run, "mappen '\(scratch.path("no"))' finns inte")
    #expect(try scratch.names() == ["plan.yaml"])
  }
}

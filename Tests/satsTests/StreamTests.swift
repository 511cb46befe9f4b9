import Foundation
import Testing

struct StreamTests {
  @Test func `a plan from standard input finds its files in the base folder`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("bas"), withIntermediateDirectories: false)
    try scratch.file("bas/text.md", "Ett stycke ur en fil.\n")
    let plan = """
      mall: dokument
      titel: Prov
      innehåll:
        - rubrik: Ett
        - text: {fil: text.md}

      """
    let run = try Run.sats(
      ["build", "-", "--base", "bas", "-o", "ut.pdf"], input: Data(plan.utf8), in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let text = try Run.run("pdftotext", [scratch.path("ut.pdf"), "-"]).text
    #expect(text.contains("Ett stycke ur en fil."))
  }

  @Test func `to standard output goes the document and nothing else`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", OutputFaultTests.plan)
    try #require(try Run.sats(["build", "plan.yaml"], in: scratch.folder).exitCode == 0)
    let run = try Run.run(
      "sh", ["-c", #""$0" build plan.yaml -o - | cat"#, Run.sats], in: scratch.folder)
    #expect(run.output == (try scratch.bytes("plan.pdf")))
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(try scratch.names() == ["plan.pdf", "plan.yaml"])
  }

  /// Standard output may be a file that others write to before and after.
  @Test func `what stands in the file that standard output leads to stays there`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", OutputFaultTests.plan)
    let script = #"{ echo före; "$0" build plan.yaml -o -; echo efter; } > allt"#
    let run = try Run.run("sh", ["-c", script, Run.sats], in: scratch.folder)
    #expect(run.exitCode == 0 && run.errors.isEmpty, "\(run.errors)")
    let bytes = try scratch.bytes("allt")
    #expect(bytes.starts(with: Data("före\n%PDF-".utf8)))
    #expect(bytes.suffix(12) == Data("%%EOF\nefter\n".utf8))
  }

  @Test func `a socket takes the document as a pipe does`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", OutputFaultTests.plan)
    let script = """
      import socket, subprocess, sys
      ours, theirs = socket.socketpair()
      run = subprocess.Popen([sys.argv[1], "build", "plan.yaml", "-o", "-"], stdout=theirs)
      theirs.close()
      print(len(ours.makefile("rb").read()), run.wait())
      """
    let run = try Run.run("python3", ["-c", script, Run.sats], in: scratch.folder)
    _ = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.text == "\(try scratch.bytes("plan.pdf").count) 0\n", "\(run.errors)")
  }

  @Test func `a pipe that does not wait takes the whole document`() throws {
    let scratch = try Scratch()
    let script = """
      import os, subprocess, sys, time
      ours, theirs = os.pipe()
      os.set_blocking(theirs, False)
      run = subprocess.Popen([sys.argv[1], "build", "plan.yaml", "-o", "-"], stdout=theirs)
      os.close(theirs)
      time.sleep(1)
      length = 0
      while part := os.read(ours, 1000):
          length += len(part)
          time.sleep(0.001)
      print(length, run.wait())
      """
    try scratch.file("prosa.md", String(repeating: "Ett stycke med åäö. ", count: 20_000))
    try scratch.file("plan.yaml", OutputFaultTests.plan + "  - text: {fil: prosa.md}\n")
    let run = try Run.run("python3", ["-c", script, Run.sats], in: scratch.folder)
    _ = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.text == "\(try scratch.bytes("plan.pdf").count) 0\n", "\(run.errors)")
  }

  /// A file that is opened takes the number of a stream that is closed.
  @Test func `with all streams closed nothing is printed into a document`() throws {
    let scratch = try Scratch()
    let plans = (1...8).map { "p\($0).yaml" }
    for plan in plans { try scratch.file(plan, OutputFaultTests.plan + "okänd: nyckel\n") }
    try scratch.file("p1.yaml", OutputFaultTests.plan)
    try scratch.file("p8.yaml", OutputFaultTests.plan)
    _ = try Run.sats(["build", "p1.yaml", "-o", "hel.pdf"], in: scratch.folder)
    for round in 1...5 {
      let script = #""$0" build \#(plans.joined(separator: " ")) -o ut\#(round) <&- >&- 2>&-"#
      _ = try Run.run("sh", ["-c", script, Run.sats], in: scratch.folder)
      for name in ["p1.pdf", "p8.pdf"] {
        #expect(try scratch.bytes("ut\(round)/\(name)") == scratch.bytes("hel.pdf"))
      }
    }
  }

  @Test func `standard input and output that are closed are told`() throws {
    let scratch = try Scratch()
    let input = try Run.run(
      "sh", ["-c", #""$0" build - -o p.pdf <&-"#, Run.sats], in: scratch.folder)
    #expect(input.exitCode == 64)
    #expect(input.errors.contains("Standard in kan inte läsas"), "\(input.errors)")
    let output = try Run.run("sh", ["-c", #""$0" kinds >&-"#, Run.sats], in: scratch.folder)
    #expect(output.exitCode == 1)
    #expect(output.errors.contains("den är stängd"), "\(output.errors)")
  }

  @Test(arguments: ["kinds", "schema dokument", "inspect plan.yaml --stage pages"])
  func `what cannot be printed is an error`(arguments: String) throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", OutputFaultTests.plan)
    let script = #""$0" \#(arguments) > /dev/full"#
    let run = try Run.run("sh", ["-c", script, Run.sats], in: scratch.folder)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("disken är full [output-unwritable]"), "\(run.errors)")
  }
}

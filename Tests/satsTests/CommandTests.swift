import Foundation
import Testing

struct CommandTests {
  @Test(arguments: ["build", "check", "new", "kinds", "themes", "fonts", "schema", "inspect"])
  func `every command's help shows an example`(command: String) throws {
    let run = try Run.sats([command, "--help"])
    #expect(run.exitCode == 0)
    #expect(run.text.contains("Exempel: sats \(command)"))
  }

  @Test func `the version is a number in three parts`() throws {
    let run = try Run.sats(["--version"])
    #expect(run.exitCode == 0)
    #expect(run.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ["build", "plan.yaml", "--tema", "bench"], ["build"], ["bygg", "plan.yaml"],
    ["inspect", "plan.yaml", "--stage", "sidor"], ["kinds", "--diagnostics", "xml"],
    ["build", "-"],
    ["build", "a/plan.yaml", "b/plan.yaml", "-o", "ut"],
  ])
  func `what is no use of the command is exit 64`(arguments: [String]) throws {
    let run = try Run.sats(arguments)
    #expect(run.exitCode == 64)
    #expect(run.text.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func `an option that is nearly right is offered`() throws {
    let run = try Run.sats(["build", "plan.yaml", "--tema", "bench"])
    #expect(run.errors.contains("'--theme'"))
  }

  @Test func `a command that is nearly right is offered`() throws {
    let run = try Run.sats(["buld", "plan.yaml"])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("'build'"))
  }

  @Test func `a trap is our fault, 70, and says so`() throws {
    // It waits for a plan that does not come when the signal of a trap reaches it.
    let script = #""$0" build - -o x.pdf < <(sleep 3) & sleep 1; kill -ILL $!; wait $!"#
    let run = try Run.run("bash", ["-c", script, Run.sats])
    #expect(run.exitCode == 70)
    #expect(run.errors.contains("felet är programmets, inte planens"), "\(run.errors)")
  }

  @Test func `kinds are listed with their titles`() throws {
    let run = try Run.sats(["kinds"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let lines = run.text.split(separator: "\n")
    #expect(lines.contains { $0.contains(/^dokument +Dokument\b/) })
    #expect(lines.contains { $0.contains(/^verksamhetsplan +Verksamhetsplan\b/) })
    #expect(lines == lines.sorted())
  }

  @Test(arguments: ["verksamhetsplan", "Verksamhetsplan"])
  func `a schema is printed by the kind's name and by its title`(kind: String) throws {
    let run = try Run.sats(["schema", kind])
    try #require(run.exitCode == 0, "\(run.errors)")
    let schema = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    #expect(schema?["title"] as? String == "Verksamhetsplan")
  }

  @Test func `a kind that is nearly right is offered`() throws {
    let run = try Run.sats(["schema", "verksamhetspaln"])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("verksamhetsplan"), "\(run.errors)")
  }

  @Test(arguments: [
    ("data", "Förbättra tillgängligheten"), ("document", "Framgångsfaktor"),
    ("pages", "Folktandvården,"),
  ])
  func `a stage is shown as text`(stage: String, words: String) throws {
    let plan = "samples/folktandvarden-2024/plan.yaml"
    let run = try Run.sats(["inspect", plan, "--stage", stage])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains(words))
  }

  @Test func `check says the pages and writes nothing`() throws {
    let scratch = try Scratch()
    try scratch.file("plan.yaml", OutputFaultTests.plan)
    let run = try Run.sats(["check", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text.contains(/^plan.yaml: \d+ sid(a|or), inga fel\n$/))
    #expect(try scratch.names() == ["plan.yaml"])
  }
}

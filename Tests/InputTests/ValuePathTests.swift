import Diagnostics
import Input
import TestSupport
import Testing

struct ValuePathTests {
  private let plan = MarkedText(
    """
    titel: Plan
    1️⃣perspektiv:
      - namn: A
      - 2️⃣namn: B 3️⃣och mer
        mål:
          - namn: C
            text: |
              Ett stycke

              och 4️⃣ett till
    5️⃣slut: 6️⃣{a: 7️⃣1}
    """)

  @Test(arguments: [
    (1, "perspektiv"), (2, "perspektiv[1].namn"), (3, "perspektiv[1].namn"),
    (4, "perspektiv[1].mål[0].text"), (5, "slut"), (6, "slut"), (7, "slut.a"),
  ])
  func `a place leads to the path of the value it is in`(mark: Int, path: String) throws {
    let value = try #require(readYAML(plan.text, file: plan.file).0)
    #expect(value.path(to: plan.place(of: mark)) == path)
  }

  @Test func `a place in another file has no path`() throws {
    let value = try #require(readYAML(plan.text, file: plan.file).0)
    #expect(value.path(to: Place(file: FileID(index: 9), line: 3, column: 1)) == nil)
  }

  @Test func `what an alias repeats is named by where it is written`() throws {
    let plan = MarkedText("a: &a\n  b: 1️⃣1\nc: *a\n2️⃣d: 1\n")
    let value = try #require(readYAML(plan.text, file: plan.file).0)
    #expect(value.path(to: plan.place(of: 1)) == "a.b")
    #expect(value.path(to: plan.place(of: 2)) == "d")
  }
}

import Diagnostics
import TestSupport
import Testing

struct TargetYearsTests {
  private let head = "mall: verksamhetsplan\ntitel: A\nmätetal:\n  - namn: B\n    målvärde:\n"

  @Test func `finds a year that stands twice, and one that comes after a later one`() throws {
    try CheckFixture(kind: "verksamhetsplan").expect(
      head + """
              - {år: 2023, värde: 83 %}
              - {år: 1️⃣2023, värde: 85 %}
              - {år: 2025, värde: 86 %}
              - {år: 2️⃣2024, värde: 87 %}
        """, [.at(1, .targetYears), .at(2, .targetYears)])
  }

  @Test func `takes ascending years, one after another for each group`() throws {
    try CheckFixture(kind: "verksamhetsplan").expect(
      head + """
              - {år: 2023, värde: 83 %, för: flickor}
              - {år: 2024, värde: 85 %, för: flickor}
              - {år: 2023, värde: 80 %, för: pojkar}
              - {när: våren 2022, värde: 80 %}
              - {när: hösten 2022, värde: 80 %}
        """)
  }

  @Test func `looks at every depth of the tree`() throws {
    try CheckFixture(kind: "verksamhetsplan").expect(
      """
      mall: verksamhetsplan
      titel: A
      perspektiv:
        - namn: B
          mål:
            - namn: C
              delar:
                - namn: D
                  mätetal:
                    - {namn: E, utfall: [{år: 2023, värde: 1}, {år: 1️⃣2023, värde: 2}]}
      """, [.at(1, .targetYears)])
  }
}

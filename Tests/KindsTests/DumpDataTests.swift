import Diagnostics
import Input
import Kinds
import Testing

@Suite struct DumpDataTests {
  @Test func `shows what each value was read as`() throws {
    let plan = """
      titel: "Plan \\"A\\""
      år: 2024
      datum: 2023-12-14
      text: |
        Ett.

        Två.
      mätetal:
        - namn: A
          märke: [VO, Nämnd]
          målvärde: minst 90 %
        - namn: B
          målvärde: bättre än väntat
      ekonomi:
        ersättning:
          rader:
            - {namn: C, belopp: "-1234,50"}
            - {namn: D, belopp: ..}
      """
    let (value, _) = readYAML(plan, file: FileID(index: 0))
    let dump = dump(try #require(value), schema: try Kind.verksamhetsplan.schema())
    #expect(
      dump == """
        titel: string "Plan \\"A\\""
        år: år "2024"
        datum: datum "2023-12-14" = 2023-12-14
        text: markdown "Ett.\\n\\nTvå.\\n"
        mätetal:
          [0]
            namn: string "A"
            märke:
              [0] string "VO"
              [1] string "Nämnd"
            målvärde: målvärde "minst 90 %" = quantity ≥ 90 %
          [1]
            namn: string "B"
            målvärde: målvärde "bättre än väntat" = words "bättre än väntat"
        ekonomi:
          ersättning:
            rader:
              [0]
                namn: string "C"
                belopp: belopp "-1234,50" = -1 234,50
              [1]
                namn: string "D"
                belopp: belopp ".." = missing ..

        """)
  }
}

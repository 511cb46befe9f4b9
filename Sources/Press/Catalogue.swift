import Checks
public import Diagnostics
import Layout
import Manuscript
import Swedish

extension Press {
  /// Everything that a check can find, of every room that has checkpoints.
  public static let catalogue: [Checkpoint] =
    NamedCheck.all.flatMap(\.checkpoints) + Checkpoint.inText + Checkpoint.ofReadability
    + Checkpoint.ofLanguage
    + Checkpoint.ofAccess + Checkpoint.onPages + Checkpoint.ofAllowances
    + [.extractSource, .extractWords]

  /// The checkpoint of findings that name none themselves, by their code.
  static let checkpointsByCode = Dictionary(catalogue.map { ($0.code, $0) }) { first, _ in first }

  /// The page that explains the catalogue, as it stands in `docs/checks.md`.
  public static var cataloguePage: String {
    renderCatalogue(
      catalogue,
      introduction: """
        Det här letar `sats check` efter, utöver att planen går att läsa och sätta. Varje kontroll \
        har ett nummer som står efter felkoden i meddelandet, `[target-years C540]`. Sidan är \
        skriven av programmet självt ur kontrollernas källkod.

        Ett **fel** är något som inte kan stämma. En **varning** är något som sannolikt är fel eller \
        gör sidan sämre; med `--strict` räknas den som fel. En **anmärkning** är bra att veta. \
        Kontrollerna är ett stöd för den som skriver, inte juridisk rådgivning.

        Är något rätt fast kontrollen anmärker på det, säg det i planen med ett skäl. Skälet följer \
        med i rapporten, och en post som inte längre passar på något ger en varning:

        ```yaml
        tillåt:
          - {id: C541, skäl: Målen följs genom uppdragen i budgeten.}
          - {id: C542, plats: "mätetal[3]", skäl: Indexet har ingen enhet.}
        ```

        `id` är kontrollens nummer (eller felkoden), och `plats` den del av planen som det gäller, så \
        som `--diagnostics json` skriver den; utan `plats` gäller det hela planen. Reglerna för tecken, \
        N1, R1, D1 och så vidare, kan tillåtas på samma sätt.
        """)
  }
}

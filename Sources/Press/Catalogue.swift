import Checks
public import Diagnostics

extension Press {
  /// Everything that a check can find, of every room that has checkpoints.
  public static let catalogue: [Checkpoint] = NamedCheck.all.flatMap(\.checkpoints)

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
        """)
  }
}

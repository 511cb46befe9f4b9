/// The names of the months.
public enum Month {
  /// The Swedish names from January, in lower case as they are printed inside a date.
  public static let names = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
  ]
}

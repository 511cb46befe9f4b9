import Diagnostics

/// What is said of names that the home does not have.
extension Diagnostic {
  /// A kind that is not there.
  static func unknownKind(
    _ name: String, among names: [String], at place: Place?, in home: Home
  ) -> Diagnostic {
    unknown(
      name, .unknownKind, Message(sv: "dokumentslaget", en: "the kind"),
      among: names, in: home.templates + "/kinds", at: place)
  }

  /// A theme that is not there.
  static func unknownTheme(
    _ name: String, among names: [String], at place: Place?, in home: Home
  ) -> Diagnostic {
    unknown(
      name, .unknownTheme, Message(sv: "temat", en: "the theme"),
      among: names, in: home.templates + "/themes", at: place)
  }

  private static func unknown(
    _ name: String, _ code: Code, _ what: Message, among names: [String], in folder: String,
    at place: Place?
  ) -> Diagnostic {
    let longest = 40
    let shown = name.count > longest ? name.prefix(longest) + "…" : name[...]
    let list = names.joined(separator: ", ")
    let near = nearest(to: name, among: names)
    return Diagnostic(
      .error, code,
      Message(
        sv: "\(what.sv) '\(shown)' finns inte; "
          + (names.isEmpty ? "i '\(folder)' finns inget" : "det finns \(list)"),
        en: "\(what.en) '\(shown)' does not exist; "
          + (names.isEmpty ? "there is none in '\(folder)'" : "there is \(list)")),
      at: place,
      fixes: near.map {
        [Fix(Message(sv: "menade du '\($0)'?", en: "did you mean '\($0)'?"), replacement: $0)]
      } ?? [])
  }
}

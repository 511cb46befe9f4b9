import Diagnostics

/// Why a workbook cannot be read.
enum WorkbookFault: Error, Hashable {
  /// It is no ZIP archive, or a part of it is missing or contradicts itself.
  case damaged
  /// A part is longer than so many bytes.
  case tooLarge(Int)
  /// More cells than are read.
  case tooManyCells(Int)
  /// A part declares a document type.
  case documentType
  /// An archive, but of something else.
  case otherArchive
  /// A workbook of LibreOffice.
  case openDocument
  /// Excel's binary form, .xlsb.
  case binaryWorkbook
  /// Excel's form from before 2007, .xls.
  case oldWorkbook
  /// It is locked with a password.
  case locked
  /// A library is not there, which is in a Debian package.
  case libraryMissing(String)
}

extension WorkbookFault {
  /// The finding, with the file that it is about.
  func diagnostic(_ path: String, at place: Place) -> Diagnostic {
    let (code, message, fix) = parts
    return Diagnostic(
      .error, code,
      Message(
        sv: "arbetsboken '\(path)' \(message.sv)", en: "the workbook '\(path)' \(message.en)"),
      at: place, fixes: [Diagnostic.Fix(fix)])
  }

  private var parts: (Code, Message, fix: Message) {
    let saveAs = Message(
      sv: "spara den som Excel-arbetsbok (.xlsx)", en: "save it as an Excel workbook (.xlsx)")
    switch self {
    case .damaged:
      return (
        .workbookUnreadable,
        Message(sv: "är skadad eller avhuggen", en: "is damaged or cut off"),
        Message(
          sv: "öppna den i Excel och spara den på nytt", en: "open it in Excel and save it again")
      )
    case .tooLarge(let bytes):
      return (
        .fileTooLarge,
        Message(
          sv:
            "har en del som blir större än \(bytes >> 20) MiB uppackad, som är det mesta som läses",
          en: "has a part of more than \(bytes >> 20) MiB unpacked, the most that is read"),
        Message(
          sv: "spara bladet i en egen arbetsbok", en: "save the sheet in a workbook of its own")
      )
    case .tooManyCells(let most):
      return (
        .tooManyValues,
        Message(
          sv: "har fler än \(most) celler i området, som är det mesta som läses",
          en: "has more than \(most) cells in the range, the most that is read"),
        Message(sv: "ange ett mindre område", en: "name a smaller range")
      )
    case .documentType:
      return (
        .workbookUnreadable,
        Message(
          sv: "har XML-entiteter, som ingen arbetsbok ska ha och som inte läses",
          en: "has XML entities, which no workbook should have and which are not read"),
        Message(
          sv: "öppna den i Excel och spara den på nytt", en: "open it in Excel and save it again")
      )
    case .otherArchive:
      return (
        .workbookUnreadable,
        Message(
          sv: "är ett ZIP-arkiv utan arbetsbok i sig (Word sparar också så)",
          en: "is a ZIP archive without a workbook in it (Word saves such too)"), saveAs
      )
    case .openDocument:
      return (
        .workbookUnreadable,
        Message(sv: "är sparad som OpenDocument (.ods)", en: "is saved as OpenDocument (.ods)"),
        saveAs
      )
    case .binaryWorkbook:
      return (
        .workbookUnreadable,
        Message(sv: "är sparad som binär (.xlsb)", en: "is saved as binary (.xlsb)"), saveAs
      )
    case .oldWorkbook:
      return (
        .workbookUnreadable,
        Message(
          sv: "är sparad i Excels gamla form (.xls)", en: "is saved in Excel's old form (.xls)"),
        saveAs
      )
    case .locked:
      return (
        .workbookUnreadable,
        Message(
          sv: "är låst med lösenord, och kan inte läsas utan det",
          en: "is locked with a password, and cannot be read without it"),
        Message(sv: "spara en kopia utan lösenord", en: "save a copy without a password")
      )
    case .libraryMissing(let package):
      return (
        .libraryMissing,
        Message(
          sv: "kan inte läsas: ett bibliotek saknas, Debianpaketet \(package)",
          en: "cannot be read: a library is missing, Debian's package \(package)"),
        Message(sv: "installera \(package)", en: "install \(package)")
      )
    }
  }
}

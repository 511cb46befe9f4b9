/// Whether a text has the form of a diarienummer.
///
/// The forms in use: `RJL 2023/3769`, `KS 2023:145`, `2018/01604`, `2023.15287`, `RS-2023-12`,
/// `HSN 2023-00123-4`. All have a year of four digits, or two, and a running number, parted by
/// `/`, `:`, `.` or `-`; letters of the registry may stand before and after. Which of the forms an
/// organisation uses is its own affair.
public func isCaseNumber(_ text: String) -> Bool {
  let words = text.split(whereSeparator: \.isWhitespace)
  guard let number = words.last, words.count <= 3 else { return false }
  let parts = number.split(omittingEmptySubsequences: false) { "/:.-".contains($0) }
  let figures = parts.filter { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber } }
    && figures.count >= 2 && figures.contains { $0.count == 4 || $0.count == 2 }
    && words.dropLast().allSatisfy { $0.allSatisfy { $0.isLetter || "-/.".contains($0) } }
}

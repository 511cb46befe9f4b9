import Foundation
public import Testing

/// Compares a text with the one committed under the test's `Snapshots` folder.
///
/// With `SATS_ACCEPT=1` in the environment the committed text is written anew. A failing run leaves
/// what it found beside the expected as `NAME.actual.txt`, which git ignores.
public func expectSnapshot(
  _ text: String, _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent(name + ".txt")
  let actual = folder.appendingPathComponent(name + ".actual.txt")
  if ProcessInfo.processInfo.environment["SATS_ACCEPT"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let expected = try? String(contentsOf: file, encoding: .utf8)
  if expected == text {
    try? FileManager.default.removeItem(at: actual)
    return
  }
  try text.write(to: actual, atomically: true, encoding: .utf8)
  Issue.record(
    "\(name) differs from its snapshot at \(firstDifference(expected ?? "", text))",
    sourceLocation: sourceLocation)
}

/// The first line in which two texts differ, with both of its readings.
private func firstDifference(_ expected: String, _ found: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = found.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(old.count, new.count) {
    let left = index < old.count ? old[index] : "(nothing)"
    let right = index < new.count ? new[index] : "(nothing)"
    if left != right { return "line \(index + 1):\n- \(left)\n+ \(right)" }
  }
  return "no line"
}

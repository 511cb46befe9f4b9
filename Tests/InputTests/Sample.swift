import Foundation
import Input

/// The real plan that the readers are tried on.
enum Sample {
  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The plan's path.
  static let path = root.appendingPathComponent("samples/folktandvarden-2024/plan.yaml").path

  /// The plan as it stands in the file.
  static func text() throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }
}

extension Value {
  /// All scalars in it, in the order they are written.
  var scalars: [Scalar] {
    switch content {
    case .scalar(let scalar): [scalar]
    case .list(let items): items.flatMap(\.scalars)
    case .map(let map): map.entries.flatMap(\.value.scalars)
    case .null: []
    }
  }
}

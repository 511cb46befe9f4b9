/// What a text says where yes or no is expected: `ja`, `nej`, `true`, `false`, whatever their case;
/// nil for anything else.
public func truthValue(of text: String) -> Bool? {
  switch text.lowercased() {
  case "ja", "true": true
  case "nej", "false": false
  default: nil
  }
}

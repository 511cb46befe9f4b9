import CCairo

/// Why Cairo could not make a file.
public enum CairoError: Error, Hashable, Sendable {
  /// Cairo went into its error state; the text is Cairo's own, in English.
  case failed(String)
  /// A date that is not written as ISO 8601.
  case unreadableDate(String)
}

extension CairoError {
  /// The error that a status stands for, nil when all is well.
  init?(status: cairo_status_t) {
    guard status != CAIRO_STATUS_SUCCESS else { return nil }
    guard let text = unsafe cairo_status_to_string(status) else {
      self = .failed("status \(status.rawValue)")
      return
    }
    self = .failed(unsafe String(cString: text))
  }
}

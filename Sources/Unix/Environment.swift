import Glibc

/// What the environment says of a name; nil when it says nothing.
///
/// Looks for one name, where Foundation copies the whole environment.
public func environmentValue(_ name: String) -> String? {
  unsafe getenv(name).map { unsafe String(cString: $0) }
}

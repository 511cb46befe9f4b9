public import Diagnostics
public import Input
public import Kinds

/// What named checks look at: a plan that its schema finds no error in, with the rows of its tables
/// filled in and its prose read.
public struct CheckedData: Sendable {
  /// The plan's top.
  public var plan: Field
  /// What its kind's plans may contain.
  public var schema: Schema
  /// The plan's tables of figures.
  public var tables: [DataTable]
  /// The top of the organisation's file; nil where there is none.
  public var organisation: Field?
  /// What is wrong with a file that the plan names, by its name there; nil where it can be had.
  public var fileFault: @Sendable (String) -> Message? = { _ in nil }

  /// Data from a plan and its organisation's file.
  public init(plan: Value, schema: Schema, organisation: Value? = nil) {
    self.plan = Field(plan)
    self.schema = schema
    tables = DataTable.all(in: plan, schema: schema)
    self.organisation = organisation.map { Field($0) }
  }
}

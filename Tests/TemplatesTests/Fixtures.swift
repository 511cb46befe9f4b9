import Diagnostics
import Foundation
import Input
import Kinds
import Manuscript
import Swedish
import Templates
import TestSupport
import Testing

/// A kind for tests: a goal tree whose levels may be missing, lists of texts, an open table.
let goalSchema = """
  type: object
  properties:
    titel: {type: string}
    år: {type: string, format: år}
    summa: {type: [string, number], format: belopp}
    text: {type: [string, object], format: markdown, properties: {fil: {type: string}}}
    klart: {type: boolean, default: "nej"}
    ord: {type: array, items: {type: string}}
    två ord: {type: string}
    mål: {type: array, items: {$ref: "#/$defs/gren", title: Mål}}
    uppdrag: {type: array, items: {$ref: "#/$defs/gren", title: Uppdrag}}
    kontakt:
      type: object
      properties: {namn: {type: string}, telefon: {type: string}}
    kolumner: {type: array, items: {type: string}}
    noter: {type: [string, object], format: markdown, properties: {fil: {type: string}}}
    märken:
      type: array
      items: {type: object, properties: {märke: {type: string}, betyder: {type: string}}}
    spalter:
      type: array
      items:
        type: object
        properties:
          rubrik: {type: string}
          grupp: {type: string}
          typ: {type: string}
          enhet: {type: string}
          decimaler: {type: string}
          tomt: {type: string}
          minst: {type: string}
    rader:
      type: array
      items:
        type: object
        properties:
          namn: {type: string}
          slag: {type: string, enum: [post, rubrik, grupp, varav, summa, huvud]}
          enhet: {type: string}
          decimaler: {type: integer}
          nivå: {type: integer}
          märke: {type: [string, array], items: {type: string}}
          text: {type: [string, object], format: markdown, properties: {fil: {type: string}}}
          ord: {type: array, items: {type: string}}
          celler: {type: array, items: {type: [string, number], format: tal}}
  $defs:
    gren:
      type: object
      properties:
        namn: {type: string}
        nivå: {type: integer, default: "2"}
        slag: {type: string}
        märke: {type: [string, array], items: {type: string}}
        text: {type: [string, object], format: markdown, properties: {fil: {type: string}}}
        mätetal:
          type: array
          items:
            type: object
            properties:
              namn: {type: string}
              period: {type: string}
              värde:
                type: [string, array]
                format: målvärde
                items:
                  type: object
                  properties: {år: {type: string, format: år}, värde: {type: string}}
        mål: {type: array, items: {$ref: "#/$defs/gren", title: Mål}}
        uppdrag: {type: array, items: {$ref: "#/$defs/gren", title: Uppdrag}}
  """

/// The schema of the tests' own kind.
func goals() throws -> Schema {
  let (value, faults) = readYAML(goalSchema, file: .none)
  #expect(faults.isEmpty)
  let (schema, found) = Schema.read(try #require(value))
  #expect(found.isEmpty)
  return try #require(schema)
}

/// Reads a template that must be without fault; metadata stand in every one of them.
func template(_ text: String) throws -> Template {
  let (value, faults) = readYAML("metadata: {title: \"{titel}\"}\n" + text, file: .none)
  #expect(faults.isEmpty)
  let (template, found) = Template.read(try #require(value), schema: try goals())
  #expect(found.map(\.message.en) == [])
  return try #require(template)
}

/// Composes a plan by a template of the tests' own kind.
func composed(
  _ plan: MarkedText, _ text: String,
  loadProse: (String, Place) -> (Scalar?, [Diagnostic]) = { _, _ in (nil, []) }
) throws -> (Document, [Diagnostic]) {
  let (value, faults) = readYAML(plan.text, file: plan.file)
  #expect(faults.isEmpty)
  return compose(try #require(value), template: try template(text), loadProse: loadProse)
}

/// The dump of the blocks that a plan becomes, when nothing is found wrong on the way.
func blocks(_ plan: String, _ template: String) throws -> [String] {
  let (document, found) = try composed(MarkedText(plan), template)
  #expect(found.map(\.message.en) == [])
  return document.lines
}

extension Document {
  /// The dump's lines, without those about the document itself.
  var lines: [String] {
    dump().split(separator: "\n").map { $0.dropFirst(2) }.dropFirst()
      .filter { !$0.hasPrefix("language") && !$0.hasPrefix("foot") && !$0.hasPrefix("head ") }
      .map(String.init)
  }
}

/// The text of a file of the project.
func projectText(_ path: String) throws -> String {
  let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  return try String(contentsOf: root.appending(path: path), encoding: .utf8)
}

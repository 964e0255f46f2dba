package import DataFiles
package import Ontology

/// A labelled sentence: its plain text, and the events that it tells.
package struct LabelledSentence: Sendable {
  /// An event, with its marks as ranges of UTF-8 offsets into the text.
  package struct Event: Sendable {
    /// The act; nil for a sentence without events.
    package let act: EventType?
    /// The event type.
    package let type: EventType?
    /// How sure it is.
    package let status: Status
    /// Keys of those who act, as labelled.
    package let actorKeys: [String]
    /// Keys of those to whom, as labelled.
    package let recipientKeys: [String]
    /// Whether the act binds both sides alike.
    package let reciprocal: Bool
    /// Where those who act are named.
    package let actors: [Range<Int>]
    /// Where the act is named.
    package let triggers: [Range<Int>]
    /// Where those to whom are named.
    package let recipients: [Range<Int>]
  }

  /// The sentence's identifier.
  package let id: String
  /// `id` or `en`.
  package let language: String
  /// The text without marks.
  package let text: String
  /// The events; empty for a sentence without any.
  package var events: [Event]
}

/// The labelled sentences of a language: the tables of `Data/<language>/training/`.
package enum LabelledCorpus {
  /// The columns of a table.
  package static let columns = [
    "sid", "lang", "type", "act", "status", "actor", "recipient", "attributed_to", "text",
  ]

  /// Reads a table; lines of one sid are one sentence.
  ///
  /// - Throws: ``DataError`` with the line of a label or mark that cannot be read.
  package static func read(_ table: DataTable) throws(DataError) -> [LabelledSentence] {
    var sentences: [LabelledSentence] = []
    var positions: [String: Int] = [:]
    for row in table.rows {
      guard let marked = MarkedText(row[8]) else {
        throw table.malformed(row, "marks are not closed: expected {a|…}, {v|…}, {r|…}")
      }
      let position = positions[row[0], default: sentences.count]
      if position == sentences.count {
        positions[row[0]] = position
        sentences.append(
          LabelledSentence(id: row[0], language: row[1], text: marked.text, events: []))
      }
      guard sentences[position].text == marked.text else {
        throw table.malformed(row, "the sentence \(row[0]) differs from its other lines")
      }
      if let event = try event(row, marked, of: table) { sentences[position].events.append(event) }
    }
    return sentences
  }

  private static func event(
    _ row: DataTable.Row, _ marked: MarkedText, of table: DataTable
  ) throws(DataError) -> LabelledSentence.Event? {
    guard row[2] != "NONE" else { return nil }
    guard let type = EventType(rawValue: row[2]), let act = EventType(rawValue: row[3]),
      let status = Status(rawValue: row[4])
    else { throw table.malformed(row, "unknown type, act or status") }
    let reciprocal = row[6].hasPrefix("~")
    return .init(
      act: act, type: type, status: status, actorKeys: keys(row[5]),
      recipientKeys: keys(String(row[6].drop { $0 == "~" })), reciprocal: reciprocal,
      actors: marked.marks["a", default: []], triggers: marked.marks["v", default: []],
      recipients: marked.marks["r", default: []])
  }

  private static func keys(_ field: String) -> [String] {
    field.split(separator: ";").map(String.init)
  }
}

/// Text with marks such as `{a|Rusia}` taken apart into plain text and ranges.
struct MarkedText {
  private(set) var text = ""
  private(set) var marks: [Character: [Range<Int>]] = [:]

  /// Nil when a mark is not closed or of an unknown kind.
  init?(_ marked: String) {
    var open: (kind: Character, start: Int)?
    var rest = Substring(marked)
    while let character = rest.first {
      if character == "{", rest.dropFirst(2).first == "|", let kind = rest.dropFirst().first {
        guard open == nil, "avr".contains(kind) else { return nil }
        open = (kind, text.utf8.count)
        rest = rest.dropFirst(3)
      } else if character == "}", let mark = open {
        marks[mark.kind, default: []].append(mark.start..<text.utf8.count)
        open = nil
        rest = rest.dropFirst()
      } else {
        text.append(character)
        rest = rest.dropFirst()
      }
    }
    guard open == nil else { return nil }
  }
}

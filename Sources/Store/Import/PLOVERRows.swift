import Foundation
import Ontology

/// Reads PLOVER JSON lines, as `kawat code` or as NGEC's formatter writes them.
final class PLOVERRows: RowMapper {
  let hasHeader = false
  private let codes: ImportCodes

  init(_ codes: ImportCodes) { self.codes = codes }

  func readHeader(_ line: UnsafeRawBufferPointer) {}

  func map(_ line: UnsafeRawBufferPointer, to sink: EventSink) throws {
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(line))
    } catch {
      throw RowProblem("not a PLOVER record")
    }
    let status = record.status.flatMap(Status.init(rawValue:)) ?? .happened
    guard let kind = kind(of: record, status: status) else { throw RowProblem("no event type") }
    let date = record.date ?? record.date_resolved ?? record.pub_date ?? ""
    let acting = try (record.actor ?? record.attributes?.ACTOR ?? []).compactMap(find)
    let receiving = try (record.recipient ?? record.attributes?.RECIP ?? []).compactMap(find)
    guard !acting.isEmpty else { throw RowProblem("no actor") }
    var event = ImportedEvent(
      actor: 0, recipient: nil, day: Day(date)?.rawValue, kind: try codes.kinds.id(of: kind),
      confidence: record.confidence.map { max(0, min(1000, Int(($0 * 1000).rounded()))) },
      text: record.text ?? record.event_text?.first)
    for actor in acting {
      event.actor = actor
      let others: [Int?] = receiving.isEmpty ? [nil] : receiving
      for recipient in others {
        event.recipient = recipient
        if actor != recipient { try sink.add(event) }
      }
    }
  }

  private func kind(of record: Record, status: Status) -> KindTable.Key? {
    guard let name = record.event?.first ?? record.event_type?.first else { return nil }
    let mode = record.mode?.first ?? record.event_mode?.first ?? ""
    var key =
      codes.plover(record.act ?? name, mode: mode, status: status)
      ?? KindTable.Key(status: status, code: name)
    if let type = EventType(rawValue: name) { key.type = type }
    key.isReciprocal = record.reciprocal ?? false
    if let score = record.event_scale { key.score = KindTable.tenths(score) }
    if let cameo = record.cameo { key.code = cameo }
    return key
  }

  private func find(_ member: Member) throws -> Int? {
    if let key = member.key, !key.isEmpty {
      return try codes.actors.id(of: ActorKey(rawValue: key), met: member.name)
    }
    let name = member.name ?? member.wiki ?? member.text ?? ""
    let country = member.code ?? member.country ?? ""
    let isKnown = codes.ontology.countries[country] != nil
    let sectors = (member.sector ?? [member.code_1, member.code_2].compactMap { $0 })
      .filter { codes.ontology.sectors[$0] != nil }
    guard isKnown || !name.isEmpty else { return nil }
    return try codes.actor(country: isKnown ? country : nil, sectors: sectors, name: name)
  }

  /// The members of both shapes, spelled as they are.
  private struct Record: Decodable {
    var date, date_resolved, pub_date: String?
    var actor, recipient: [Member]?
    var attributes: Attributes?
    var event: [String]?
    var event_type: OneOrMore?
    var act: String?
    var mode: [String]?
    var event_mode: OneOrMore?
    var event_scale: Double?
    var cameo: String?
    var status: String?
    var reciprocal: Bool?
    var text: String?
    var event_text: OneOrMore?
    var confidence: Double?
  }

  private struct Attributes: Decodable {
    var ACTOR, RECIP: [Member]?
  }

  private struct Member: Decodable {
    var key, code, name, text, wiki, country, code_1, code_2: String?
    var sector: [String]?
  }

  /// A string, or a list of strings.
  private struct OneOrMore: Decodable {
    let all: [String]
    var first: String? { all.first }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([String].self) {
        all = list
      } else {
        all = [try container.decode(String.self)]
      }
    }
  }
}

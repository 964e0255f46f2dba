import Foundation
import Ontology

/// Reads PLOVER JSON lines, as `kawat code` or as NGEC's formatter writes them.
final class PLOVERRows: RowMapper {
  let hasHeader = false
  private let codes: ImportCodes
  private var groups = RecordGroups()

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
    var touched: Set<Int> = []
    for (actor, recipient) in Self.dyads(acting, receiving, isReciprocal: kind.isReciprocal) {
      event.actor = actor
      event.recipient = recipient
      // Records of our own are reports, which are grouped into events as they were before.
      guard record.text_start != nil else {
        try sink.add(event)
        continue
      }
      let group = RecordGroups.Key(event, kind, article: event.day == nil ? record.article : nil)
      let known = groups.event(for: group, day: event.day)
      if let known, !touched.contains(known) { try sink.addReport(event, to: known) }
      let number = try known ?? sink.add(event)
      if known == nil { groups.add(number, to: group, day: event.day) }
      touched.insert(number)
    }
  }

  /// The ordered pairs of two sides; a reciprocal act of one side pairs its members.
  private static func dyads(
    _ acting: [Int], _ receiving: [Int], isReciprocal: Bool
  ) -> [(actor: Int, recipient: Int?)] {
    if receiving.isEmpty, isReciprocal, acting.count > 1 {
      return acting.indices.flatMap { first in
        acting[(first + 1)...].map { (acting[first], $0) }
      }
    }
    if receiving.isEmpty { return acting.map { ($0, nil) } }
    return acting.flatMap { actor in receiving.filter { $0 != actor }.map { (actor, $0) } }
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
    // Our own records say by a null that no dictionary knows the words; they stay words.
    if member.start != nil, member.code == nil, let words = member.text {
      return try codes.actors.id(ofText: words)
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
    var article: String?
    var text_start: Int?
  }

  private struct Attributes: Decodable {
    var ACTOR, RECIP: [Member]?
  }

  private struct Member: Decodable {
    var key, code, name, text, wiki, country, code_1, code_2: String?
    var sector: [String]?
    var start: Int?
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

/// The events that imported reports have made so far, grouped as ``Grouping`` does.
struct RecordGroups {
  /// What reports of one event have in common, the day apart.
  struct Key: Hashable {
    var actor: Int
    var recipient: Int?
    var act: EventType?
    var status: StatusClass
    var isReciprocal: Bool
    /// Reports without a day are one event only within an article.
    var article: String?

    init(_ event: ImportedEvent, _ kind: KindTable.Key, article: String?) {
      actor = event.actor
      recipient = event.recipient
      act = kind.act
      status = kind.status.statusClass
      isReciprocal = kind.isReciprocal
      self.article = article
    }
  }

  private var events: [Key: [(day: Int?, event: Int)]] = [:]

  /// The nearest event of the group that is at most a day away.
  func event(for key: Key, day: Int?) -> Int? {
    var found = events[key, default: []]
    if key.isReciprocal, let recipient = key.recipient {
      var swapped = key
      swapped.actor = recipient
      swapped.recipient = key.actor
      found += events[swapped, default: []]
    }
    guard let day else { return found.first { $0.day == nil }?.event }
    let near = found.compactMap { known in known.day.map { (abs($0 - day), known.event) } }
    return near.filter { $0.0 <= 1 }.min { $0 < $1 }?.1
  }

  /// Enters an event.
  mutating func add(_ event: Int, to key: Key, day: Int?) {
    events[key, default: []].append((day, event))
  }
}

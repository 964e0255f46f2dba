import Actors
import Language
import Ontology

/// The state of somebody who is named without one: "police arrested ten students".
///
/// It follows from the sentence: from a state named inside the phrase, from the one state that the
/// sentence names, or, where the act is one between a state and its own people, from the other side.
struct DomesticState {
  /// The state of those who act; nil where none follows.
  let ofActor: String?
  /// The state of those to whom; nil where none follows.
  let ofRecipient: String?

  private static let internalActs: Set<EventType> = [
    .coerce, .protest, .concede, .sanction, .request, .accuse, .reject, .threaten, .aid, .assault,
  ]

  init(
    _ choice: Decoder.Choice, act: EventType, in sentence: SentenceAnalysis, ontology: Ontology
  ) {
    let named = Set(
      sentence.mentions.compactMap { $0.key?.code }.filter { ontology.countries[$0] != nil })
    let only = named.count == 1 ? named.first : nil
    func state(of side: [Int], other: [Int]) -> String? {
      guard let index = side.first, sentence.mentions[index].key == nil else { return nil }
      let head = sentence.mentions[index].head
      guard sentence.view.upos(head) != .propn else { return nil }
      let inside = sentence.mentions.first { mention in
        mention.key.map { ontology.countries[$0.code] != nil } ?? false
          && mention.head != head && sentence.view.isBelow(mention.head, head)
          && mention.head - head < 6
      }
      if let inside { return inside.key?.code }
      guard let code = other.first.flatMap({ sentence.mentions[$0].key?.code }),
        ontology.countries[code] != nil, Self.internalActs.contains(act)
      else { return nil }
      return only == code ? code : act == .coerce || act == .protest || act == .concede ? code : nil
    }
    ofRecipient = state(of: choice.roles.recipients, other: choice.roles.actors)
    ofActor =
      act == .protest ? state(of: choice.roles.actors, other: choice.roles.recipients) : nil
  }
}

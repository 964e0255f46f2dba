import Actors
import DataFiles
import Foundation
import Ontology

extension ActorNames {
  /// Finds the key of a state or organisation by its name alone, as imported tables give it.
  ///
  /// - Throws: ``DataError`` when the dictionary cannot be read.
  func resolver() throws(DataError) -> @Sendable (String) -> ActorKey? {
    let dictionary = try dictionary()
    var keys: [String: Set<ActorKey>] = [:]
    for state in dictionary.states {
      keys[Self.plain(state.name), default: []].insert(ActorKey(code: state.code))
    }
    for organization in dictionary.organizations {
      for name in organization.english + organization.indonesian {
        keys[Self.plain(name), default: []].insert(organization.key)
      }
    }
    let unique = keys.compactMapValues { $0.count == 1 ? $0.first : nil }
    return { unique[Self.plain($0)] }
  }

  private static func plain(_ name: String) -> String {
    name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}

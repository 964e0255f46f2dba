public import Ontology

/// The names and codes by which other event data sets know actors: the way out, where the tables of
/// `Data/ontology/import-names.tsv` are written for the way in.
public struct ExchangeNames: Sendable {
  private var groups: [String: String] = [:]
  private var countries: [String: String] = [:]
  private var sectors: [String: [String: String]] = [:]
  private let ontology: Ontology

  /// Turns the rows of the table round.
  ///
  /// Where several names there have one code here, the one counts that looks most like ours.
  ///
  /// - Parameter rows: scheme (`country`, `group`, `sector-icews`, `sector-cameo`), name and code.
  public init(_ ontology: Ontology, rows: [(scheme: String, name: String, code: String)] = []) {
    self.ontology = ontology
    for (scheme, name, code) in rows {
      switch scheme {
      case "group": Self.keep(name, for: code, like: code, in: &groups)
      case "country": Self.keep(name, for: code, like: "", in: &countries)
      case "sector-icews":
        Self.keep(
          name, for: code, like: ontology.sectors[code] ?? "", in: &sectors["icews", default: [:]])
      case "sector-cameo":
        Self.keep(name, for: code, like: code, in: &sectors["cameo", default: [:]])
      default: break
      }
    }
  }

  private static func keep(
    _ name: String, for code: String, like ours: String, in table: inout [String: String]
  ) {
    let start = ours.lowercased().prefix(5)
    func isAlike(_ name: String) -> Bool { !start.isEmpty && name.lowercased().contains(start) }
    if let known = table[code], isAlike(known) || !isAlike(name) { return }
    table[code] = name
  }

  /// CAMEO's code of an organisation; empty where it has none.
  func group(_ key: ActorKey) -> String { groups[key.rawValue] ?? groups[key.code] ?? "" }

  /// CAMEO's code of a state; empty for what is none.
  func cameoCountry(_ code: String) -> String { ontology.countries[code]?.cameo ?? "" }

  /// CAMEO's code of a sector, the sector itself where the tables are silent.
  func cameoSector(_ sector: String) -> String { sectors["cameo"]?[sector] ?? sector }

  /// ICEWS's name of a state or of an organisation that it lists as one; nil for others.
  func icewsCountry(_ code: String) -> String? {
    ontology.countries[code]?.english ?? countries[code]
  }

  /// ICEWS's name of a sector.
  func icewsSector(_ sector: String) -> String {
    let words = sectors["icews"]?[sector] ?? ontology.sectors[sector] ?? sector
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

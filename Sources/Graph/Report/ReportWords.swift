import Ontology

/// The page's own words, in English or Indonesian.
struct ReportWords {
  /// `en` or `id`.
  let language: String

  private func either(_ english: String, _ indonesian: String) -> String {
    language == "id" ? indonesian : english
  }

  var partners: String { either("Partners", "Mitra") }
  var partner: String { either("Partner", "Mitra") }
  var timeline: String { either("Timeline", "Lini masa") }
  var newest: String { either("Newest relations", "Relasi terbaru") }
  var relations: String { either("Who does what to whom", "Siapa melakukan apa terhadap siapa") }
  var events: String { either("events", "peristiwa") }
  var reports: String { either("reports", "laporan") }
  var event: String { either("Events", "Peristiwa") }
  var score: String { either("Mean score", "Skor rata-rata") }
  var last: String { either("Last", "Terakhir") }
  var share: String { either("Cooperation and conflict", "Kerja sama dan konflik") }
  var toActor: String { either("What others do", "Yang dilakukan pihak lain") }
  var fromActor: String { either("What it does", "Yang dilakukannya") }
  var actor: String { either("actor", "pelaku") }
  var trigger: String { either("act", "tindakan") }
  var recipient: String { either("recipient", "sasaran") }
  var noDay: String { either("no date", "tanpa tanggal") }
  var footer: String {
    either(
      "Made by Kawat from the sentences quoted. Each was coded by a program: read it before you "
        + "rely on it.",
      "Dibuat oleh Kawat dari kalimat yang dikutip. Setiap kalimat dikode oleh program: bacalah "
        + "sebelum mengandalkannya.")
  }

  /// The kinds of line, in the order of the legend.
  var lines: [(status: StatusClass, text: String)] {
    [
      (.actual, either("happened", "terjadi")), (.alleged, either("alleged", "diduga")),
      (.intended, either("planned or hypothetical", "direncanakan atau mungkin")),
      (.denied, either("denied", "dibantah")),
    ]
  }

  func egoTitle(_ name: String) -> String {
    either("\(name) and its partners", "\(name) dan mitranya")
  }

  func status(_ status: Status) -> String {
    let indonesian: [Status: String] = [
      .happened: "terjadi", .ongoing: "berlangsung", .planned: "direncanakan",
      .promised: "dijanjikan", .alleged: "diduga", .denied: "dibantah", .hypothetical: "mungkin",
    ]
    return either(status.rawValue, indonesian[status] ?? status.rawValue)
  }

  /// A tie in one line: "Russia – DPRK: supports (12), visits (3)".
  func tip(_ tie: ReportFacts.Tie, _ name: String) -> String {
    switch tie.direction {
    case .incoming: "\(tie.partner) → \(name): \(tie.details)"
    case .outgoing: "\(name) → \(tie.partner): \(tie.details)"
    case .mutual: "\(name) ↔ \(tie.partner): \(tie.details)"
    }
  }
}

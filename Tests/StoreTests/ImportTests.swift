import DataFiles
import Foundation
import Ontology
import Store
import TestSupport
import Testing

@Suite struct `Importing event data` {
  let folder: TemporaryFolder
  let store: EventStore

  init() throws {
    folder = try TemporaryFolder()
    store = try EventStore.open(path: folder.path("g.db"), mode: .write)
  }

  private func load(
    _ text: String, _ format: ImportFormat, as name: String = "file",
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
    return try loadFile(name, format, change)
  }

  private func loadFile(
    _ name: String, _ format: ImportFormat, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    var options = ImportOptions(format)
    change(&options)
    return try store.importFile(
      folder.path(name), options, ontology: Samples.ontology(), data: .embedded)
  }

  private func triples() throws -> [String] {
    try store.rows(
      SelectStatement(
        """
        SELECT date || ' ' || actor || ' ' || act || ' ' || ifnull(recipient, '-') || ' ' || mode \
        || ' ' || status || ' ' || score || ' ' || code || ' ' || reports FROM triples ORDER BY event
        """)
    ).map { row in
      guard case .text(let text)? = row.first else { return "" }
      return text
    }
  }

  @Test func `reads tables with any names, keys and codes`() throws {
    let report = try load(
      """
      day\tactor\trelation\trecipient\tstatus
      2024-06-17\tUS\taccuses\tDPRK\talleged
      20240618\tIDN/GOV\t0211\tKomite Lima\t
      2024-06-18\tJepang\tCONSULT\tKorsel\tplanned
      2024-06-19\tUS\t010\tDPRK\t
      2024-06-19\tUS\tdances with\tDPRK\t
      yesterday\tUS\taccuses\tDPRK\t
      2024-06-19\tUS\taccuses\tDPRK\tperhaps

      """, .tsv
    ) { $0.columns = ["date": "day"] }
    #expect(report.events == 5)
    #expect(report.problems.map(\.line) == [7, 8])
    #expect(report.problems.map(\.reason) == ["no date: yesterday", "unknown status: perhaps"])
    #expect(report.unmapped == ["010": 1, "dances with": 1])
    let found = try triples()
    #expect(
      found == [
        "2024-06-17 USA ACCUSE PRK  alleged -3.0  1",
        "2024-06-18 IDN/GOV REQUEST ?/Komite Lima  happened 0.0 0211 1",
        "2024-06-18 JPN CONSULT KOR  planned 2.5  1",
        "2024-06-19 USA NONE PRK  happened 0.0 010 1",
        "2024-06-19 USA NONE PRK  happened 0.0 dances with 1",
      ])
    #expect(try store.check().problems.isEmpty)
  }

  @Test(arguments: [58, 61])
  func `reads both versions of GDELT`(columns: Int) throws {
    var fields = Array(repeating: "", count: columns)
    fields[0] = "1"
    fields[1] = "20240617"
    (fields[5], fields[6], fields[7], fields[12]) = ("IDNGOV", "JAKARTA", "IDN", "GOV")
    (fields[15], fields[16], fields[18]) = ("UNO", "UNITED NATIONS", "UNO")
    (fields[26], fields[32], fields[33]) = ("112", "3", "7")
    let report = try load(fields.joined(separator: "\t") + "\nshort\tline\n", .gdelt)
    #expect(report.events == 1)
    #expect(report.problems.map(\.line) == [2])
    #expect(try triples() == ["2024-06-17 IDN/GOV ACCUSE UNO allege happened -3.5 112 7"])
  }

  @Test func `reads ICEWS`() throws {
    let header = [
      "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
      "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country",
    ]
    let row = [
      "1", "2018-06-01", "Police (India)", "Government,Police", "India", "Consult", "040", "1",
      "North Korea", "NA", "North Korea",
    ]
    let text = [header, row].map { $0.joined(separator: "\t") }.joined(separator: "\n")
    #expect(try load(text, .icews).events == 1)
    #expect(try triples() == ["2018-06-01 IND/GOV/police CONSULT PRK  happened 2.5 040 1"])
  }

  @Test func `reads POLECAT`() throws {
    var header = Array(repeating: "x", count: 40)
    (header[0], header[2]) = ("Event ID", "Event Type")
    var row = Array(repeating: "None", count: 40)
    (row[1], row[2], row[3], row[4]) = ("2023-01-05", "ASSAULT", "aerial", "-10.0")
    (row[7], row[8], row[10]) = ("Joe Biden", "USA", "GOV")
    (row[15], row[16]) = ("Syria", "SYR")
    let text = [header, row].map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
    #expect(try load(text, .polecat).events == 1)
    #expect(
      try triples() == ["2023-01-05 USA/GOV/joe-biden ASSAULT SYR aerial happened -10.0  1"])
  }

  @Test func `reads PLOVER lines of both kinds, with their words`() throws {
    let report = Samples.report("a1", ["CHN", "RUS"], ["USA"])
    let own = report.json(ontology: try Samples.ontology(), coder: "test")
    let ngec = """
      {"id":"1","date":"2024-06-17","event_type":"AID","event_mode":[],"attributes":{"ACTOR":\
      [{"text":"Jakarta","country":"IDN","code_1":"GOV"}],"RECIP":[{"text":"Gaza","country":"PSE"}]}}
      """
    let load = try load(own + "\n" + ngec + "\nnot JSON\n", .plover)
    #expect(load.events == 3)
    #expect(load.problems.map(\.line) == [3])
    #expect(
      try triples().map { $0.split(separator: " ").prefix(4).joined(separator: " ") } == [
        "2024-06-17 CHN ACCUSE USA", "2024-06-17 RUS ACCUSE USA",
        "2024-06-17 IDN/GOV/jakarta AID PSE/gaza",
      ])
    #expect(try store.evidence(of: 1).map(\.sentence.text) == [Samples.sentence.text])
    #expect(try store.origin(of: 2)?.line == 1)
    #expect(try store.sentences(matching: "shipp* DPRK").map(\.events) == [[1], [2]])
  }

  @Test func `adds nothing when a file comes again, packed or not, and goes on where it grew`()
    throws
  {
    let text = Samples.table(rows: 500)
    #expect(try load(text, .tsv).events == 500)
    let again = try loadFile("file", .tsv)
    #expect(again.wasThere)
    #expect(again.events == 0)
    try #require(Samples.run("gzip", ["-k", folder.path("file")]))
    #expect(try loadFile("file.gz", .tsv).wasThere)
    let grown = try load(text + Samples.table(rows: 3, header: false), .tsv)
    #expect(grown.events == 3)
    #expect(grown.resumedAfter == 501)
    #expect(try store.origin(of: 502)?.line == 503)
    #expect(try store.removeSource(folder.path("file")) == 503)
    #expect(try store.relations(RelationFilter()).isEmpty)
    #expect(try store.check().problems.isEmpty)
  }

  @Test func `reads zip archives`() throws {
    try Data(Samples.table(rows: 2000).utf8).write(to: folder.url.appendingPathComponent("t.tsv"))
    let script = "import zipfile,sys; zipfile.ZipFile(sys.argv[1],'w',8).write(sys.argv[2],'t.tsv')"
    let isThere = Samples.run(
      "python3", ["-c", script, folder.path("t.zip"), folder.path("t.tsv")])
    guard isThere else { return }
    #expect(try loadFile("t.zip", .tsv).events == 2000)
  }

  @Test func `says what is wrong with a packed file that is cut off`() throws {
    try Data(Samples.table(rows: 2000).utf8).write(to: folder.url.appendingPathComponent("t"))
    try #require(Samples.run("gzip", [folder.path("t")]))
    let whole = try Data(contentsOf: folder.url.appendingPathComponent("t.gz"))
    try whole.prefix(whole.count / 2).write(to: folder.url.appendingPathComponent("half.gz"))
    #expect(throws: StoreError.self) { try loadFile("half.gz", .tsv) }
    #expect(try store.check().problems.isEmpty)
  }

  @Test(arguments: [ImportOptions.Bulk.always, .never])
  func `keeps sums right with and without a bulk load`(bulk: ImportOptions.Bulk) throws {
    _ = try load(Samples.table(rows: 700), .tsv, as: "one") { $0.bulk = bulk }
    _ = try load(Samples.table(rows: 900, seed: 8), .tsv, as: "two") {
      $0.bulk = bulk
      $0.batch = 100
    }
    let report = try store.check()
    #expect(report.problems.isEmpty)
    #expect(report.events == 1600)
    #expect(report.sums > 1000)
  }

  @Test func `a table without its columns is refused with the option that names them`() throws {
    #expect {
      try load("when\twho\n", .tsv)
    } throws: { error in
      "\(error)".hasSuffix("the header has no column date; name it with --column date=NAME")
    }
  }
}

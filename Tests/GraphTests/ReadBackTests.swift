import Foundation
import Graph
import Ontology
import Testing

@Suite struct `Exports read back by others` {
  static let networkx = Reader.hasPython(package: "networkx")
  static let pyoxigraph = Reader.hasPython(package: "pyoxigraph")
  static let duckdb = Reader.hasPython(package: "duckdb")
  static let rapper = Reader.path(of: "rapper") != nil
  static let xmllint = Reader.path(of: "xmllint") != nil

  /// The names and sentences that a reader found, and how many edges.
  private struct Found: Decodable, Equatable {
    var names: [String]
    var tips: [String]
  }

  private func read(_ text: String, _ script: String) throws -> Found {
    let read = try Reader.python("import sys, json\n" + script, input: text)
    #expect(read.status == 0, "\(read.errors)")
    return try JSONDecoder().decode(Found.self, from: Data(read.output.utf8))
  }

  private let hostile = Found(names: Sample.hostileNames, tips: Sample.hostileNames)

  @Test(.enabled(if: networkx, "networkx is not installed; see .ci/readers"))
  func `networkx reads GraphML`() throws {
    let found = try read(
      Format.graphml.text(Sample.hostile()),
      """
      import networkx
      g = networkx.read_graphml(sys.argv[1], force_multigraph=True)
      order = ['n%d' % (n + 1) for n in range(len(g))]
      tips = {s: d['evidence'] for s, t, d in g.edges(data=True)}
      assert all(isinstance(d['score'], float) and isinstance(d['quad'], int)
        for s, t, d in g.edges(data=True))
      print(json.dumps({'names': [g.nodes[n]['name'] for n in order],
        'tips': [tips[n] for n in order]}))
      """)
    #expect(found == hostile)
  }

  @Test(.enabled(if: networkx, "networkx is not installed; see .ci/readers"))
  func `networkx reads GEXF with its spells`() throws {
    let found = try read(
      Format.gexf.text(Sample.hostile()),
      """
      import networkx
      g = networkx.read_gexf(sys.argv[1])
      order = ['n%d' % (n + 1) for n in range(len(g))]
      tips = {s: d['evidence'] for s, t, d in g.edges(data=True)}
      print(json.dumps({'names': [g.nodes[n]['label'] for n in order],
        'tips': [tips[n] for n in order]}))
      """)
    #expect(found == hostile)
    let spells = try Reader.python(
      """
      import sys, networkx
      g = networkx.read_gexf(sys.argv[1])
      print([d['spells'] for s, t, d in g.edges(data=True) if 'spells' in d])
      """, input: Format.gexf.text(Sample.diplomacy()))
    #expect(
      spells.output
        == "[[('2024-06-18', '2024-06-18')], [('2024-06-18', '2024-06-18')]]\n",
      "\(spells.errors)")
  }

  @Test(.enabled(if: networkx, "networkx is not installed; see .ci/readers"))
  func `networkx reads node-link JSON`() throws {
    let names = Sample.hostileNames + Sample.controlNames
    let found = try read(
      Format.json.text(Sample.hostile(names: names)),
      """
      import networkx
      g = networkx.node_link_graph(json.load(open(sys.argv[1], encoding='utf-8')), edges='edges')
      assert g.is_multigraph() and g.is_directed()
      order = sorted(g)
      tips = {s: d['evidence'] for s, t, d in g.edges(data=True)}
      print(json.dumps({'names': [g.nodes[n]['name'] for n in order],
        'tips': [tips[n] for n in order]}))
      """)
    #expect(found == Found(names: names, tips: names))
  }

  @Test(.enabled(if: networkx, "networkx is not installed; see .ci/readers"))
  func `networkx reads Cytoscape JSON`() throws {
    let names = Sample.hostileNames + Sample.controlNames
    let found = try read(
      Format.cytoscape.text(Sample.hostile(names: names)),
      """
      import networkx
      data = json.load(open(sys.argv[1], encoding='utf-8'))
      g = networkx.cytoscape_graph(data)
      assert g.is_multigraph() and g.is_directed()
      order = sorted(g)
      tips = {s: d['evidence'] for s, t, d in g.edges(data=True)}
      print(json.dumps({'names': [g.nodes[n]['label'] for n in order],
        'tips': [tips[n] for n in order]}))
      """)
    #expect(found == Found(names: names, tips: names))
  }

  @Test(
    .enabled(if: xmllint, "xmllint is not installed; see .ci/readers"),
    arguments: [Format.graphml, .gexf])
  func `XML stays well-formed whatever the names`(format: Format) throws {
    let names = Sample.hostileNames + Sample.controlNames
    let checked = try Reader.run(
      "xmllint", ["--noout", "@"], input: format.text(Sample.hostile(names: names)))
    #expect(checked.status == 0, "\(checked.errors)")
  }

  @Test(.enabled(if: rapper, "rapper is not installed; see .ci/readers"))
  func `rapper reads N-Quads`() throws {
    let names = Sample.hostileNames + Sample.controlNames.dropLast()
    let graph = Sample.hostileEvents(names: names)
    let text = try Format.nquads.text(graph)
    let read = try Reader.run("rapper", ["-q", "-c", "-i", "nquads", "@"], input: text)
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.errors == "")
  }

  @Test(
    .enabled(if: pyoxigraph, "pyoxigraph is not installed; see .ci/readers"),
    arguments: [(Format.nquads, "N_QUADS"), (.ntriples, "N_TRIPLES")])
  func `pyoxigraph reads RDF`(format: Format, name: String) throws {
    let names = Sample.hostileNames + Sample.controlNames
    let found = try read(
      format.text(Sample.hostileEvents(names: names)),
      """
      import pyoxigraph as ox
      label = ox.NamedNode('http://www.w3.org/2000/01/rdf-schema#label')
      proof = ox.NamedNode('urn:kawat:evidence')
      reifies = ox.NamedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies')
      text = open(sys.argv[1], 'rb').read()
      quads = list(ox.parse(text, format=ox.RdfFormat.\(name)))
      names = [q.object.value for q in quads if q.predicate == label]
      tips = [q.object.value for q in quads if q.predicate == proof]
      if '\(name)' == 'N_TRIPLES':
        assert len([q for q in quads if q.predicate == reifies
          and isinstance(q.object, ox.Triple)]) == len(names)
      else:
        named = {q.graph_name.value for q in quads if q.graph_name != ox.DefaultGraph()}
        assert len(named) == len(names)
      print(json.dumps({'names': names, 'tips': tips}))
      """)
    #expect(found == Found(names: names, tips: names))
  }

  @Test(
    .enabled(if: Reader.python != nil, "python3 is not installed; see .ci/readers"),
    arguments: [
      (Format.gephiNodes, Format.gephiEdges, "Label", "Evidence"),
      (.neo4jNodes, .neo4jEdges, "name", "evidence"),
    ])
  func `Python's csv reads the tables`(
    nodes: Format, edges: Format, name: String, proof: String
  ) throws {
    for (format, column) in [(nodes, name), (edges, proof)] {
      let read = try Reader.python(
        """
        import sys, csv, json
        rows = list(csv.DictReader(open(sys.argv[1], encoding='utf-8', newline=''), strict=True))
        assert all(None not in row and None not in row.values() for row in rows)
        print(json.dumps([row['\(column)'] for row in rows]))
        """, input: format.text(Sample.hostile()))
      #expect(read.status == 0, "\(read.errors)")
      let values = try JSONDecoder().decode([String].self, from: Data(read.output.utf8))
      #expect(values == Sample.hostileNames)
    }
  }

  @Test(
    .enabled(if: duckdb, "duckdb is not installed; see .ci/readers"),
    arguments: [
      (Format.gephiNodes, "Label"), (.gephiEdges, "Evidence"), (.neo4jNodes, "name"),
      (.neo4jEdges, "evidence"),
    ])
  func `DuckDB's strict reader takes the tables`(format: Format, column: String) throws {
    let read = try Reader.python(
      """
      import sys, json, duckdb
      table = duckdb.sql('''select coalesce("\(column)", '') from read_csv(?, header=true,
        all_varchar=true, strict_mode=true, delim=',', quote='"', escape='"',
        parallel=false)''', params=[sys.argv[1]])
      print(json.dumps([row[0] for row in table.fetchall()]))
      """, input: format.text(Sample.hostile()))
    #expect(read.status == 0, "\(read.errors)")
    let values = try JSONDecoder().decode([String].self, from: Data(read.output.utf8))
    #expect(values == Sample.hostileNames)
  }

  @Test(
    .enabled(if: duckdb, "duckdb is not installed; see .ci/readers"),
    arguments: [(Format.gdelt, 61, false), (.icews, 20, true)])
  func `DuckDB's strict reader takes the layouts`(
    format: Format, width: Int, hasHeader: Bool
  ) throws {
    let read = try Reader.python(
      """
      import sys, duckdb
      table = duckdb.sql('''select * from read_csv(?, header=\(hasHeader), all_varchar=true,
        strict_mode=true, delim='\\t', quote='', escape='')''', params=[sys.argv[1]])
      print(len(table.columns), len(table.fetchall()))
      """, input: format.text(Sample.hostileEvents()))
    #expect(read.output == "\(width) \(Sample.hostileNames.count)\n", "\(read.errors)")
  }

  @Test(.enabled(if: Reader.python != nil, "python3 is not installed; see .ci/readers"))
  func `PLOVER lines are JSON objects with the record's members`() throws {
    let read = try Reader.python(
      """
      import sys, json
      for line in open(sys.argv[1], encoding='utf-8'):
        record = json.loads(line)
        print(record['id'], record['event'], record['actor'][0]['key'], record['text'])
      """, input: Format.plover.text(Sample.events()))
    #expect(read.output == "a1/3/0 ['SUPPORT'] RUS Rusia mendukung \"Korut\".\n", "\(read.errors)")
  }
}

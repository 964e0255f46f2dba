import Foundation
import Graph
import Ontology
import TestSupport
import Testing

@Suite struct `Writing DOT` {
  @Test(arguments: ["en", "id"])
  func `a small graph is written as in the golden file`(language: String) throws {
    let dot = DOT(labels: try Sample.labels(language))
    let text = try dot.text(Sample.diplomacy())
    #expect(differenceFromGolden(text, "diplomacy-\(language).dot") == nil)
  }

  @Test func `actors stand in boxes by region on request`() throws {
    let dot = DOT(labels: try Sample.labels(), cluster: { $0.region }, legend: false)
    let text = try dot.text(Sample.diplomacy())
    #expect(differenceFromGolden(text, "diplomacy-regions.dot") == nil)
  }

  @Test func `a reciprocal relation has two arrowheads, or none when asked for`() throws {
    let labels = try Sample.labels()
    let directed = try DOT(labels: labels).text(Sample.diplomacy())
    let undirected = try DOT(labels: labels, undirectedReciprocal: true).text(Sample.diplomacy())
    #expect(directed.contains("dir=both") && !directed.contains("dir=none"))
    #expect(undirected.contains("dir=none") && !undirected.contains("dir=both"))
  }

  @Test func `only addresses of the web become links`() throws {
    var graph = Sample.diplomacy()
    graph.edges[0].url = "javascript:alert(1)"
    #expect(!(try DOT(labels: Sample.labels()).text(graph)).contains("URL="))
  }

  @Test func `the same graph gives the same bytes`() throws {
    let dot = DOT(labels: try Sample.labels())
    #expect(try dot.text(Sample.hostile()) == dot.text(Sample.hostile()))
  }
}

@Suite struct `DOT read back by others` {
  static let hasGraphviz = Reader.path(of: "dot") != nil && Reader.path(of: "xmllint") != nil
  static let hasPydot = Reader.hasPython(package: "pydot")

  @Test(.enabled(if: hasGraphviz, "dot or xmllint is not installed; see .ci/readers"))
  func `Graphviz draws it in silence and the drawing is well-formed`() throws {
    let labels = try Sample.labels()
    let graphs = [
      Sample.diplomacy(), Sample.hostile(), Sample.hostile(names: Sample.controlNames),
    ]
    for graph in graphs {
      let drawn = try Reader.run("dot", ["-Tsvg", "@"], input: DOT(labels: labels).text(graph))
      #expect(drawn.status == 0)
      #expect(drawn.errors == "")
      let checked = try Reader.run("xmllint", ["--noout", "@"], input: drawn.output)
      #expect(checked.status == 0, "\(checked.errors)")
    }
  }

  @Test(.enabled(if: hasGraphviz, "dot or xmllint is not installed; see .ci/readers"))
  func `hostile names are drawn as they are`() throws {
    let dot = DOT(labels: try Sample.labels(), legend: false)
    let drawn = try Reader.run("dot", ["-Tsvg", "@"], input: dot.text(Sample.hostile()))
    let script = """
      import sys, json, xml.etree.ElementTree as tree
      names = {}
      for group in tree.parse(sys.argv[1]).iter('{http://www.w3.org/2000/svg}g'):
        if group.get('class') == 'node':
          title = group.find('{http://www.w3.org/2000/svg}title').text
          text = group.find('.//{http://www.w3.org/2000/svg}text')
          names[title] = '' if text is None else text.text
      print(json.dumps([names['n%d' % (n + 1)] for n in range(len(names))]))
      """
    let read = try Reader.python(script, input: drawn.output)
    let names = try JSONDecoder().decode([String].self, from: Data(read.output.utf8))
    #expect(names == Sample.hostileNames)
  }

  @Test(.enabled(if: hasPydot, "pydot is not installed; see .ci/readers"))
  func `pydot finds every node, label and edge`() throws {
    let dot = DOT(labels: try Sample.labels())
    let script = """
      import sys, json, re, html, pydot
      graph, = pydot.graph_from_dot_file(sys.argv[1], encoding='utf-8')
      def plain(label):
        return html.unescape(re.sub(r'\\\\\\\\(.)', r'\\\\1', label[1:-1]))
      nodes = {n.get_name(): n for n in graph.get_nodes() if re.fullmatch('n[0-9]+', n.get_name())}
      edges = [[e.get_source(), e.get_destination()] for e in graph.get_edges()]
      names = [plain(nodes['n%d' % (n + 1)].get('label')) for n in range(len(nodes))]
      tips = [plain(e.get('tooltip')) for e in graph.get_edges()]
      print(json.dumps({'names': names, 'tips': tips, 'edges': len(edges)}))
      """.replacingOccurrences(of: "\\\\", with: "\\")
    struct Found: Decodable { let names: [String], tips: [String], edges: Int }
    let read = try Reader.python(script, input: dot.text(Sample.hostile()))
    #expect(read.status == 0, "\(read.errors)")
    let found = try JSONDecoder().decode(Found.self, from: Data(read.output.utf8))
    #expect(found.edges == Sample.hostileNames.count)
    #expect(found.names == Sample.hostileNames)
    #expect(found.tips == Sample.hostileNames)
  }
}

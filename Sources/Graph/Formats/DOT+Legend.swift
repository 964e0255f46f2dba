import Ontology

extension DOT {
  /// The graph's own label: it adds no node that a reader would count.
  func writeLegend(to sink: inout ByteSink) {
    let language = labels.language
    sink.append("  labelloc=b; labeljust=l;\n  label=<")
    for (number, quad) in QuadClass.allCases.enumerated() {
      if number > 0 { sink.append(" &#160; ") }
      sink.append("<FONT COLOR=\"\(Palette.color(quad))\">&#9644;</FONT> ")
      sink.append(Palette.name(quad, in: language), .xml)
    }
    sink.append("<BR ALIGN=\"LEFT\"/>")
    sink.append(
      language == "id"
        ? "utuh: terjadi &#160; putus-putus: diduga &#160; titik-titik: direncanakan atau mungkin"
          + " &#160; ujung tegak: dibantah"
        : "solid: happened &#160; dashed: alleged &#160; dotted: planned or hypothetical"
          + " &#160; bar at the end: denied")
    sink.append("<BR ALIGN=\"LEFT\"/>>;\n")
  }
}

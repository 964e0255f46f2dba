import Ontology

/// The style sheet of the report page, light and dark, for wide and narrow screens and for paper.
enum ReportStyle {
  static var sheet: String { colors + layout + drawings + sentences + narrow }

  private static var quads: String {
    QuadClass.allCases.map { "--q\($0.rawValue): \(Palette.color($0));" }.joined(separator: " ")
  }

  private static var colors: String {
    """
    :root { color-scheme: light dark; \(quads)
      --ground: #fdfdfb; --text: #1d1d1b; --faint: #5d5d57; --line: #d9d9d2; --panel: #f3f3ee;
      --actor: #cfe6f7; --trigger: #fdecb5; --recipient: #f8d9c6; --ego: #1d1d1b; --onego: #fdfdfb; }
    @media (prefers-color-scheme: dark) {
      :root { --ground: #161615; --text: #ecece6; --faint: #a9a9a1; --line: #3a3a37;
        --panel: #232321; --actor: #17415f; --trigger: #5a4708; --recipient: #66300f;
        --ego: #ecece6; --onego: #161615; } }

    """
  }

  private static let layout = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; background: var(--ground); color: var(--text);
      font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif; }
    main, footer { max-width: 1160px; margin: 0 auto; padding: 0 20px; }
    h1 { font-size: 2.2rem; line-height: 1.15; margin: 32px 0 8px; overflow-wrap: anywhere; }
    h2 { font-size: 1.2rem; margin: 40px 0 12px; }
    ul.figures, ul.legend { list-style: none; padding: 0; margin: 0; display: flex;
      flex-wrap: wrap; gap: 4px 20px; color: var(--faint); }
    ul.legend { font-size: .85rem; margin-bottom: 14px; }
    ul.legend li { display: inline-flex; align-items: center; gap: 6px; }
    .chip { width: 18px; height: 10px; border-radius: 2px; display: inline-block; }
    .chip.q1, .stack .q1 { background: var(--q1); } .chip.q2, .stack .q2 { background: var(--q2); }
    .chip.q3, .stack .q3 { background: var(--q3); } .chip.q4, .stack .q4 { background: var(--q4); }
    table { border-collapse: collapse; width: 100%; }
    th, td { padding: 6px 10px; text-align: left; border-bottom: 1px solid var(--line);
      font-weight: normal; overflow-wrap: anywhere; }
    thead th { color: var(--faint); font-size: .85rem; vertical-align: bottom;
      overflow-wrap: normal; }
    tbody th { width: 26%; font-weight: 600; }
    th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    th.day, td.day { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .stack { display: flex; height: 12px; }
    .stack span { display: block; height: 12px; }
    footer { color: var(--faint); font-size: .85rem; padding: 24px 20px 40px; }

    """

  private static let drawings = """
    svg { display: block; max-width: 100%; height: auto; }
    svg.narrow { display: none; }
    svg text { fill: var(--text); font-family: inherit; }
    svg text.caption, svg text.tick { fill: var(--faint); }
    .tie { fill: none; stroke: var(--faint); }
    .tie.q1, .bar.q1, .head.q1 { stroke: var(--q1); } .tie.q2, .bar.q2, .head.q2 { stroke: var(--q2); }
    .tie.q3, .bar.q3, .head.q3 { stroke: var(--q3); } .tie.q4, .bar.q4, .head.q4 { stroke: var(--q4); }
    .bar, .head { stroke-width: 0; }
    .bar.q1, .head.q1 { fill: var(--q1); } .bar.q2, .head.q2 { fill: var(--q2); }
    .bar.q3, .head.q3 { fill: var(--q3); } .bar.q4, .head.q4 { fill: var(--q4); }
    .tie.alleged { stroke-dasharray: 8 5; }
    .tie.intended, .tie.hypothetical { stroke-dasharray: 0.5 8; stroke-linecap: round; }
    .tie.denied { stroke-dasharray: 12 4 2 4; }
    .axis, .spine { fill: none; stroke: var(--faint); stroke-width: 1; }
    .partner rect { fill: var(--panel); stroke: var(--line); }
    .ego rect { fill: var(--ego); }
    .ego text { fill: var(--onego); font-weight: 600; }

    """

  private static let sentences = """
    #newest ol { list-style: none; padding: 0; margin: 0; }
    #newest li { border-left: 5px solid var(--line); padding: 2px 0 2px 16px; margin: 0 0 22px; }
    #newest li.q1 { border-color: var(--q1); } #newest li.q2 { border-color: var(--q2); }
    #newest li.q3 { border-color: var(--q3); } #newest li.q4 { border-color: var(--q4); }
    #newest p { margin: 0; overflow-wrap: anywhere; }
    #newest p.marks { margin-bottom: 18px; font-size: .85rem; }
    .what time, .what > span:first-child { color: var(--faint); margin-right: 6px;
      font-variant-numeric: tabular-nums; }
    .status, .count { display: inline-block; font-size: .8rem; color: var(--faint);
      border: 1px solid var(--line); border-radius: 10px; padding: 0 8px; }
    blockquote { margin: 6px 0; overflow-wrap: anywhere; }
    .source { font-size: .85rem; color: var(--faint); }
    a { color: inherit; }
    mark { color: inherit; padding: 1px 3px; border-radius: 3px; }
    mark.actor { background: var(--actor); border-bottom: 2px solid var(--q2); }
    mark.trigger { background: var(--trigger); font-weight: 600; }
    mark.recipient { background: var(--recipient); border-bottom: 2px dashed var(--q4); }

    """

  private static let narrow = """
    @media (max-width: 720px) {
      main, footer { padding-left: 20px; padding-right: 20px; }
      h1 { font-size: 1.7rem; margin-top: 20px; }
      svg.wide { display: none; } svg.narrow { display: block; }
      th.score, td.score { display: none; }
      th.bars { width: 20%; } th.bars span { position: absolute; width: 1px; height: 1px;
        overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      th, td { padding: 6px 6px; } tbody th { width: 36%; } th:first-child { padding-left: 0; }
    }
    @media print {
      :root { --ground: #fff; --text: #000; --faint: #444; --line: #bbb; --panel: #fff;
        --actor: #cfe6f7; --trigger: #fdecb5; --recipient: #f8d9c6; --ego: #000; --onego: #fff; }
      #newest li, tr, svg { break-inside: avoid; }
    }
    """
}

import Query

/// Writes values so that two of them can be compared as text: keys and labels sorted, no numbers of
/// nodes.
struct CanonicalText {
  /// Whether the order of lists counts.
  let keepsListOrder: Bool

  /// The text of a value that a query returned; dates and times are texts in the TCK's tables.
  func text(of value: Value) -> String {
    switch value {
    case .float(let number): float(number)
    case .string(let text): quoted(text)
    case .list(let values): list(values.map(text))
    case .map(let map): entries(map.entries.map { ($0.key, text(of: $0.value)) })
    case .node(let node): self.node(node.labels, properties(node.properties))
    case .relationship(let relationship):
      relation(relationship.type, properties(relationship.properties))
    case .path(let path): self.path(path)
    case .null, .boolean, .integer: value.literal
    default: quoted(value.description)
    }
  }

  func float(_ number: Double) -> String {
    number.isNaN
      ? "NaN" : number.isInfinite ? (number < 0 ? "-Inf" : "Inf") : "\(number == 0 ? 0.0 : number)f"
  }

  func quoted(_ text: String) -> String { "'\(text)'" }

  func list(_ texts: [String]) -> String {
    "[" + (keepsListOrder ? texts : texts.sorted()).joined(separator: ", ") + "]"
  }

  func entries(_ entries: [(String, String)]) -> String {
    "{" + entries.map { "\($0): \($1)" }.sorted().joined(separator: ", ") + "}"
  }

  private func properties(_ map: ValueMap) -> [(String, String)] {
    map.entries.map { ($0.key, text(of: $0.value)) }
  }

  func node(_ labels: [String], _ properties: [(String, String)]) -> String {
    "(" + labels.sorted().map { ":" + $0 }.joined() + entries(properties) + ")"
  }

  func relation(_ type: String, _ properties: [(String, String)]) -> String {
    "[:" + type + entries(properties) + "]"
  }

  private func path(_ path: PathValue) -> String {
    var result = "<" + text(of: .node(path.nodes[0]))
    for (index, relationship) in path.relationships.enumerated() {
      let leaves = relationship.start == path.nodes[index].id
      let middle = text(of: .relationship(relationship))
      result += leaves ? "-\(middle)->" : "<-\(middle)-"
      result += text(of: .node(path.nodes[index + 1]))
    }
    return result + ">"
  }
}

/// Reads the values in the TCK's tables into their canonical text.
struct ExpectedValueReader {
  private var rest: Substring
  private let canonical: CanonicalText

  /// The canonical text of a cell; nil when it is no value.
  static func text(of cell: String, _ canonical: CanonicalText) -> String? {
    var reader = ExpectedValueReader(rest: cell[...], canonical: canonical)
    let text = reader.value()
    reader.skip()
    return reader.rest.isEmpty ? text : nil
  }

  private init(rest: Substring, canonical: CanonicalText) {
    self.rest = rest
    self.canonical = canonical
  }

  private mutating func skip() {
    while rest.first?.isWhitespace == true { rest.removeFirst() }
  }

  private mutating func accept(_ text: String) -> Bool {
    skip()
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    return true
  }

  private mutating func value() -> String? {
    skip()
    switch rest.first {
    case "'": return string().map(canonical.quoted)
    case "[":
      let start = rest
      if accept("["), accept(":"), let type = name() {
        let properties = map() ?? []
        return accept("]") ? canonical.relation(type, properties) : nil
      }
      rest = start
      return list()
    case "{": return map().map(canonical.entries)
    case "(": return node()
    case "<": return path()
    default: return scalar()
    }
  }

  private mutating func scalar() -> String? {
    let word = rest.prefix { !",]})> ".contains($0) }
    rest.removeFirst(word.count)
    switch word {
    case "null", "true", "false": return String(word)
    case "NaN": return canonical.float(.nan)
    case "Inf": return canonical.float(.infinity)
    case "-Inf": return canonical.float(-.infinity)
    default: return Int(word).map(String.init) ?? Double(word).map(canonical.float)
    }
  }

  private mutating func string() -> String? {
    guard accept("'") else { return nil }
    var text = ""
    while let character = rest.popFirst() {
      if character == "'" { return text }
      if character == "\\", let next = rest.popFirst() {
        text.append(next == "n" ? "\n" : next == "t" ? "\t" : next)
      } else {
        text.append(character)
      }
    }
    return nil
  }

  private mutating func list() -> String? {
    guard accept("[") else { return nil }
    var texts: [String] = []
    if accept("]") { return canonical.list([]) }
    repeat {
      guard let text = value() else { return nil }
      texts.append(text)
    } while accept(",")
    return accept("]") ? canonical.list(texts) : nil
  }

  private mutating func name() -> String? {
    skip()
    if accept("`") {
      let name = rest.prefix { $0 != "`" }
      rest.removeFirst(name.count)
      return accept("`") ? String(name) : nil
    }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    rest.removeFirst(name.count)
    return name.isEmpty ? nil : String(name)
  }

  private mutating func map() -> [(String, String)]? {
    guard accept("{") else { return nil }
    var entries: [(String, String)] = []
    if accept("}") { return [] }
    repeat {
      guard let key = name(), accept(":"), let text = value() else { return nil }
      entries.append((key, text))
    } while accept(",")
    return accept("}") ? entries : nil
  }

  private mutating func node() -> String? {
    guard accept("(") else { return nil }
    var labels: [String] = []
    while accept(":"), let label = name() { labels.append(label) }
    let properties = map() ?? []
    return accept(")") ? canonical.node(labels, properties) : nil
  }

  private mutating func path() -> String? {
    guard accept("<"), let first = node() else { return nil }
    var text = "<" + first
    while !accept(">") {
      let comesIn = accept("<-")
      if !comesIn, !accept("-") { return nil }
      guard let relation = value() else { return nil }
      guard comesIn ? accept("-") : accept("->"), let next = node() else { return nil }
      text += (comesIn ? "<-\(relation)-" : "-\(relation)->") + next
    }
    return text + ">"
  }
}

/// A variable that a clause can see.
struct Variable: Hashable, Sendable {
  /// Its place in the row.
  let slot: Int
  /// What is known of its values.
  let type: StaticType
}

/// The variables that a clause can see, in the order in which they came in.
struct Scope: Sendable {
  private(set) var names: [String] = []
  private var variables: [String: Variable] = [:]

  subscript(name: String) -> Variable? { variables[name] }

  /// Brings a variable in; one of the same name is hidden.
  mutating func insert(_ name: String, _ variable: Variable) {
    if variables.updateValue(variable, forKey: name) == nil { names.append(name) }
  }
}

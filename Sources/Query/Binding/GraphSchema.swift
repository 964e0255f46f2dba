/// The names that a graph knows: what a query is checked against before it runs.
public struct GraphSchema: Hashable, Sendable {
  /// The labels that nodes can have, with the properties of each; nil when any name will do.
  public var labels: [String: [Property]]?
  /// The types that relationships can have, with the properties of each; nil when any name will do.
  public var types: [String: [Property]]?
  /// How long a path of unknown length may get; nil when a pattern need not say.
  public var maximumLength: Int?

  /// A property that nodes of a label or relationships of a type have.
  public struct Property: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The type of its values, in words: "date", "string", "list of strings".
    public var type: String
    /// What it says, in a few words.
    public var meaning: String

    /// A property of these parts.
    public init(_ name: String, _ type: String, _ meaning: String) {
      self.name = name
      self.type = type
      self.meaning = meaning
    }
  }

  /// A schema of these names; by default every name will do.
  public init(
    labels: [String: [Property]]? = nil, types: [String: [Property]]? = nil,
    maximumLength: Int? = nil
  ) {
    self.labels = labels
    self.types = types
    self.maximumLength = maximumLength
  }
}

public import ArgumentParser
public import Graph
public import Ingest
public import Ontology
public import Store

// Values of our own that an option can take.

extension ArticleFormat: ExpressibleByArgument {}
extension EdgeTable.Dialect: ExpressibleByArgument {}
extension EdgeTable.Part: ExpressibleByArgument {}
extension Graph.Level: ExpressibleByArgument {}
extension RelationFilter.Direction: ExpressibleByArgument {}
extension Status: ExpressibleByArgument {}
extension ImportFormat: ExpressibleByArgument {}
extension TimeUnit: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// Reads `2024-06-18`.
  public init?(argument: String) { self.init(argument) }
}

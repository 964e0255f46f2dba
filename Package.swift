// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of the house: what it may import stands in its dependencies, and only there.
func house(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A folder of tests; golden files beside the tests are read from the source tree.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclusions[name] ?? [],
    swiftSettings: strict)
}

let exclusions: [String: [String]] = [
  "CodingTests": ["Floors.tsv"],
  "CommandTests": ["Golden"],
  "GraphTests": ["Golden"],
  "QueryTests": ["TCK/passing.tsv"],
  "StoreTests": ["Golden", "Databases"],
]

let package = Package(
  name: "kawat",
  products: [
    .library(
      name: "Kawat",
      targets: ["DataFiles", "Ontology", "Language", "Actors", "Coding", "Graph", "Store", "Query"]),
    .executable(name: "kawat", targets: ["kawat"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    // Level 0: where data comes from.
    .target(name: "Embedded"),
    house("DataFiles", ["Embedded"]),
    // Level 1
    house("Ontology", ["DataFiles"]),
    house("Language", ["DataFiles"]),
    // Level 2
    house("Actors", ["DataFiles", "Ontology", "Language"]),
    house("Graph", ["Ontology"]),
    // Level 3
    house("Coding", ["DataFiles", "Ontology", "Language", "Actors"]),
    house(
      "Store",
      [
        "DataFiles", "Ontology", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // Level 4
    house("Training", ["DataFiles", "Ontology", "Language", "Actors", "Coding"]),
    house("Ingest", ["DataFiles", "Ontology", "Language", "Actors", "Coding", "Store"]),
    house("Query", ["Ontology", "Graph", "Store"]),
    // Level 5
    .executableTarget(
      name: "kawat",
      dependencies: [
        "DataFiles", "Ontology", "Language", "Training", "Actors", "Coding", "Graph", "Store",
        "Query", "Ingest", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Documentation.docc"], swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["DataFiles", "Ontology", "Language"],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("DataTests", ["DataFiles", "Ontology", "Language", "Actors", "Coding", "Training"]),
    tests("OntologyTests", ["DataFiles", "Ontology"]),
    tests("LanguageTests", ["DataFiles", "Language", "Training"]),
    tests("ActorsTests", ["DataFiles", "Ontology", "Language", "Actors"]),
    tests("CodingTests", ["DataFiles", "Ontology", "Language", "Actors", "Coding", "Training"]),
    tests("GraphTests", ["DataFiles", "Ontology", "Graph"]),
    tests("StoreTests", ["DataFiles", "Ontology", "Store"]),
    tests("QueryTests", ["DataFiles", "Ontology", "Graph", "Store", "Query"]),
    tests(
      "IngestTests",
      ["DataFiles", "Ontology", "Language", "Actors", "Coding", "Store", "Ingest"]),
    tests(
      "CommandTests",
      [
        "DataFiles", "Ontology", "Store", "kawat",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    tests("AccuracyTests", ["DataFiles", "Ontology", "Language", "Actors", "Coding"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "DataFiles", "Ontology", "Language", "Actors", "Coding", "Graph", "Store", "Query",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Benchmarks", swiftSettings: strict),
  ]
)

// Warnings are errors in every target of the house.
for target in package.targets where target.type != .system && target.name != "Embedded" {
  target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
}

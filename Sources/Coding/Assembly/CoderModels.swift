import Language
package import DataFiles

/// The three models of a language: who stands on which side, which act it is, how sure it is.
package struct CoderModels: Sendable {
  /// Of a mention beside a trigger: `none`, `actor` or `recipient`.
  package var role: LinearModel
  /// Of a trigger: `NONE` or an act.
  package var act: LinearModel
  /// Of an act: its status.
  package var status: LinearModel
  /// Turns a product of probabilities into the share that is right.
  package var calibration: Calibration

  /// Models of these parts.
  package init(
    role: LinearModel, act: LinearModel, status: LinearModel, calibration: Calibration
  ) {
    self.role = role
    self.act = act
    self.status = status
    self.calibration = calibration
  }

  /// Reads `Data/<language>/role.model`, `act.model`, `status.model` and `calibration.tsv`.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    role = try LinearModel("\(language)/role.model", data: data)
    act = try LinearModel("\(language)/act.model", data: data)
    status = try LinearModel("\(language)/status.model", data: data)
    calibration = try Calibration(language, data: data)
  }
}

/// A rising staircase from the models' own probability to the share of records that were right.
package struct Calibration: Sendable {
  private let steps: [(from: Double, confidence: Double)]

  /// A staircase of these steps, sorted by where they begin.
  package init(steps: [(from: Double, confidence: Double)]) {
    self.steps = steps
  }

  /// Reads `Data/<language>/calibration.tsv`.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    let path = "\(language)/calibration.tsv"
    let table = try data.table(path, columns: ["from", "confidence", "source"])
    var steps: [(from: Double, confidence: Double)] = []
    for row in table.rows {
      guard let from = Double(row[0]), let confidence = Double(row[1]) else {
        throw table.malformed(row, "expected two numbers")
      }
      steps.append((from, confidence))
    }
    self.steps = steps
  }

  /// The confidence of a product of probabilities.
  package func confidence(of probability: Double) -> Double {
    steps.last { $0.from <= probability }?.confidence ?? 0
  }
}

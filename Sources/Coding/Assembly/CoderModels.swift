import Language
package import DataFiles

/// The models of a language: who stands on which side, whether it is an act and which, how sure.
package struct CoderModels: Sendable {
  /// Of a mention beside a trigger: `none`, `actor` or `recipient`.
  package var role: LinearModel
  /// Of a mention once it is known who acts: `none` or `recipient`.
  package var recipient: LinearModel
  /// Of a trigger: `none` or `act`, whichever.
  package var gate: LinearModel
  /// Of a trigger that names an act: which.
  package var act: LinearModel
  /// Of an act: its status.
  package var status: LinearModel
  /// Turns a product of probabilities into the share that is right.
  package var calibration: Calibration
  /// From which probability something is taken.
  package var thresholds: Thresholds

  /// Models of these parts.
  package init(
    role: LinearModel, recipient: LinearModel, gate: LinearModel, act: LinearModel,
    status: LinearModel, calibration: Calibration, thresholds: Thresholds = Thresholds()
  ) {
    self.role = role
    self.recipient = recipient
    self.gate = gate
    self.act = act
    self.status = status
    self.calibration = calibration
    self.thresholds = thresholds
  }

  /// Reads `Data/<language>/role.bin`, `recipient.bin`, `gate.bin`, `act.bin`, `status.bin`, `calibration.tsv`
  /// and `thresholds.tsv`.
  package init(_ language: String, data: DataDirectory) throws(DataError) {
    role = try LinearModel("\(language)/role.bin", data: data)
    recipient = try LinearModel("\(language)/recipient.bin", data: data)
    thresholds = try Thresholds(language, data: data)
    gate = try LinearModel("\(language)/gate.bin", data: data)
    act = try LinearModel("\(language)/act.bin", data: data)
    status = try LinearModel("\(language)/status.bin", data: data)
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

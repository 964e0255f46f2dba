import Foundation
import TestSupport
import Testing

@Suite struct `The help` {
  @Test func `has an example for every command and every command of a command`() throws {
    for command in try ProgramRun.commands() {
      let help = try ProgramRun([command, "--help"])
      #expect(help.status == 0)
      #expect(help.complaint.isEmpty)
      #expect(help.output.contains("EXAMPLES\n  "), "kawat \(command)")
    }
  }
}

extension ProgramRun {
  /// The commands that `kawat --help` lists.
  static func commands() throws -> [String] {
    let help = try ProgramRun(["--help"]).output
    let list = help.components(separatedBy: "SUBCOMMANDS:\n").last ?? ""
    return list.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   "), !line.contains("See '") else {
        return nil
      }
      return line.split(separator: " ").first.map(String.init)
    }
  }
}

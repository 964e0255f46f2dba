import Foundation
import TestSupport
import Testing

@Suite struct `The program` {
  @Test func `prints its version`() throws {
    let run = try ProgramRun(["--version"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("kawat "))
    #expect(run.complaint.isEmpty)
  }

  @Test func `prints help with examples`() throws {
    let run = try ProgramRun(["--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("EXAMPLES"))
  }

  @Test func `ends with 2 and says where help is when the command line is wrong`() throws {
    let run = try ProgramRun(["nonsense"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaint.hasPrefix("kawat: Unexpected argument 'nonsense'\n"))
    #expect(run.complaint.contains("kawat --help"))
  }
}

import ArgumentParser
import Foundation

/// How rows are written: the forms that every command which prints rows understands.
///
/// In: columns and rows of ``Cell``s. Out: text on standard output, row by row. Read
/// ``RowWriter`` next; ``StandardOutput`` is where the text goes, ``CommandFailure`` how a command
/// ends early.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// Columns set out for a reader.
  case table
  /// One JSON list of objects.
  case json
  /// One JSON object a line.
  case jsonl
  /// Comma-separated values as RFC 4180 quotes them, with a header row.
  case csv
  /// Tab-separated values with a header row; tab, line end and backslash in a value are escaped.
  case tsv
}

/// `--format`, for every command that prints rows.
struct OutputOptions: ParsableArguments {
  @Option(
    help: """
      How rows are written: table, json, jsonl, csv or tsv. Without it $KAWAT_FORMAT, else a \
      table on a terminal and TSV in a pipe.
      """)
  var format: OutputFormat?

  /// The form that was asked for, or the one that fits where the output goes.
  var resolvedFormat: OutputFormat {
    let told = ProcessInfo.processInfo.environment["KAWAT_FORMAT"].flatMap(OutputFormat.init)
    return format ?? told ?? (Terminal.isStandardOutput ? .table : .tsv)
  }

  /// A writer of rows in the chosen form.
  func rows(_ columns: [Column], to output: StandardOutput = StandardOutput()) -> RowWriter {
    RowWriter(columns, format: resolvedFormat, width: Terminal.width, to: output)
  }
}

/// What is known of the terminal.
enum Terminal {
  /// Whether a person reads standard output.
  static var isStandardOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether a person reads standard error.
  static var isStandardError: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns that a line may take: `COLUMNS`, else the terminal's own; nil where there is no limit.
  static var width: Int? {
    if let told = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), told > 0 {
      return told
    }
    guard isStandardOutput else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes a line to standard error.
  static func talk(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Writes a line to standard error when a person reads it; a pipe stays silent.
  static func remark(_ line: String) {
    if isStandardError { talk(line) }
  }
}

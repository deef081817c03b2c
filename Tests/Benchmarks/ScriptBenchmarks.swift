import Diagnostics
import Foundation
import Runtime
import Semantics
import Syntax

/// The reading of scripts, whose speed is measured without files and processes.
enum ScriptBenchmarks {
    /// What is done with the script at a path: `lex`, `parse`, `format` (from bytes to text) or `check`; nil for anything else.
    ///
    /// What is made lives until the clock has stopped, as it lives until the end of every command.
    static func run(_ step: String, path: String) throws -> Benchmarks.MakingRun? {
        let source = Source(name: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
        precondition(!Parser.parse(source).hasErrors, "the script is not right")
        switch step {
        case "lex": return { Lexer.lex(source) }
        case "parse": return { Parser.parse(source) }
        case "format": return { Formatter.format(source) as Any }
        case "check":
            let schema = FolderSchema(folder: "")
            return { Checker.check(source: source, schema: schema) }
        default: return nil
        }
    }
}

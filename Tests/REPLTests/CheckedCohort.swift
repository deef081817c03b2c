import Diagnostics
import Semantics

/// Cohorts from their clauses.
enum CheckedCohort {
    /// The cohort of a script that describes one; nil where it has errors.
    static func of(_ clauses: String) -> CohortDescription? {
        let source = Source(name: "test", text: "edition 2026\ncohort c = \(clauses)\n")
        return Checker.check(source: source, schema: NoFiles()).program?.cohort(named: "c")
    }

    private struct NoFiles: SchemaProvider {
        func exists(_ path: String) -> Bool { false }
        func columns(of path: String) throws(SchemaError) -> [String] { throw .missing(path: path) }
        func script(at path: String) throws(SchemaError) -> [UInt8] { throw .missing(path: path) }
    }
}

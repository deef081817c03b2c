import Diagnostics

/// What every script knows without `use`: `stdlib/prelude.audit`, written in the language and built into the program.
enum Prelude {
    /// The attributes of people and lesions, in the order of the file.
    static let attributes: [AttributeDefinition] = {
        let source = Source(name: "prelude", bytes: PackageResources.prelude_audit)
        let result = Checker.check(
            source: source, catalogue: .withoutPrelude, schema: NothingElse(), environment: CheckEnvironment()
        )
        precondition(result.program != nil, "the prelude has errors: \(result.diagnostics.map(\.message))")
        return result.environment.attributes
    }()

    /// The prelude names no files.
    private struct NothingElse: SchemaProvider {
        func exists(_ path: String) -> Bool { false }
        func columns(of path: String) throws(SchemaError) -> [String] { throw .missing(path: path) }
        func script(at path: String) throws(SchemaError) -> [UInt8] { throw .missing(path: path) }
    }
}

import Diagnostics
import Provenance
import Semantics
import TestSupport

@testable import Runtime

/// A folder with a store in which scripts are checked and run.
struct Workbench {
    let folder: TemporaryFolder
    var options = RunOptions()
    let console = RecordingConsole()

    init() throws {
        folder = try TemporaryFolder()
        options.folder = folder.path
        options.store = ContentStore(folder: folder.path + "/store")
    }

    /// Thrown when a test's own script has errors.
    struct WrongScript: Error {
        let diagnostics: [String]
    }

    /// Runs a script to its end in a new session.
    func run(_ script: String, models: any ModelProvider = DrawnModels()) async throws -> RunOutcome {
        let source = Source(name: "t.audit", text: "edition 2026\n" + script)
        let session = Session(options: options, models: models, console: console)
        return await session.run(try program(source), source: source)
    }

    /// A checked script.
    func program(_ source: Source) throws -> CheckedProgram {
        let result = Checker.check(source: source, schema: FolderSchema(folder: folder.path))
        guard let program = result.program else {
            throw WrongScript(diagnostics: result.diagnostics.map { "\($0.code) \($0.message)" })
        }
        return program
    }
}

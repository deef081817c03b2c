import Foundation

/// OASIS's schema of SARIF 2.1.0 as the Python model that `.ci/wheels` fetches.
enum SARIFModel {
    /// Where `.ci/wheels` puts the model.
    private static let folder = ProcessInfo.processInfo.environment["DERMAUDIT_WHEELS"].map { $0 + "/sarif" }
    static let isThere =
        folder.map { FileManager.default.fileExists(atPath: $0 + "/pydantic_sarif/model.py") } ?? false

    /// What the schema says against some text; empty where nothing.
    static func faults(in text: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sys
            from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log
            try:
                Log.model_validate_json(sys.stdin.buffer.read())
            except ValueError as error:
                print(error)
            """,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["PYTHONPATH": folder ?? ""]) { _, new in new }
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, output)
        try process.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: told, as: UTF8.self)
    }
}

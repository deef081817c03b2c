import Foundation

/// Pygments with our lexer, as `.ci/wheels` fetches it or as Python has it already.
enum Pygments {
    private static let folder = ProcessInfo.processInfo.environment["DERMAUDIT_WHEELS"].map {
        $0 + "/pygments"
    }

    /// Whether Python can import it.
    static let isThere = (try? run(["-c", "import pygments"], input: ""))?.code == 0

    /// Every script that the repository shows.
    static let scripts = ["examples", "stdlib/modules"].flatMap { folder in
        let files = FileManager.default.enumerator(atPath: "\(BuiltProgram.checkout)/\(folder)")
        return (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".audit") }.sorted()
            .map { "\(folder)/\($0)" }
    }

    /// The tokens of a text, a line each: the kind, a tab, and the words.
    static func tokens(of text: String) throws -> (output: String, code: Int32) {
        let lexer = BuiltProgram.checkout + "/docs/editors/pygments/dermaudit_lexer.py:DermauditLexer"
        return try run(["-m", "pygments", "-x", "-l", lexer, "-f", "raw"], input: text)
    }

    private static func run(_ arguments: [String], input: String) throws -> (output: String, code: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "PYTHONPATH": folder ?? "", "PYTHONDONTWRITEBYTECODE": "1",
        ]) { $1 }
        let (source, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (source, output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        source.fileHandleForWriting.write(Data(input.utf8))
        try source.fileHandleForWriting.close()
        let told = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: told, as: UTF8.self), process.terminationStatus)
    }
}

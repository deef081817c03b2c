import Foundation

/// The built `dermaudit`, run as a person or a CI job runs it.
struct BuiltProgram {
    /// What a run left behind.
    struct Result {
        let output: String
        let errors: String
        let code: Int32
    }

    /// The program's file: it is built beside the test bundle.
    static let path: String = {
        let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appendingPathComponent("dermaudit").path
    }()

    /// The checkout that the tests were built from.
    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    private let folder: String
    private var environment: [String: String]

    /// A program that works in `folder` and keeps everything below it.
    init(in folder: String) {
        self.folder = folder
        environment = ProcessInfo.processInfo.environment
        environment["DERMAUDIT_STORE"] = folder + "/store"
        environment["XDG_STATE_HOME"] = folder + "/state"
        environment["TERM"] = "xterm"
        environment["NO_COLOR"] = nil
    }

    /// The same program with another value of a variable.
    func with(_ name: String, _ value: String) -> BuiltProgram {
        var other = self
        other.environment[name] = value
        return other
    }

    /// The environment as `NAME=value`.
    var variables: [String] { environment.map { "\($0.key)=\($0.value)" } }

    /// Starts the program; `started` is called with its process identifier.
    ///
    /// - Parameter limits: what a shell sets before it becomes the program, such as `ulimit -t 1`; nil starts none.
    func run(
        _ arguments: [String], input: String = "", below limits: String? = nil,
        started: (Process) throws -> Void = { _ in }
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: limits == nil ? Self.path : "/bin/sh")
        process.arguments =
            limits.map { ["-c", "\($0); exec \"$0\" \"$@\"", Self.path] + arguments } ?? arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let files = ["in", "out", "err"].map { "\(folder)/.\($0)-\(UUID().uuidString)" }
        try Data(input.utf8).write(to: URL(fileURLWithPath: files[0]))
        for file in files.dropFirst() { try Data().write(to: URL(fileURLWithPath: file)) }
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: files[0]))
        process.standardOutput = FileHandle(forWritingAtPath: files[1])
        process.standardError = FileHandle(forWritingAtPath: files[2])
        try process.run()
        try started(process)
        process.waitUntilExit()
        return Result(
            output: try String(contentsOfFile: files[1], encoding: .utf8),
            errors: try String(contentsOfFile: files[2], encoding: .utf8), code: process.terminationStatus)
    }
}

import Foundation
import TestSupport

/// Debian's neovim without a terminal and without a person's settings.
enum Neovim {
    private static let path = "/usr/bin/nvim"

    /// Whether there is an editor to ask.
    static let isInstalled = FileManager.default.isExecutableFile(atPath: path)

    /// What `neovim.lua` saw in the editor.
    struct Results: Decodable {
        /// A finding, its place from 0.
        struct Finding: Decodable {
            let code: String
            let line: Int
            let column: Int
            let message: String
        }

        let diagnostics: [Finding]
        let mended: Bool
        let hover: String
        let completion: [String]
        let definition: Int
        let renamed: Bool
        let text: String
        let ended: Bool
    }

    /// Opens a script with the built server and does what `neovim.lua` says.
    static func results(of text: String) throws -> Results {
        let folder = try TemporaryFolder()
        let script = try folder.write(text, to: "a.audit")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [
            "--headless", "--clean", "-c", "luafile \(BuiltProgram.checkout)/Tests/dermauditTests/neovim.lua",
        ]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "PROGRAM": BuiltProgram.path, "SCRIPT": script, "RESULTS": folder.path + "/results.json",
            "XDG_STATE_HOME": folder.path, "XDG_CACHE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path,
        ]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try JSONDecoder().decode(Results.self, from: Data(folder.read("results.json").utf8))
    }
}

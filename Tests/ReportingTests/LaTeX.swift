import Foundation

/// Debian's `pdflatex`, without commands of the shell.
struct LaTeX {
    private static let path = "/usr/bin/pdflatex"

    /// Whether there is one to ask.
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// Compiles a paper that holds nothing but a report; it goes into `$SHOW_FIGURES`, for a person to look at.
    ///
    /// - Returns: the log, broken into lines as the program breaks them.
    static func log(of report: String, packages: [String], name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dermaudit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(report.utf8).write(to: folder.appending(path: "report.tex"))
        let paper =
            ["\\documentclass{article}"] + packages
            + ["\\begin{document}", "\\input{report}", "\\end{document}"]
        try Data(paper.joined(separator: "\n").utf8).write(to: folder.appending(path: "paper.tex"))
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.currentDirectoryURL = folder
        process.arguments = ["-interaction=nonstopmode", "-no-shell-escape", "paper.tex"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if let show = ProcessInfo.processInfo.environment["SHOW_FIGURES"] {
            let pdf = URL(filePath: show).appending(path: "\(name)-tex.pdf")
            try? FileManager.default.removeItem(at: pdf)
            try? FileManager.default.copyItem(at: folder.appending(path: "paper.pdf"), to: pdf)
        }
        return String(
            decoding: try Data(contentsOf: folder.appending(path: "paper.log")), as: UTF8.self)
    }
}

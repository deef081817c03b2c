import Foundation

/// The built program with a limit on its processor time, and an eye on its memory.
struct WatchedProgram {
    private let program: BuiltProgram
    private let seconds: Int

    /// A program that works in `folder`.
    ///
    /// - Parameter seconds: of processor time; sixty times as many without the optimiser.
    init(in folder: String, seconds: Int) {
        program = BuiltProgram(in: folder).with("MALLOC_ARENA_MAX", "1")
        #if DEBUG
        self.seconds = 60 * seconds
        #else
        self.seconds = seconds
        #endif
    }

    /// Runs the program.
    ///
    /// - Returns: what came of it, and the most memory that it held in kilobytes, as the system counted until shortly before
    ///   its end.
    func run(_ arguments: [String]) throws -> (result: BuiltProgram.Result, peak: Int) {
        var peak = 0
        let result = try program.run(arguments, below: "ulimit -t \(seconds)") { process in
            while process.isRunning {
                peak = max(peak, Self.peak(of: process.processIdentifier))
                usleep(1_000)
            }
        }
        return (result, peak)
    }

    /// The most memory that a process held so far, in kilobytes; 0 once it is gone.
    private static func peak(of process: Int32) -> Int {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
}

import ArgumentParser
import Runtime

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension ExitStatus {
    /// Ends the command with this code.
    func leave() throws {
        if self != .success { throw ExitCode(rawValue) }
    }

    /// Ends the process.
    static func end(_ code: Int32) -> Never {
        exit(code)
    }
}

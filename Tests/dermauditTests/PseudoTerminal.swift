import Foundation
import Glibc

/// The built program at a terminal of its own, typed at by a test.
final class PseudoTerminal {
    private let master: Int32
    private let process: pid_t
    /// Everything that the program has shown so far.
    private(set) var screen = ""

    struct Failure: Error {
        let what: String
    }

    /// Starts the program with its own session, whose terminal is a new pseudo-terminal.
    init(_ arguments: [String], program: BuiltProgram) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (number, locked) = (Int32(-1), Int32(0))
        // TIOCSPTLCK unlocks the other side, TIOCGPTN tells its number.
        guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0
        else { throw Failure(what: "no pseudo-terminal") }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        // The first terminal that the leader of a new session opens becomes the session's.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID
        let words = ([BuiltProgram.path] + arguments).map { strdup($0) } + [nil]
        let variables = program.variables.map { strdup($0) } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        var child = pid_t()
        guard posix_spawn(&child, BuiltProgram.path, &actions, &attributes, words, variables) == 0 else {
            throw Failure(what: "cannot start \(BuiltProgram.path)")
        }
        process = child
    }

    deinit {
        kill(process, SIGKILL)
        close(master)
    }

    /// Types `text`; `\u{3}` is Ctrl-C, `\u{4}` Ctrl-D, `\t` the tabulator.
    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Waits until the screen, from what was shown before on, holds `text`.
    func waitFor(_ text: String, seconds: Double = 60) throws {
        let end = Date(timeIntervalSinceNow: seconds)
        while !screen.contains(text) {
            guard Date() < end else { throw Failure(what: "no `\(text)` on the screen:\n\(screen)") }
            guard readSome() else { break }
        }
        guard let range = screen.range(of: text) else {
            throw Failure(what: "the program left without `\(text)`:\n\(screen)")
        }
        screen = String(screen[range.upperBound...])
    }

    /// Waits until the program leaves, and returns its exit code; one that does not leave is killed (-9).
    func waitForExit(seconds: Double = 60) -> Int32 {
        let end = Date(timeIntervalSinceNow: seconds)
        while readSome() {
            if Date() > end { kill(process, SIGKILL) }
        }
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    }

    /// Reads what there is, waiting a second at most; false when the program has closed the terminal.
    private func readSome() -> Bool {
        var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, 1000) > 0 else { return kill(process, 0) == 0 }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(master, &buffer, buffer.count)
        guard count > 0 else { return false }
        screen += String(decoding: buffer[..<count], as: UTF8.self)
        return true
    }
}

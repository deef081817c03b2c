import ArgumentParser

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// When to write terminal colours.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never

    /// Whether what goes to `descriptor` is coloured; `auto` heeds NO_COLOR (no-color.org) and `TERM=dumb`.
    func applies(to descriptor: Int32) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            isatty(descriptor) == 1 && Self.variable("NO_COLOR").isEmpty && Self.variable("TERM") != "dumb"
        }
    }

    private static func variable(_ name: String) -> String {
        getenv(name).map { String(cString: $0) } ?? ""
    }
}

import Foundation

/// Where the expected values lie: `$DERMAUDIT_ORACLES/networks`, or the copy beside these tests.
enum OracleFolder {
    /// The folder with `ops` and `cases`.
    static let root: URL = {
        if let folder = ProcessInfo.processInfo.environment["DERMAUDIT_ORACLES"] {
            return URL(fileURLWithPath: folder).appendingPathComponent("networks")
        }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Oracles")
    }()

    /// The bytes of a file below `root`; a missing file fails the test that asks.
    static func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appendingPathComponent(path))
    }
}

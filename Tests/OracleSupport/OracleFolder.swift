import Foundation

/// Where the expected values lie: `$DERMAUDIT_ORACLES/networks`, or the copy beside the tests.
package enum OracleFolder {
    /// The folder with `ops` and `cases`.
    package static let root: URL = {
        if let folder = ProcessInfo.processInfo.environment["DERMAUDIT_ORACLES"] {
            return URL(fileURLWithPath: folder).appendingPathComponent("networks")
        }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("NetworkOracles/Oracles")
    }()

    /// The bytes of a file below `root`; a missing file fails the test that asks.
    package static func data(_ path: String) throws -> Data {
        try Data(contentsOf: root.appendingPathComponent(path))
    }
}

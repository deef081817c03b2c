import Foundation

@testable import Weights

/// The files that `Fixtures/make.py` made.
enum Fixture {
    /// The path of a fixture.
    static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
            .path
    }

    /// An opened fixture.
    static func open(_ name: String) throws -> WeightFile { try WeightFile.open(path(name)) }

    /// Element i is i / 2, as the script's `half_steps`.
    static func halfSteps(_ count: Int) -> [Float] { (0..<count).map { Float($0) / 2 } }

    /// Writes `bytes` to a new temporary file, gives its path to `body`, and removes it.
    static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
        try SafetensorsBytes.withFile(bytes, body)
    }
}

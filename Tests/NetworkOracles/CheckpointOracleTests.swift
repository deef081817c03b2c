import OracleSupport
import Foundation
import Testing
import Weights

@Suite("Weight files, sound and hostile")
struct CheckpointOracleTests {
    /// What the manifest says of a file.
    struct Entry: Decodable, Sendable, CustomTestStringConvertible {
        struct Contents: Decodable {
            let dtype: String
            let shape: [Int]
            let hex: String
        }

        let file: String
        let verdict: String
        let tensors: [String: Contents]?

        var testDescription: String { file }
        var path: String { OracleFolder.root.appendingPathComponent("checkpoints/\(file)").path }
        var isSafetensors: Bool { file.hasSuffix(".safetensors") }
    }

    private static let entries: [Entry] = {
        let data = try? OracleFolder.data("checkpoints/manifest.json")
        return data.flatMap { try? JSONDecoder().decode([Entry].self, from: $0) } ?? []
    }()

    /// Files of formats that are not read yet.
    private static var unbuilt: [Entry] { entries.filter { !$0.isSafetensors } }

    private static func safetensors(_ verdict: String) -> [Entry] {
        entries.filter { $0.isSafetensors && $0.verdict == verdict }
    }

    @Test("the manifest lists sound and hostile files")
    func present() {
        #expect(Self.safetensors("accept").count >= 3)
        #expect(Self.safetensors("reject").count >= 36)
    }

    @Test("a sound file gives every tensor's type, shape and bytes", arguments: safetensors("accept"))
    func sound(entry: Entry) throws {
        let file = try WeightFile.open(entry.path)
        let tensors = try #require(entry.tensors)
        #expect(file.names == tensors.keys.sorted())
        for (name, contents) in tensors {
            #expect(file.elementType(of: name)?.rawValue == contents.dtype)
            #expect(file.shape(of: name) == contents.shape)
            let hex = try file.bytes(of: name).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            #expect(hex == contents.hex)
        }
    }

    @Test("a hostile file is refused within a second", arguments: safetensors("reject"))
    func hostile(entry: Entry) {
        let time = ContinuousClock().measure {
            #expect {
                try WeightFile.open(entry.path)
            } throws: { error in
                if case .malformed(entry.path, _, _, _)? = error as? WeightsError { return true }
                return false
            }
        }
        #expect(time < .seconds(1))
    }

    @Test(
        "formats that are not read yet",
        .enabled(if: unbuilt.isEmpty, "not read yet: \(unbuilt.map(\.file).joined(separator: ", "))"))
    func unread() { #expect(Self.unbuilt.isEmpty) }
}

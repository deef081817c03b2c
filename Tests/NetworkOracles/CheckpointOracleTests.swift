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
        let select: String?
        let strip: String?
        let tensors: [String: Contents]?

        var testDescription: String { file }
        var path: String { OracleFolder.root.appendingPathComponent("checkpoints/\(file)").path }
        /// What stands before the names of the network's tensors in the file.
        var prefix: String { (select.map { $0 + "." } ?? "") + (strip ?? "") }
    }

    private static let entries: [Entry] = {
        let data = try? OracleFolder.data("checkpoints/manifest.json")
        return data.flatMap { try? JSONDecoder().decode([Entry].self, from: $0) } ?? []
    }()

    private static func listed(_ verdict: String) -> [Entry] { entries.filter { $0.verdict == verdict } }

    /// Files whose tensors are in a dictionary of the file's, or under a prefix.
    private static var wrapped: [Entry] { listed("accept").filter { $0.select != nil || $0.strip != nil } }

    @Test("the manifest lists sound and hostile files")
    func present() {
        #expect(Self.listed("accept").count >= 27)
        #expect(Self.listed("reject").count >= 94)
    }

    @Test("a sound file gives every tensor's type, shape and bytes", arguments: listed("accept"))
    func sound(entry: Entry) throws {
        let file = try WeightFile.open(entry.path)
        let tensors = try #require(entry.tensors)
        let names = file.names.filter { $0.hasPrefix(entry.prefix) }
        #expect(names == tensors.keys.map { entry.prefix + $0 }.sorted())
        for (name, contents) in tensors {
            let name = entry.prefix + name
            #expect(file.elementType(of: name)?.rawValue == contents.dtype)
            #expect(file.shape(of: name) == contents.shape)
            let hex = try file.bytes(of: name).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            #expect(hex == contents.hex)
        }
    }

    @Test("the moving average, and names without their prefixes, are found", arguments: wrapped)
    func unwrapped(entry: Entry) throws {
        let file = try WeightFile.open(entry.path)
        #expect(file.wrapping(prefersAverage: true) == entry.prefix)
        let tensors = try #require(entry.tensors)
        #expect(file.unwrapped(prefersAverage: true).names == tensors.keys.sorted())
        #expect(try file.locating("blocks.0.attn.qkv.weight").names == tensors.keys.sorted())
    }

    @Test("a hostile file is refused within a second, and nothing of it is run", arguments: listed("reject"))
    func hostile(entry: Entry) {
        let time = ContinuousClock().measure {
            #expect {
                try WeightFile.open(entry.path)
            } throws: { error in
                switch error as? WeightsError {
                case .malformed(entry.path, _, _, _)?, .refused(entry.path, _, _)?,
                    .unsuitable(entry.path, _, _)?:
                    true
                default: false
                }
            }
        }
        #expect(time < .seconds(1))
        #expect(!FileManager.default.fileExists(atPath: "pwned"))
    }
}

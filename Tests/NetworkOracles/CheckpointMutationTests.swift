import OracleSupport
import Foundation
import Testing
import Weights

@Suite("Weight files, sound ones damaged at random", .timeLimit(.minutes(5)))
struct CheckpointMutationTests {
    /// A sound file.
    struct Sound: Sendable, CustomTestStringConvertible {
        let url: URL
        var testDescription: String { url.lastPathComponent }
    }

    /// The sound files of the oracles and of the readers' own tests.
    private static let files: [Sound] = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let folders = [
            OracleFolder.root.appendingPathComponent("checkpoints/good"),
            tests.appendingPathComponent("WeightsTests/Fixtures"),
        ]
        return folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.sorted().filter { !$0.hasSuffix(".py") }.map {
                Sound(url: folder.appendingPathComponent($0))
            }
        }
    }()

    /// Damaged copies of each file.
    private static let copies = 100

    @Test("there are sound files to damage")
    func present() { #expect(Self.files.count >= 40) }

    @Test(
        "a damaged file opens or is refused: no trap, no hang, no more memory than its size allows",
        arguments: files)
    func damaged(sound: Sound) throws {
        let whole = [UInt8](try Data(contentsOf: sound.url))
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var longest = Duration.zero
        for seed in 0..<Self.copies {
            var mutator = ByteMutator(seed: UInt64(seed))
            let bytes = mutator.mutated(whole)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let time = ContinuousClock().measure { read(path, seed: seed, count: bytes.count) }
            longest = max(longest, time)
        }
        #expect(longest < .seconds(1))
    }

    /// Opens a file of `count` bytes and reads all it can of it.
    private func read(_ path: String, seed: Int, count: Int) {
        do throws(WeightsError) {
            let file = try WeightFile.open(path)
            // A tensor whose chunks or deflated bytes are damaged is refused only when it is read.
            let sizes = file.names.compactMap { (try? file.bytes(of: $0))?.count }
            #expect(sizes.max() ?? 0 <= max(8 << 20, 400 * count), "seed \(seed)")
        } catch {
            #expect(!error.description.isEmpty, "seed \(seed)")
        }
    }
}

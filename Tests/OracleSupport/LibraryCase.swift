import Foundation
import Tensors

/// A network of some library with weights from the formula, and its scores (`NetworkOracles/Libraries/make_cases.py`).
package struct LibraryCase: Decodable {
    package let graph: String
    package let seed: Int
    package let gain: Double
    /// The kind of input that is drawn.
    package let input: String
    /// Rows and columns of the input.
    package let size: [Int]
    package let tolerance: Double
    /// What stands between the linear layers of a head that is a sequence.
    package let hidden: String?
    /// The scores of each image.
    package let logits: [[Double]]
    package let tensors: [OracleCase.Entry]

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("NetworkOracles/Libraries/Cases")

    /// The names of all cases, sorted.
    package static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// Reads `Libraries/Cases/NAME.json`.
    package static func read(_ name: String) throws -> LibraryCase {
        let data = try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
        return try JSONDecoder().decode(LibraryCase.self, from: data)
    }

    /// The weights by the library's names.
    package func weights(named name: String) -> SyntheticSource {
        SyntheticSource(path: name, seed: seed, gain: gain, entries: tensors)
    }

    /// The images, channels last.
    package var images: [Tensor] {
        let extents = [logits.count, 3, size[0], size[1]]
        let batch = SyntheticWeights.tensor("input/x", shape: extents, kind: input, seed: seed)
        return (0..<logits.count).map {
            batch.rows($0..<$0 + 1).reshaped([3, size[0], size[1]]).channelsLast()
        }
    }
}

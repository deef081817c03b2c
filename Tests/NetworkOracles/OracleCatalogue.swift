import OracleSupport
import Foundation

/// Which cases lie in the folder.
enum OracleCatalogue {
    /// The names of all cases, sorted; none where the folder is missing, which a test notices.
    static let names: [String] = {
        let folder = OracleFolder.root.appendingPathComponent("cases").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// Cases of published size: hundreds of millions of weights.
    static let fullSize: Set<String> = [
        "lightningdit-xl-1", "lightningdit-xl-1-text", "va-vae-f16d32", "sd-vae-f8d4", "clip-text-vit-b-32",
        "clip-text-vit-l-14",
    ]

    /// Kinds of networks that are not built yet, by the beginning of a case's name.
    static let unbuiltKinds = ["ddpm", "dermdit"]

    /// The small cases whose names begin with one of `kinds`.
    static func small(_ kinds: String...) -> [String] {
        names.filter { name in !fullSize.contains(name) && kinds.contains { name.hasPrefix($0) } }
    }

    /// The cases of kinds that are not built yet.
    static var unbuilt: [String] { names.filter { name in unbuiltKinds.contains { name.hasPrefix($0) } } }
}

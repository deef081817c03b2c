import Foundation
import TestSupport

/// The scripts that inputs are made of.
struct Corpus: Sendable {
    /// The bytes of each.
    let scripts: [[UInt8]]

    /// Every `*.audit` below the folders, and the sources of the golden cases there.
    init(folders: [String]) {
        var scripts: [[UInt8]] = []
        for folder in folders {
            guard let files = FileManager.default.enumerator(atPath: folder) else { continue }
            for case let file as String in files {
                guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else {
                    continue
                }
                if file.hasSuffix(".audit") { scripts.append(Array(text.utf8)) }
                if file.hasSuffix(".md"), let source = Self.source(ofCase: text) { scripts.append(source) }
            }
        }
        self.scripts = scripts.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func source(ofCase text: String) -> [UInt8]? {
        let parts = text.components(separatedBy: "\n````audit\n")
        guard parts.count > 1, let end = parts[1].range(of: "\n````") else { return nil }
        return Array(parts[1][..<end.lowerBound].utf8)
    }

    /// An input: a script, or the beginning of one and the end of another, with bytes and words changed.
    func input(_ random: inout Mutations) -> [UInt8] {
        let first = scripts.randomElement(using: &random) ?? []
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            return random.marks(Int.random(in: 1...60, using: &random))
        case 1, 2:
            let second = scripts.randomElement(using: &random) ?? []
            let cut = Int.random(in: 0...first.count, using: &random)
            let rest = Int.random(in: 0...second.count, using: &random)
            return random.mutate(Array(first[..<cut]) + Array(second[rest...]))
        case 3:
            // Lines in another order: often still a script, with other meanings.
            var lines = first.split(separator: UInt8(ascii: "\n"))
            lines.shuffle(using: &random)
            return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        default: return random.mutate(first)
        }
    }
}

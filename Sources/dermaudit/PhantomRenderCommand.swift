import ArgumentParser
import Foundation
import Generation

/// Writes a numbered set of renders: `OUT.rgb` (uint8, images x size x size x 3), `OUT.csv` (one row an image) and,
/// on request, `OUT.mask` (uint8 0 or 1, images x size x size).
struct PhantomRenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Write phantom images, their prompts and their truth.")

    @Option(help: "Number of images.")
    var count = 24

    @Option(help: "Side in pixels, 32 to 512.")
    var size = 128

    @Option(help: "isic or ham.")
    var style = "isic"

    @Option(help: "Root seed.")
    var seed: UInt64 = 0

    @Option(help: "Random stream of the first image; image i uses stream first + i.")
    var firstStream: UInt64 = 0

    @Option(help: "Ages, as low..high in years.")
    var ages = "5..95"

    @Option(help: "Share of people whose skin type is not stated.")
    var unknown = 0.0

    @Option(help: "Share of each diagnosis drawn from the range both share.")
    var ambiguity = PhantomRenderer.defaultAmbiguity

    @Option(
        name: .customLong("rule"),
        help: "Weight of some people, such as diagnosis=melanoma,fst=V+VI,weight=0.1; may be repeated.")
    var rules: [String] = []

    @Flag(help: "Also write the lesion masks.")
    var masks = false

    @Option(help: "Threads; the bytes do not depend on them.")
    var threads = 2

    @Option(name: [.short, .customLong("out")], help: "Path without suffix.")
    var output: String

    func run() throws {
        let set = try imageSet()
        let pixels = try Self.file(output + ".rgb")
        let table = try Self.file(output + ".csv")
        let mask = masks ? try Self.file(output + ".mask") : nil
        let columns = ["index", "seed", "stream", "renderer"] + PhantomTruth.columns
        try table.write(contentsOf: Data((PhantomTruth.line(columns) + "\n").utf8))
        for start in stride(from: 0, to: count, by: 256) {
            let places = start..<min(start + 256, count)
            let renderings = set.renderings(places, threads: threads)
            try pixels.write(contentsOf: Data(renderings.flatMap { $0.image.pixels }))
            try mask?.write(contentsOf: Data(renderings.flatMap(\.mask)))
            try table.write(contentsOf: Data(lines(renderings, from: start).utf8))
        }
        for file in [pixels, table, mask].compactMap({ $0 }) { try file.close() }
    }

    private func lines(_ renderings: [PhantomRendering], from start: Int) -> String {
        renderings.enumerated().map { offset, rendering in
            let stream = firstStream &+ UInt64(start + offset)
            let place = ["\(start + offset)", "\(seed)", "\(stream)", PhantomRenderer.version]
            return PhantomTruth.line(place + rendering.truth.row) + "\n"
        }.joined()
    }

    private func imageSet() throws -> PhantomSet {
        guard PhantomRenderer.sizes.contains(size) else {
            throw ValidationError("size \(size) is outside 32 to 512")
        }
        guard count > 0, threads > 0 else { throw ValidationError("count and threads are at least 1") }
        guard let style = PhantomStyle(rawValue: style) else {
            throw ValidationError("style `\(style)` is neither `isic` nor `ham`")
        }
        guard (0...1).contains(unknown), (0...1).contains(ambiguity) else {
            throw ValidationError("shares lie between 0 and 1")
        }
        let ends = ages.replacing("..", with: " ").split(separator: " ").compactMap { Double($0) }
        guard ends.count == 2, ends[0] <= ends[1], ends[0] >= 5, ends[1] <= 95 else {
            throw ValidationError("ages `\(ages)` are not a range such as 5..95")
        }
        let parsed = try rules.map { text in
            guard let rule = PhantomDesignRule(text) else {
                throw ValidationError("rule `\(text)` is not one")
            }
            return rule
        }
        let design = PhantomDesign(ages: ends[0]...ends[1], unknownShare: unknown, rules: parsed)
        return PhantomSet(
            design: design, size: size, style: style, ambiguity: ambiguity, seed: seed,
            firstStream: firstStream)
    }

    private static func file(_ path: String) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw ValidationError("cannot write `\(path)`") }
        return handle
    }
}

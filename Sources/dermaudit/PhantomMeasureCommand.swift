import ArgumentParser
import Foundation
import Generation
import Images

/// Measures images with the truth tools and writes one CSV row an image.
struct PhantomMeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Measure skin tone, lesion, hair and spots from pixels.")

    @Argument(help: "Raw file of uint8 RGB images, images x size x size x 3.")
    var input: String

    @Option(help: "Side of the raw images in pixels.")
    var size = 128

    @Option(help: "Threads; the figures do not depend on them.")
    var threads = 2

    @Option(name: [.short, .customLong("out")], help: "CSV to write; standard output without it.")
    var output: String?

    func run() throws {
        guard PhantomRenderer.sizes.contains(size), threads > 0 else {
            throw ValidationError("size lies in 32 to 512, and threads are at least 1")
        }
        guard let bytes = FileManager.default.contents(atPath: input) else {
            throw ValidationError("cannot read `\(input)`")
        }
        let length = size * size * 3
        guard !bytes.isEmpty, bytes.count % length == 0 else {
            throw ValidationError("`\(input)` has \(bytes.count) bytes, not a multiple of \(length)")
        }
        let images = (0..<(bytes.count / length)).map { index in
            RGBImage(
                width: size, height: size, pixels: [UInt8](bytes[(index * length)..<((index + 1) * length)]))
        }
        let lines = PhantomMeasurement.measure(images, threads: threads).enumerated().map { index, figures in
            PhantomTruth.line(["\(index)"] + figures.row) + "\n"
        }
        let table = PhantomTruth.line(["index"] + PhantomMeasurement.columns) + "\n" + lines.joined()
        guard let output else { return print(table, terminator: "") }
        guard FileManager.default.createFile(atPath: output, contents: Data(table.utf8)) else {
            throw ValidationError("cannot write `\(output)`")
        }
    }
}

import Foundation
import Images
import Reporting
import Testing

@Suite struct GridFigureTests {
    /// Figure 2's layout with a plain colour in each cell: red rises with the row, green with the column.
    private func figure(missing: Set<Int> = []) -> GridFigure {
        let rows = ["I", "II", "III"].flatMap { type in ["m", "f"].map { [type, $0] } }
        let columns = ["10", "20", "30", "40"]
        let cells = rows.indices.flatMap { row in
            columns.indices.map { column -> RGBImage? in
                guard !missing.contains(row * columns.count + column) else { return nil }
                return RGBImage(
                    width: 64, height: 64, colour: (UInt8(60 + 30 * row), UInt8(60 + 40 * column), 120))
            }
        }
        return GridFigure(
            title: "main: one image of each cell", rowAttributes: ["fst", "sex"], rows: rows,
            columnAttribute: "age",
            columns: columns, cells: cells, provenance: Fixtures.provenance)
    }

    /// How many pixels have exactly this colour.
    private func count(_ colour: (UInt8, UInt8, UInt8), in image: RGBImage) -> Int {
        (0..<image.width * image.height).count { pixel in
            image.pixels[3 * pixel] == colour.0 && image.pixels[3 * pixel + 1] == colour.1
                && image.pixels[3 * pixel + 2] == colour.2
        }
    }

    @Test("each image is drawn whole, at its own size, in its own cell")
    func everyImageIsWhole() throws {
        let image = try figure().drawn()
        for row in 0..<6 {
            for column in 0..<4 {
                #expect(count((UInt8(60 + 30 * row), UInt8(60 + 40 * column), 120), in: image) == 64 * 64)
            }
        }
        try show(image, "grid")
    }

    @Test("a missing image leaves a hatched cell")
    func missing() throws {
        let image = try figure(missing: [5]).drawn()
        #expect(count((90, 100, 120), in: image) == 0)
        #expect(count((60, 60, 120), in: image) == 64 * 64)
        try show(image, "grid-missing")
    }

    @Test("equal figures have equal bytes")
    func deterministic() throws {
        #expect(try figure().drawn() == figure().drawn())
    }

    @Test("a figure beyond the surface's limit is an error, not a trap")
    func tooLarge() {
        #expect(throws: ReportingError.self) { try figure().drawn(cellSize: 100_000) }
    }

    @Test("a cell size scales the whole figure")
    func scaled() throws {
        let (small, large) = try (figure().drawn(cellSize: 32), figure().drawn(cellSize: 128))
        #expect(small.width < large.width && small.height < large.height)
    }
}

/// Writes a figure as PPM into `$SHOW_FIGURES`, for a person to look at.
func show(_ image: RGBImage, _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["SHOW_FIGURES"] else { return }
    let header = Data("P6 \(image.width) \(image.height) 255\n".utf8)
    try (header + Data(image.pixels)).write(to: URL(filePath: folder).appending(path: "\(name).ppm"))
}

import Images
import Provenance
import Reporting
import Semantics

extension Session {
    /// Draws one image for each row and column and writes the figure as PNG.
    func execute(_ plot: PlotDescription) async throws(RunError) {
        cohorts[plot.cohort.name] = plot.cohort
        let grid = PlotGrid(plot)
        let images = try images(of: plot.cohort)
        let shown = grid.requests.compactMap { $0 }
        let pictures = try await each(shown, of: images, named: "\(plot.cohort.name): sampling") { _, item in
            item.image
        }
        var remaining = pictures[...]
        let cells = grid.requests.map { $0 == nil ? nil : remaining.popFirst() }
        let facts = try facts(of: plot.cohort)
        let provenance = try provenance(generators: [facts], classifiers: [], seed: plot.cohort.seed)
        let figure = GridFigure(
            title:
                "\(plot.cohort.name): \(plot.rows.text) by \(plot.columns.text), image \(grid.pick) of each cell",
            rowAttributes: plot.rows.factors.map(\.attribute), rows: grid.rows,
            columnAttribute: plot.columns.text, columns: grid.columns.map { $0.joined(separator: " ") },
            cells: cells, provenance: provenance)
        try save(figure, to: plot.path, provenance: provenance)
        console.notice("wrote `\(plot.path)`")
    }

    private func save(
        _ figure: GridFigure, to name: String, provenance: ReportProvenance
    ) throws(RunError) {
        let image: RGBImage
        do {
            image = try figure.drawn()
        } catch {
            throw .figure(error)
        }
        let bytes: [UInt8]
        do {
            bytes = try PNG.encode(image, text: provenance.chunks)
        } catch {
            throw .picture(error)
        }
        do {
            try HostFile.save(bytes, to: path(name))
        } catch {
            throw .files(error)
        }
    }
}

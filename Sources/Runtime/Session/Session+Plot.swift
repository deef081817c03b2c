import Images
import Provenance
import Reporting
import Semantics

extension Session {
    /// Draws a figure and writes it: completely, or not at all.
    func execute(_ plot: PlotDescription) async throws(RunError) {
        switch plot.content {
        case .images(let cohort, let rows, let columns):
            try await draw(plot, cohort, rows, columns)
        case .results(let description):
            try draw(plot, try await report(description))
        }
        console.notice("wrote `\(plot.path)`")
    }

    /// One image for each row and column.
    private func draw(
        _ plot: PlotDescription, _ cohort: CohortDescription, _ rows: Semantics.Grouping,
        _ columns: Semantics.Grouping
    ) async throws(RunError) {
        cohorts[cohort.name] = cohort
        let pick = plot.options.integer("pick") ?? 1
        let grid = PlotGrid(of: cohort, rows: rows, columns: columns, pick: pick)
        let images = try images(of: cohort)
        let shown = grid.requests.compactMap { $0 }
        let pictures = try await each(shown, of: images, named: "\(cohort.name): sampling") { _, item in
            item.image
        }
        var remaining = pictures[...]
        let cells = grid.requests.map { $0 == nil ? nil : remaining.popFirst() }
        let facts = try facts(of: cohort)
        let sides = [rows, columns].filter { !$0.factors.isEmpty }.map(\.text)
        let provenance = try provenance(generators: [facts], classifiers: [], seed: cohort.seed)
        let figure = GridFigure(
            title: "\(cohort.name): \(sides.joined(separator: " by ")), image \(pick) of each cell",
            rowAttributes: rows.factors.map(\.attribute), rows: grid.rows,
            columnAttribute: columns.factors.isEmpty ? "" : columns.text,
            columns: grid.columns.map { $0.joined(separator: " ") },
            cells: cells, provenance: provenance)
        let image: RGBImage
        do {
            image = try figure.drawn()
        } catch {
            throw .figure(error)
        }
        try save(image, to: plot.path, provenance)
    }

    /// Results as bars, dots or curves.
    private func draw(_ plot: PlotDescription, _ report: Report) throws(RunError) {
        guard let kind = FigureKind(rawValue: plot.kind) else { throw .unsupported("plot `\(plot.kind)`") }
        let figure = ReportFigure(kind, of: report)
        let picture: RGBImage?
        var bytes: [UInt8] = []
        do {
            picture = plot.format == "svg" ? nil : try figure.drawn()
            if picture == nil { bytes = Array(try figure.svg().utf8) }
        } catch {
            throw .figure(error)
        }
        if let picture { return try save(picture, to: plot.path, report.provenance) }
        try save(bytes, to: plot.path)
    }

    private func save(
        _ image: RGBImage, to name: String, _ provenance: ReportProvenance
    ) throws(RunError) {
        let bytes: [UInt8]
        do {
            bytes = try PNG.encode(image, text: provenance.chunks)
        } catch {
            throw .picture(error)
        }
        try save(bytes, to: name)
    }

    private func save(_ bytes: [UInt8], to name: String) throws(RunError) {
        do {
            try HostFile.save(bytes, to: path(name))
        } catch {
            throw .files(error)
        }
    }
}

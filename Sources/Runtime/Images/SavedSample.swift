import Generation
import Images
import Provenance
import Reporting
import Semantics
import Tensors

/// A folder of a cohort's images, with a list of them as CSV and as JSON.
struct SavedSample: Sendable {
    /// The cohort whose images are written.
    let cohort: CohortDescription
    /// The folder of the host.
    let folder: String
    /// What made the images.
    let generator: any ImageGenerator

    /// Writes one image under a name that says who it shows.
    func write(_ image: RGBImage, of request: CohortImage, provenance: ReportProvenance) throws(RunError) {
        let bytes: [UInt8]
        do {
            bytes = try PNG.encode(
                image, text: provenance.chunks + [PNGText(key: "Description", text: request.cell.prompt)])
        } catch {
            throw .picture(error)
        }
        do {
            try HostFile.save(bytes, to: folder + "/" + Self.file(of: request), durable: false)
        } catch {
            throw .files(error)
        }
    }

    /// Writes `manifest.csv` and `manifest.json`; drawn images are listed with everything that is true of them.
    func writeLists(of requests: [CohortImage], provenance: ReportProvenance) throws(RunError) {
        let attributes = cohort.axes.map(\.attribute)
        let renderer = generator as? PhantomGenerator
        let columns = ["file"] + attributes + ["ordinal", "prompt", "seed", "stream"]
        // The attributes and the prompt stand in both lists of columns, once as asked for and once as drawn.
        let drawn = renderer == nil ? [] : PhantomTruth.columns.map { "drawn_" + $0 }
        var rows: [[String]] = []
        for request in requests {
            var row = [Self.file(of: request)]
            row += attributes.map { request.cell.value(of: $0)?.text ?? "" }
            row += [
                String(request.ordinal), request.cell.prompt, String(cohort.seed), String(request.stream),
            ]
            if let renderer { row += truth(of: request, by: renderer) }
            rows.append(row)
        }
        let table = CSVText.table(comments: provenance.lines, columns: columns + drawn, rows: rows)
        let objects = rows.map { row in
            JSONValue.object(
                Dictionary(
                    zip(columns + drawn, row.map { .string($0) }), uniquingKeysWith: { first, _ in first }))
        }
        let json = JSONValue.object(["provenance": .strings(provenance.lines), "images": .array(objects)])
        do {
            try HostFile.save(table, to: folder + "/manifest.csv")
            try HostFile.save(json.text, to: folder + "/manifest.json")
        } catch {
            throw .files(error)
        }
    }

    private func truth(of request: CohortImage, by renderer: PhantomGenerator) -> [String] {
        let stream = RandomStream(seed: cohort.seed, stream: request.stream)
        return renderer.rendering(of: request.cell, stream: stream).truth.row
    }

    /// `age-30_diagnosis-melanoma_fst-II_sex-m_1.png`.
    private static func file(of request: CohortImage) -> String {
        let person = request.cell.canonicalText.replacing("=", with: "-").replacing(";", with: "_")
        return "\(person)_\(request.ordinal).png"
    }
}

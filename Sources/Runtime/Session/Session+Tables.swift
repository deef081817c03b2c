import Hashing
import Provenance
import Semantics

extension Session {
    /// The rows of a data set; read anew when one of its files has changed.
    func table(of dataset: DatasetDescription) async throws(RunError) -> DatasetTable {
        let stamps = dataset.tables.map { HostFile.stamp(of: path($0.path)) }
        if let table = tables[dataset.name], !stamps.contains(nil), table.stamps == stamps,
            table.dataset == dataset
        {
            return table
        }
        let paths = dataset.tables.map { path($0.path) }
        for place in paths where HostFile.isFile(place) && !HostFile.isRegular(place) {
            throw .files(.unreadable(path: place, reason: "it is no regular file"))
        }
        // The files are digested while they are read.
        let digest = Task.detached { Result { () throws(ProvenanceError) in try Self.digest(of: paths) } }
        let reader = DatasetReader(dataset, catalogue: catalogue) { path($0) }
        let rows = Result { () throws(CSVError) in try reader.rows() }
        let hash: SHA256
        do throws(ProvenanceError) {
            hash = try await digest.value.get()
        } catch {
            throw .files(error)
        }
        do throws(CSVError) {
            let table = DatasetTable(dataset: dataset, rows: try rows.get(), hash: hash, stamps: stamps)
            tables[dataset.name] = table
            return table
        } catch {
            throw .table(error)
        }
    }

    /// The digest of the digests of some files.
    private static func digest(of paths: [String]) throws(ProvenanceError) -> SHA256 {
        var digests: [String] = []
        for path in paths { digests.append(try HostFile.digest(of: path).description) }
        return SHA256(hashing: digests.joined(separator: "\n"))
    }
}

import Hashing
import Provenance
import Reporting
import Semantics

extension Session {
    /// The rows of a data set that have a photograph.
    func photographs(of dataset: DatasetDescription) async throws(RunError) -> Photographs {
        let rows = try await table(of: dataset).rows
        let folder: ImageFolder
        do {
            folder = try ImageFolder(path(dataset.images ?? ""))
        } catch {
            throw .files(error)
        }
        do {
            return try Photographs(dataset, rows: rows, in: folder)
        } catch {
            throw .photographs(error)
        }
    }

    /// Makes sure that all judgements of a data set's photographs exist; each is read and decoded once for all classifiers.
    func judge(
        _ dataset: DatasetDescription, by classifiers: [ClassifierDescription]
    ) async throws(RunError) -> PhotographJudgement {
        let photographs = try await photographs(of: dataset)
        let table = try await table(of: dataset)
        let state = state(of: photographs, dataset, table)
        let earlier = judgements[dataset.name].flatMap { $0.state == state ? $0 : nil }
        let missing = try judges(of: classifiers) { earlier?.judgements[$0] == nil }
        if let earlier, missing.isEmpty { return earlier }
        let pieces = try await pieces(of: photographs, dataset, by: missing)
        var judgement = try judgement(photographs, dataset, table, pieces, state)
        let judged = pieces.compactMap(\.judgements)
        for (place, judge) in missing.enumerated() {
            judgement.judgements[judge.identity] = judged.map { $0[place] }
        }
        for (identity, known) in earlier?.judgements ?? [:] { judgement.judgements[identity] = known }
        judgements[dataset.name] = judgement
        return judgement
    }

    /// Judges every photograph, on all workers: one is decoded while others are judged, and no more than one a worker is
    /// in memory.
    private func pieces(
        of photographs: Photographs, _ dataset: DatasetDescription, by judges: [any ImageJudge]
    ) async throws(RunError) -> [PhotographScorer.Piece] {
        let scorer = PhotographScorer(judges: judges, store: options.store)
        let folder = path(dataset.images ?? "")
        let (files, attributes) = (photographs.files, photographs.rows.attributes)
        var meter = ProgressMeter(name: "\(dataset.name): scoring", total: files.count, console: console)
        let pieces = try await pool.map(count: files.count) { (piece: PhotographScorer.Piece) in
            meter.finishedOne(fromStore: piece.isStored)
            warnOfStore(piece.keepFailure)
        } _: { (index: Int) throws(RunError) -> PhotographScorer.Piece in
            try scorer.piece("\(folder)/\(files[index])", named: files[index]) { name in
                attributes.first { $0.name == name }?.value(ofRow: index)
            }
        }
        console.endProgress()
        return pieces
    }

    /// The rows whose photograph could be judged, and what is to be said about the others.
    private func judgement(
        _ photographs: Photographs, _ dataset: DatasetDescription, _ table: DatasetTable,
        _ pieces: [PhotographScorer.Piece], _ state: SHA256
    ) throws(RunError) -> PhotographJudgement {
        let good = pieces.indices.filter { pieces[$0].judgements != nil }
        let damaged = pieces.indices.compactMap { index in
            pieces[index].damage.map { (file: photographs.files[index], reason: $0) }
        }
        if good.isEmpty, let first = damaged.first {
            throw .photographs(
                .allDamaged(folder: photographs.folder, first: first.file, reason: first.reason))
        }
        var remarks = photographs.remarks(isFiltered: !dataset.filters.isEmpty)
        if !damaged.isEmpty {
            let what =
                damaged.count == 1
                ? "1 photograph cannot be read and has"
                : "\(damaged.count) photographs cannot be read and have"
            remarks.append(
                ReportNote(
                    code: .damagedPhotographs,
                    text: "\(what) no part in this: \(Photographs.listed(damaged.map(\.reason)))"))
        }
        let digests = [table.hash] + good.compactMap { pieces[$0].digest }
        return PhotographJudgement(
            state: state, rows: photographs.rows.rows(good), judgements: [:],
            digest: SHA256(hashing: digests.map { "\($0)\n" }.joined()), remarks: remarks)
    }

    /// The digest of what tells whether files have changed: the tables' bytes, the photographs' names, sizes and times.
    private func state(
        of photographs: Photographs, _ dataset: DatasetDescription, _ table: DatasetTable
    ) -> SHA256 {
        let folder = path(dataset.images ?? "")
        let stamps = photographs.files.map { file in
            "\(file) \(HostFile.stamp(of: "\(folder)/\(file)") ?? "")\n"
        }
        return SHA256(hashing: "\(table.hash)\n" + stamps.joined())
    }
}

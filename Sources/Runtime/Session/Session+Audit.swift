import Hashing
import Images
import Provenance
import Semantics

extension Session {
    /// Makes sure that all scores of a cohort's images exist; each image is made or read once for all classifiers.
    func score(_ cohort: CohortDescription, by classifiers: [ClassifierDescription]) async throws(RunError) {
        let images = try images(of: cohort)
        let requests = CohortImage.all(of: cohort)
        let hash = images.hash(of: requests)
        let judges = try judges(of: classifiers) { scores[ScoreKey(images: hash, classifier: $0)] == nil }
        guard !judges.isEmpty else { return }
        let rows = try await each(requests, of: images, named: "\(cohort.name): sampling and scoring") {
            request, item throws(RunError) in
            try judges.map { judge throws(RunError) in
                let told = try judge.told { request.cell.value(of: $0) }
                return try judge.judgement(of: item.image, told: told)
            }
        }
        for (index, judge) in judges.enumerated() {
            scores[ScoreKey(images: hash, classifier: judge.identity)] = rows.map { $0[index] }
        }
    }

    /// The judges that classifiers are, those with an identity that `isWanted`, each once.
    func judges(
        of classifiers: [ClassifierDescription], where isWanted: (String) -> Bool
    ) throws(RunError) -> [any ImageJudge] {
        var judges: [any ImageJudge] = []
        for classifier in classifiers {
            let judge = try judge(of: classifier)
            let isNew = !judges.contains { $0.identity == judge.identity }
            if isNew && isWanted(judge.identity) { judges.append(judge) }
        }
        return judges
    }

    /// Does something with every image, on all workers; results stand in the order of `requests`.
    func each<Output: Sendable>(
        _ requests: [CohortImage], of images: ImageSource, named name: String,
        _ body: @escaping @Sendable (CohortImage, ImageSource.Item) throws(RunError) -> Output
    ) async throws(RunError) -> [Output] {
        var meter = ProgressMeter(name: name, total: requests.count, console: console)
        let results = try await pool.map(count: requests.count) { (piece: ImageResult<Output>) in
            meter.finishedOne(fromStore: piece.isStored)
            warnOfStore(piece.keepFailure)
        } _: { (index: Int) throws(RunError) -> ImageResult<Output> in
            let item = try images.item(requests[index])
            return ImageResult(
                output: try body(requests[index], item), isStored: item.isStored,
                keepFailure: item.keepFailure)
        }
        console.endProgress()
        return results.map(\.output)
    }
}

/// What came of one image.
private struct ImageResult<Output: Sendable>: Sendable {
    let output: Output
    let isStored: Bool
    let keepFailure: ProvenanceError?
}

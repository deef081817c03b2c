import Generation
import Images
import Provenance
import Reporting
import Semantics
import Tensors

extension Session {
    /// Makes all images of a cohort, and writes them with their list when option `save` names a folder.
    func sample(_ cohort: CohortDescription, _ options: ResolvedOptions) async throws(RunError) {
        cohorts[cohort.name] = cohort
        let images = try images(of: cohort)
        let requests = CohortImage.all(of: cohort)
        guard let folder = options.text("save") else {
            _ = try await each(requests, of: images, named: "\(cohort.name): sampling") { _, _ in true }
            return
        }
        let saved = SavedSample(
            cohort: cohort, folder: path(folder), generator: try generator(of: cohort.generator))
        let provenance = try provenance(
            generators: [try facts(of: cohort)], classifiers: [], seed: cohort.seed)
        _ = try await each(requests, of: images, named: "\(cohort.name): sampling") {
            request, item throws(RunError) in
            try saved.write(item.image, of: request, provenance: provenance)
            return true
        }
        try saved.writeLists(of: requests, provenance: provenance)
        console.notice("wrote \(requests.count) images and their list to `\(folder)`")
    }
}

/// What images or rows are judged: a cohort or a data set.
public enum Subject: Sendable, Hashable {
    /// A cohort, sampled when needed.
    case cohort(CohortDescription)
    /// Predictions that exist already.
    case dataset(DatasetDescription)

    /// Its name in the script.
    public var name: String {
        switch self {
        case .cohort(let cohort): cohort.name
        case .dataset(let dataset): dataset.name
        }
    }
}

/// Whose images or rows are judged: those of a cohort or of a data set. Boxed, so that handing it on copies no description.
public indirect enum Subject: Sendable, Hashable {
    /// A cohort, sampled when needed.
    case cohort(CohortDescription)
    /// Photographs or predictions that exist already.
    case dataset(DatasetDescription)

    /// The cohort, if it is one.
    public var cohort: CohortDescription? {
        if case .cohort(let cohort) = self { cohort } else { nil }
    }

    /// The data set, if it is one.
    public var dataset: DatasetDescription? {
        if case .dataset(let dataset) = self { dataset } else { nil }
    }

    /// Its name in the script.
    public var name: String {
        switch self {
        case .cohort(let cohort): cohort.name
        case .dataset(let dataset): dataset.name
        }
    }
}

/// A format of `export`.
public struct FormatDefinition: Sendable, Hashable {
    /// A kind of result.
    public enum Result: String, Sendable, Hashable {
        /// A report or a comparison.
        case report
        /// The predictions of an audit.
        case audit
        /// The cells of a cohort.
        case cohort

        /// One of it, in words.
        package var phrase: String {
            switch self {
            case .report: "a report"
            case .audit: "the predictions of an audit"
            case .cohort: "the cells of a cohort"
            }
        }
    }

    /// Its name behind `as`.
    public let name: String
    /// The file extensions that choose it, without the first dot; of two that fit a name the longer one counts.
    public let extensions: [String]
    /// The results that it can hold.
    public let takes: [Result]
}

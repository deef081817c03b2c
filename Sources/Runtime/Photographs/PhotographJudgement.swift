import Hashing
import Reporting

/// What classifiers made of the photographs of a data set.
struct PhotographJudgement: Sendable {
    /// What the photographs and tables were when they were judged.
    let state: SHA256
    /// The rows whose photograph could be judged.
    let rows: DatasetRows
    /// The judgements of these rows by the identity of a classifier.
    var judgements: [String: [Judgement]]
    /// The digest of the tables and of all photographs that were judged.
    let digest: SHA256
    /// What is to be said about rows without a photograph that could be judged.
    let remarks: [ReportNote]
}

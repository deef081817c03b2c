import Hashing
import Semantics

/// The rows of a data set and the digest of the files they came from.
struct DatasetTable: Sendable {
    let dataset: DatasetDescription
    let rows: DatasetRows
    let hash: SHA256
    /// The sizes and times of these files when they were read.
    let stamps: [String?]
}

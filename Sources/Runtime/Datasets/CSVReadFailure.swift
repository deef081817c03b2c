/// The system's reason for which a file could not be read further.
struct CSVReadFailure: Error {
    let reason: String
}

/// A finding as an editor shows it.
struct PublishedDiagnostic: Encodable {
    /// Another place that matters.
    struct Related: Encodable {
        /// The place.
        let location: Location
        /// The words about it.
        let message: String
    }

    /// The text meant.
    let range: TextRange
    /// 1 for an error, 2 for a warning, 3 for a note.
    let severity: Int
    /// The stable code, such as `E0302`.
    let code: String
    /// Who says it.
    let source = "dermaudit"
    /// What was found, with notes and ways out, a line each.
    let message: String
    /// Other places that matter.
    let relatedInformation: [Related]
}

import Diagnostics
import Syntax

/// What a statement may depend on besides the names in it: the same statement among the same surroundings, with the same
/// names, means the same.
struct CheckSurroundings: Sendable, Equatable {
    /// The names that statements without a subject mean.
    var lastCohort, lastAudit, lastReport, lastDataset: String?
    /// The settings.
    var settings: Settings
    /// The attributes that the script has declared.
    var attributes: [AttributeDefinition]
    /// The edition.
    var edition: Int?

    /// The surroundings of the next statement.
    init(_ environment: CheckEnvironment) {
        lastCohort = environment.lastCohort
        lastAudit = environment.lastAudit
        lastReport = environment.lastReport
        lastDataset = environment.lastDataset
        settings = environment.settings
        attributes = environment.attributes
        edition = environment.edition
    }

    /// The names of the implicit subjects.
    var subjects: [String] { [lastCohort, lastAudit, lastReport, lastDataset].compactMap { $0 } }

    /// Makes them those of the next statement.
    func restore(_ environment: inout CheckEnvironment) {
        environment.lastCohort = lastCohort
        environment.lastAudit = lastAudit
        environment.lastReport = lastReport
        environment.lastDataset = lastDataset
        environment.settings = settings
        environment.attributes = attributes
        environment.edition = edition
    }
}

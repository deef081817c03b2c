import Diagnostics
import Syntax

/// What a statement may depend on besides the names in it: the same statement among the same surroundings, with the same
/// names, means the same. It is mostly one object that many chunks share, so that two are compared in no time.
final class CheckSurroundings: Sendable, Equatable {
    /// The names that statements without a subject mean.
    let lastCohort, lastAudit, lastReport, lastDataset: String?
    /// The settings.
    let settings: Settings
    /// The attributes that the script has declared.
    let attributes: [AttributeDefinition]
    /// The edition.
    let edition: Int?
    /// The words of the names of the implicit subjects.
    let subjects: WordSet

    /// The surroundings of the next statement.
    init(_ environment: CheckEnvironment) {
        lastCohort = environment.lastCohort
        lastAudit = environment.lastAudit
        lastReport = environment.lastReport
        lastDataset = environment.lastDataset
        settings = environment.settings
        attributes = environment.attributes
        edition = environment.edition
        subjects = WordSet([lastCohort, lastAudit, lastReport, lastDataset].compactMap { $0 })
    }

    /// The surroundings of the next statement: these, if they are the same.
    func orThose(of environment: CheckEnvironment) -> CheckSurroundings {
        let others = CheckSurroundings(environment)
        return self == others ? self : others
    }

    static func == (left: CheckSurroundings, right: CheckSurroundings) -> Bool {
        left === right
            || left.lastCohort == right.lastCohort && left.lastAudit == right.lastAudit
                && left.lastReport == right.lastReport && left.lastDataset == right.lastDataset
                && left.settings == right.settings && left.attributes == right.attributes
                && left.edition == right.edition
    }

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

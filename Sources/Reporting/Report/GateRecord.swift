/// How a condition of a script on its results came out.
package struct GateRecord: Sendable, Hashable {
    /// The condition as the script writes it: `dp by age of gate.candidate <= 0.05`.
    package var statement: String
    /// How it came out.
    package var verdict: Verdict
    /// What it does to the run.
    package var kind: Kind
    /// The reason that the script gives, where it gives one.
    package var because: String?
    /// The condition with the value of each of its parts, as a terminal shows it; lines parted by line feeds.
    package var explanation: String
    /// The script's path, as it was given.
    package var file: String
    /// The line of the condition, from 1.
    package var line: Int

    /// The outcomes of a condition: a number that is not known well enough decides nothing.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The condition holds.
        case pass
        /// The condition does not hold.
        case fail
        /// The estimate and the bound stand on different sides of the threshold.
        case inconclusive
        /// A number of the condition has no value.
        case undefined
    }

    /// What a condition does to a run.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It fails the run unless it holds.
        case require
        /// It only warns.
        case expect
    }

    /// The record of one condition.
    package init(
        statement: String, verdict: Verdict, kind: Kind, because: String? = nil, explanation: String = "",
        file: String, line: Int
    ) {
        self.statement = statement
        self.verdict = verdict
        self.kind = kind
        self.because = because
        self.explanation = explanation
        self.file = file
        self.line = line
    }
}

import Diagnostics
import Syntax

/// How a script of one edition becomes one of the next that means the same.
package struct Migration: Sendable {
    /// The edition that it leads to.
    package let edition: Int
    /// What changes, in a few words.
    package let summary: String
    /// The changes of a script of the edition before; the line of the edition is not among them.
    package let rewrite: @Sendable (Script) -> [Edit]

    /// Leads to an edition.
    package init(to edition: Int, _ summary: String, rewrite: @escaping @Sendable (Script) -> [Edit]) {
        self.edition = edition
        self.summary = summary
        self.rewrite = rewrite
    }
}

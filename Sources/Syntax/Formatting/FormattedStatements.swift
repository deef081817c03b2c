/// Statements in their one form, by how they are written: what an editor formats again and again is mostly as it was.
package struct FormattedStatements: Sendable {
    /// The statements of the script that was formatted last.
    private var earlier: [String: [UInt8]] = [:]
    /// Those met since.
    private var current: [String: [UInt8]] = [:]

    /// Knows none.
    package init() {}

    /// The form of a statement that was met before.
    mutating func form(of text: String) -> [UInt8]? {
        if let known = current[text] { return known }
        guard let known = earlier[text] else { return nil }
        current[text] = known
        return known
    }

    /// Takes note of a statement's form.
    mutating func note(_ form: [UInt8], of text: String) {
        current[text] = form
    }

    /// Forgets what the script that was formatted has no longer.
    mutating func endScript() {
        (earlier, current) = (current, [:])
    }
}

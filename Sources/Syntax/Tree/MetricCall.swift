import Diagnostics

/// A metric as it is asked for: `dp`, `max(accuracy)`.
package struct MetricCall: Sendable, Hashable {
    /// Its name.
    package let path: NamePath
    /// Its arguments; nil without parentheses.
    package let arguments: [Argument]?
    /// Where it stands, with its arguments.
    package let span: SourceSpan

    /// Asks for a metric.
    package init(path: NamePath, arguments: [Argument]?, span: SourceSpan) {
        self.path = path
        self.arguments = arguments
        self.span = span
    }
}

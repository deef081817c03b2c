/// What a metric says to a person who is not a statistician: the text of `explain` and of docs/metrics.md.
package struct MetricExplanation: Sendable, Hashable {
    /// The question that the metric answers.
    package let asks: String
    /// When its answer is taken for more, or for something else, than it is.
    package let misleads: String
    /// How it is computed, in the letters of the confusion table.
    package let formula: String
    /// When there is no value; empty where there always is one.
    package let undefined: String
    /// Where it comes from.
    package let source: String

    init(asks: String, misleads: String, formula: String, undefined: String = "", source: String) {
        self.asks = asks
        self.misleads = misleads
        self.formula = formula
        self.undefined = undefined
        self.source = source
    }
}

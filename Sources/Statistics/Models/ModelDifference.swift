/// One number of two classifiers, and how far they differ in it.
package struct ModelDifference: Sendable, Hashable {
    /// The first classifier's number.
    package let first: Quantity
    /// The second's.
    package let second: Quantity
    /// The first minus the second.
    package let difference: Quantity
    /// The interval of the difference.
    package let interval: IntervalOutcome
    /// The test of no difference; nil where it is undefined.
    package let test: TestResult?
    /// The name of the test in reports, such as `McNemar exact, same images`.
    package let testMethod: String
    /// Whether the same images were judged by both.
    package let isPaired: Bool
}

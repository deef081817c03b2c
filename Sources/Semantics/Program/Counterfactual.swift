/// What an audit takes a classifier to be told of every person, whatever is recorded: `vary sex` judges each image once
/// as of every value.
public struct Counterfactual: Sendable, Hashable, CustomStringConvertible {
    /// The classifier that is told what is recorded.
    public let classifier: String
    /// The attribute.
    public let attribute: String
    /// Its value.
    public let value: AttributeValue

    /// `sex f`
    public var description: String { "\(attribute) \(value.text)" }
}

/// `generator g = source with options`; also `classifier` and `dataset`.
package struct Declaration: Sendable, Hashable {
    /// What is declared.
    package enum Kind: String, Sendable, Hashable {
        /// A source of images.
        case generator
        /// A classifier.
        case classifier
        /// A data set.
        case dataset
    }

    /// What is declared.
    package let kind: Kind
    /// Its name.
    package let name: Name
    /// Where it comes from.
    package let source: DeclarationSource
    /// Its options.
    package let options: [OptionSyntax]
}

/// One way to complete the word under the cursor.
package struct LineCompletion: Sendable, Equatable {
    /// What replaces the word.
    package let replacement: String

    /// Offers `replacement`.
    package init(_ replacement: String) {
        self.replacement = replacement
    }
}

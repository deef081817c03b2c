/// A line that wants completing.
package struct CompletionRequest: Sendable, Equatable {
    /// The line up to the cursor.
    package let text: String
    /// The byte of `text` at which the word under the cursor starts.
    package let wordStart: Int
}

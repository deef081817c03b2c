/// One field of a table and where it starts.
package struct CSVField: Sendable, Equatable {
    /// The text, without the quotes around it.
    package let text: String
    /// The line of the file, from 1.
    package let line: Int
    /// The byte in that line, from 1.
    package let column: Int
}

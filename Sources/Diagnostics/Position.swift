/// A place in a source as a person counts it.
package struct Position: Sendable, Hashable {
    /// The line, from 1.
    package let line: Int
    /// The column in Unicode scalars, from 1.
    package let column: Int
}

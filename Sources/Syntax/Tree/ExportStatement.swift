/// `export it.report to "table.csv" as csv`.
package struct ExportStatement: Sendable, Hashable {
    /// What is written.
    package let items: [NamePath]
    /// The file.
    package let path: StringLiteral
    /// The format, if named.
    package let format: Name?
}

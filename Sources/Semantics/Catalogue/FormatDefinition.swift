/// A format of `export`.
public struct FormatDefinition: Sendable, Hashable {
    /// Its name behind `as`.
    public let name: String
    /// The file extensions that choose it, without the dot.
    public let extensions: [String]
}

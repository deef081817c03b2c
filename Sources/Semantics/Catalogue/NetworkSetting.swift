/// The values of an option that a script need not write, and who says them.
public struct NetworkSetting: Sendable, Hashable {
    /// The option's name.
    public let option: String
    /// Its values, as a script would write them.
    public let values: [Value]
    /// Who says it: the name of a file beside the weights, of a published model, or nil for this program's default.
    public let origin: String?

    /// Says an option.
    public init(_ option: String, _ values: [Value], from origin: String? = nil) {
        self.option = option
        self.values = values
        self.origin = origin
    }

    /// Says the extents of the input, by one number where it is a square.
    public init(width: Int, height: Int, from origin: String? = nil) {
        self.init(
            "input", width == height ? [.integer(width)] : [.integer(width), .integer(height)], from: origin)
    }
}

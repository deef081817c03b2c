/// The settings of a run, by `set NAME VALUE`.
public struct Settings: Sendable, Hashable {
    /// The root seed of all random streams.
    public var seed: UInt64 = 1
    /// The engine: `auto`, `openblas` or `onednn`.
    public var engine = "auto"
    /// Worker threads; 0 for one a processor.
    public var threads = 0
    /// The longest time the plan may need, in seconds.
    public var budget: Double?
    /// The most memory the run may use, in bytes.
    public var memory: Int?
    /// From which estimated time, in seconds, the REPL asks before it starts.
    public var ask: Double = 60

    /// The catalogue's defaults.
    public init() {}
}

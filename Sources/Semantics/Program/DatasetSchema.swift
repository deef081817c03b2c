import Diagnostics

/// The columns and quirks of tables that many scripts read: `dataset ham10000 = schema with labels dx, id image_id`.
public struct DatasetSchema: Sendable, Hashable {
    /// Its name in the script.
    public let name: String
    /// The options of the data sets that follow it; what these write themselves goes before.
    public let options: ResolvedOptions
}

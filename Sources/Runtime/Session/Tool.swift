/// The name and version that outputs carry.
package enum Tool {
    /// The version, by semantic versioning.
    package static let version = "0.1.0"
    /// Name and version.
    package static let name = "dermaudit \(version)"
}

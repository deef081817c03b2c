/// A name in a group, and what it stands for.
struct HDF5Link: Sendable {
    /// What a name stands for.
    enum Target: Sendable {
        /// The object whose header is at this address.
        case object(Int)
        /// A path, in this file or another one: never followed.
        case path(String)
    }

    let name: String
    let target: Target
}

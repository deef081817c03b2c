import Diagnostics

/// What a chunk leaves behind for those below it, besides its surroundings.
struct CheckEffects: Sendable {
    /// The names that it binds.
    var entries: [(name: String, entry: CheckEnvironment.Entry)] = []
    /// What results come from that it makes.
    var made: [(name: String, entry: CheckEnvironment.Entry)] = []
    /// The names that are broken behind it and were not before.
    var broke: Set<String> = []
    /// The names that were broken before it and are not behind.
    var mended: Set<String> = []
    /// How many results without a name it makes.
    var resultCount = 0
    /// How many statements, passes and calls it becomes.
    var writtenOut = 0

    /// The names that it binds, those of results included.
    var names: [String] { entries.map(\.name) + made.map(\.name) }

    /// The names of results that passes and calls tell apart, without the numbers that tell equal ones apart.
    var passNames: Set<String> {
        Set(
            made.map(\.name).filter { $0.contains("(") }.map { name in
                name.split(separator: " #").first.map(String.init) ?? name
            })
    }
}

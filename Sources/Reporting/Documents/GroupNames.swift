/// Keys of groups as people read them.
struct GroupNames {
    /// The keys, levels joined by `|`.
    let keys: [String]

    /// The groups, the levels of a crossing apart by a blank; those beyond `limit` are only counted.
    func listed(atMost limit: Int) -> String {
        let shown = keys.prefix(limit).map { $0.replacing("|", with: " ") }.joined(separator: ", ")
        return shown + (keys.count > limit ? " and \(keys.count - limit) more" : "")
    }
}

/// The folders of the user in which Dermaudit keeps files, by the XDG base directory specification 0.8.
package enum StandardFolder {
    /// The image store: `$DERMAUDIT_STORE`, or the user's cache folder.
    ///
    /// - Returns: nil when neither the variable nor a home folder is set.
    package static func store(environment: [String: String]) -> String? {
        if let chosen = environment["DERMAUDIT_STORE"], !chosen.isEmpty { return chosen }
        return folder(variable: "XDG_CACHE_HOME", under: ".cache", environment: environment)
    }

    /// State that survives restarts, such as the history of typed lines.
    package static func state(environment: [String: String]) -> String? {
        folder(variable: "XDG_STATE_HOME", under: ".local/state", environment: environment)
    }

    /// The specification has relative paths ignored.
    private static func folder(
        variable: String, under home: String, environment: [String: String]
    ) -> String? {
        if let base = environment[variable], base.hasPrefix("/") { return base + "/dermaudit" }
        guard let user = environment["HOME"], !user.isEmpty else { return nil }
        return "\(user)/\(home)/dermaudit"
    }
}

/// What a tensor may be called, whatever the file's format.
enum TensorName {
    /// Longest name accepted, in bytes.
    static let longest = 1024

    /// What `isAllowed` allows, for messages.
    static let rule = "letters, digits, `.`, `_`, `-`, `:` and single `/`, at most \(longest) bytes"

    /// Letters, digits, `.`, `_`, `-`, `:` and single `/` between them; no path that climbs or is absolute.
    static func isAllowed(_ name: String) -> Bool {
        guard name.utf8.count <= longest else { return false }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part != "." && part != ".."
                && part.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic || "0123456789._-:".unicodeScalars.contains($0)
                }
        }
    }

    /// The name in a form that a message can hold.
    static func shown(_ name: String) -> String {
        let harmless = name.prefix(80).unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }
        return "`" + String(String.UnicodeScalarView(harmless)) + "`"
    }
}

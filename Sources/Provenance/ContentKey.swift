import Hashing

/// The address of a stored item: the digest of everything that determines its bytes.
package struct ContentKey: Sendable, Hashable, CustomStringConvertible {
    /// The digest of the canonical form of the fields.
    package let digest: SHA256

    /// Digests `fields`, whatever their order: each as `name=bytes:value` on a line, sorted by name.
    ///
    /// The length stands before each value, so that no choice of values can imitate another set of fields.
    package init(_ fields: [String: String]) {
        let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.utf8.count):\($0.value)\n" }
        digest = SHA256(hashing: lines.joined())
    }

    /// Lower-case hexadecimal, 64 characters.
    package var description: String { digest.description }
}

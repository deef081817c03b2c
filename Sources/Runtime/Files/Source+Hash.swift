import Diagnostics
import Hashing

extension Source {
    /// The digest of the script's bytes, as outputs state it.
    package var hash: SHA256 { SHA256(hashing: bytes) }
}

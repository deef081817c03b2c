import CCrypto

/// A SHA-256 digest, computed by libcrypto.
public struct SHA256: Sendable, Hashable, CustomStringConvertible {
    /// The 32 bytes of the digest.
    public let bytes: [UInt8]

    /// Digests `data` in one pass.
    public init(hashing data: some Sequence<UInt8>) {
        var hasher = Hasher()
        let contiguous = ContiguousArray(data)
        contiguous.withUnsafeBytes { hasher.update($0) }
        self = hasher.finalize()
    }

    /// Digests the UTF-8 form of `text`.
    public init(hashing text: String) {
        self.init(hashing: text.utf8)
    }

    fileprivate init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Lower-case hexadecimal, 64 characters.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The first eight bytes as a big-endian number: the stream number of an image (language.md, section 6).
    public var prefix64: UInt64 {
        bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Digests data that arrives in pieces.
    public struct Hasher: ~Copyable {
        private let context: OpaquePointer?

        /// Starts with no data.
        public init() {
            context = EVP_MD_CTX_new()
            precondition(context != nil, "libcrypto could not make a digest context")
            precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto has no SHA-256")
        }

        deinit {
            EVP_MD_CTX_free(context)
        }

        /// Adds `bytes`.
        public mutating func update(_ bytes: UnsafeRawBufferPointer) {
            // Safety: libcrypto reads exactly `count` bytes and keeps no pointer.
            precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1, "digest failed")
        }

        /// The digest of everything added so far; call it once.
        public mutating func finalize() -> SHA256 {
            var digest = [UInt8](repeating: 0, count: 32)
            var length: UInt32 = 0
            // Safety: SHA-256 writes 32 bytes.
            precondition(EVP_DigestFinal_ex(context, &digest, &length) == 1 && length == 32, "digest failed")
            return SHA256(bytes: digest)
        }
    }
}

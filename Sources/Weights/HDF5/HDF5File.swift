/// The part of HDF5 that Keras and h5py write by default, read-only (HDF5 File Format Specification, version 3).
///
/// Superblocks 0 to 3; groups of symbol tables and of links in the header; object headers 1 and 2; contiguous,
/// compact and chunked data sets with the filters deflate, shuffle and Fletcher. Links to other places are never
/// followed. What is not read is refused with the reason.
struct HDF5File: Sendable {
    static let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]
    /// An address that stands for none.
    static let nowhere = UInt64.max

    let region: ByteRegion
    private let rootAddress: Int

    /// Reads the superblock.
    init(_ region: ByteRegion) throws(WeightsError) {
        self.region = region
        guard region.bytes.starts(with: Self.signature) else {
            throw region.malformed("signature", at: 0, expected: "HDF5's", found: "other bytes")
        }
        let version = try region.number(UInt8.self, at: 8, "superblock")
        guard version <= 3 else {
            throw region.malformed("superblock", at: 8, expected: "version 0 to 3", found: "\(version)")
        }
        let isOld = version <= 1
        let sizes = isOld ? 13 : 9
        guard try region.number(UInt16.self, at: sizes, "superblock") == 0x0808 else {
            throw region.malformed(
                "superblock", at: sizes, expected: "addresses and lengths of 8 bytes", found: "others")
        }
        let base = version == 0 ? 24 : version == 1 ? 28 : 12
        guard try region.natural(8, at: base, "superblock") == 0 else {
            throw region.malformed("superblock", at: base, expected: "addresses from 0", found: "others")
        }
        let end = try region.natural(8, at: base + 16, "superblock")
        guard end <= region.count else {
            throw region.malformed(
                "superblock", at: base + 16, expected: "a file of \(end) bytes",
                found: "\(region.count): it may be cut off")
        }
        rootAddress = try region.natural(8, at: isOld ? base + 40 : 36, "superblock")
    }

    /// The root group.
    func root() throws(WeightsError) -> HDF5Object { try object(at: rootAddress, name: "/") }

    /// The object whose header stands at `address`.
    func object(at address: Int, name: String) throws(WeightsError) -> HDF5Object {
        try HDF5Object(self, at: address, name: name)
    }

    /// An address at `offset`; nil where there is none.
    func address(at offset: Int, _ what: String) throws(WeightsError) -> Int? {
        let value = try region.number(UInt64.self, at: offset, what)
        guard value != Self.nowhere else { return nil }
        guard value < UInt64(region.count) else {
            throw region.malformed(
                what, at: offset, expected: "an address below \(region.count)", found: "\(value)")
        }
        return Int(value)
    }

    /// Requires the four letters of `signature` at `offset`.
    func expect(_ signature: String, at offset: Int, _ what: String) throws(WeightsError) {
        guard try region.bytes(offset, 4, what).elementsEqual(signature.utf8) else {
            throw region.malformed(what, at: offset, expected: "`\(signature)`", found: "other bytes")
        }
    }

    /// The error of something that is sound HDF5 but not read.
    func unread(_ name: String, _ what: String) -> WeightsError {
        .unsuitable(
            path: region.file.path, expected: "an HDF5 file as Keras writes it",
            found: "\(what) in \(TensorName.shown(name)); save it again with the defaults of Keras or h5py")
    }
}

/// A tensor of a weight file: what it is, and where its elements are.
struct StoredTensor: Sendable {
    /// Where the elements are.
    enum Place: Sendable {
        /// In a part of the file, as they are or laid out otherwise.
        case mapped(Range<Int>)
        /// In a deflated member of a zip archive, after `skipping` bytes of it.
        case deflated(ZipEntry, skipping: Int)
        /// In chunks of an HDF5 file.
        case chunked(HDF5Chunks)
    }

    let type: ElementType
    let place: Place
    /// How the elements lie at their place.
    let layout: ElementLayout

    /// Dimensions, outermost first; empty for a scalar.
    var shape: [Int] { layout.shape }

    /// The bytes of all elements.
    var byteCount: Int { layout.count * type.size }

    /// The part of the file that holds the elements as they are, where one does.
    var plainRange: Range<Int>? {
        guard case .mapped(let range) = place, layout.isPlain else { return nil }
        let start = range.lowerBound + layout.offset * layout.size
        return start..<start + byteCount
    }

    /// The elements, row-major and little-endian.
    func bytes(in file: MappedFile) throws(WeightsError) -> [UInt8] {
        if let range = plainRange { return Array(file.bytes[range]) }
        switch place {
        case .mapped(let range):
            return layout.gathered(from: UnsafeRawBufferPointer(rebasing: file.bytes[range]))
        case .deflated(let entry, let skipping):
            let inflated = try entry.inflated(in: file)
            return inflated.withUnsafeBytes {
                layout.gathered(from: UnsafeRawBufferPointer(rebasing: $0[skipping...]))
            }
        case .chunked(let chunks):
            let run = try chunks.assembled(in: file, elementSize: type.size, shape: shape)
            return layout.isPlain ? run : run.withUnsafeBytes { layout.gathered(from: $0) }
        }
    }
}

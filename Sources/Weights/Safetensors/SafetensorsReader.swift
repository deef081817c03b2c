/// Reads safetensors files: a header that says where each tensor is, and the tensors.
enum SafetensorsReader {
    /// Checks the header of the file in `region`; no weight is read.
    static func read(_ region: ByteRegion) throws(WeightsError) -> WeightContents {
        let size = region.count
        guard size >= 8 else {
            throw region.malformed(
                "start of file", expected: "8 bytes of header length", found: "\(size) bytes")
        }
        let length = try region.number(UInt64.self, at: 0, "header length")
        guard length >= 2, length <= UInt64(SafetensorsHeader.longest), length <= UInt64(size - 8) else {
            let most = min(SafetensorsHeader.longest, size - 8)
            throw region.malformed("header length", expected: "2 to \(most)", found: "\(length)")
        }
        let start = 8 + Int(length)
        let json = Array(region.bytes[8..<start])
        let header = try SafetensorsHeader(json, dataLength: size - start, path: region.file.path)
        let origin = region.range.lowerBound + start
        let tensors = header.entries.mapValues { entry in
            StoredTensor(
                type: entry.type,
                place: .mapped(origin + entry.range.lowerBound..<origin + entry.range.upperBound),
                layout: ElementLayout(size: entry.type.size, shape: entry.shape))
        }
        return WeightContents(format: .safetensors, tensors: tensors, metadata: header.metadata)
    }
}

/// Puts the tensors of a pickle where their storages are.
enum TorchContents {
    /// - Parameters:
    ///   - range: where the bytes of a storage are in the file; throws when there is none.
    static func make(
        _ harvest: TorchHarvest, format: WeightFormat, path: String, isBigEndian: Bool,
        range: (TorchStorage) throws(WeightsError) -> Range<Int>
    ) throws(WeightsError) -> WeightContents {
        var tensors: [String: StoredTensor] = [:]
        for (name, tensor) in harvest.tensors {
            guard let type = tensor.type else { continue }
            let bytes = try range(tensor.storage)
            let unit = tensor.storage.type == .untyped ? 1 : type.size
            let (needed, overflow) = tensor.storage.count.multipliedReportingOverflow(by: unit)
            guard !overflow, needed <= bytes.count else {
                throw .malformed(
                    path: path, place: "storage \(TensorName.shown(tensor.storage.key)) of tensor `\(name)`",
                    expected: "\(tensor.storage.count) elements of \(unit) bytes",
                    found: "\(bytes.count) bytes")
            }
            let shape = tensor.layout
            let layout = ElementLayout(
                size: type.size, shape: shape.shape, strides: shape.strides, offset: shape.offset,
                isBigEndian: isBigEndian)
            tensors[name] = StoredTensor(type: type, place: .mapped(bytes), layout: layout)
        }
        var contents = WeightContents(format: format, tensors: tensors)
        if !harvest.unread.isEmpty {
            contents.notes.append(
                "\(harvest.unread.count) tensors of complex, quantised or 8-bit numbers are left out")
        }
        return contents
    }
}

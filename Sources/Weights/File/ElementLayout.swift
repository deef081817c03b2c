/// How the elements of a tensor lie in a run of bytes.
struct ElementLayout: Sendable, Equatable {
    /// Bytes of an element.
    let size: Int
    /// Extents, outermost first.
    let shape: [Int]
    /// Elements from one index to the next, for each axis; none negative.
    let strides: [Int]
    /// Elements before the first.
    let offset: Int
    /// Whether each element's highest byte comes first.
    let isBigEndian: Bool

    /// Row-major elements from the start of the run.
    init(size: Int, shape: [Int], isBigEndian: Bool = false) {
        self.init(
            size: size, shape: shape, strides: ElementCount.rowMajorStrides(shape), isBigEndian: isBigEndian)
    }

    /// Elements `offset`, and `strides` apart.
    init(size: Int, shape: [Int], strides: [Int], offset: Int = 0, isBigEndian: Bool = false) {
        self.size = size
        self.shape = shape
        self.strides = strides
        self.offset = offset
        self.isBigEndian = isBigEndian
    }

    /// Column-major elements, as Fortran keeps them.
    static func columnMajor(size: Int, shape: [Int], isBigEndian: Bool) -> ElementLayout {
        let strides = Array(ElementCount.rowMajorStrides(shape.reversed()).reversed())
        return ElementLayout(size: size, shape: shape, strides: strides, isBigEndian: isBigEndian)
    }

    /// The number of elements; `shape` was checked when the tensor was found.
    var count: Int { shape.reduce(1, *) }

    /// Whether the elements are one run of little-endian, row-major ones.
    var isPlain: Bool {
        guard !isBigEndian || size == 1 else { return false }
        if count == 0 { return true }
        let expected = ElementCount.rowMajorStrides(shape)
        return shape.indices.allSatisfy { shape[$0] == 1 || strides[$0] == expected[$0] }
    }

    /// The elements that a run must hold at the least; nil when that number overflows.
    var extent: Int? {
        guard !shape.contains(0) else { return offset }
        var last = offset
        for (length, stride) in zip(shape, strides) {
            let (distance, overflow) = (length - 1).multipliedReportingOverflow(by: stride)
            let (sum, carry) = last.addingReportingOverflow(distance)
            guard !overflow, !carry else { return nil }
            last = sum
        }
        let (end, carry) = last.addingReportingOverflow(1)
        return carry ? nil : end
    }

    /// The elements row-major and little-endian; `run` must hold `extent` elements.
    func gathered(from run: UnsafeRawBufferPointer) -> [UInt8] {
        let count = count
        precondition(run.count / size >= (extent ?? .max), "a run of \(extent ?? -1) elements")
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count * size) { target, initialized in
            // Safety: source elements lie below `extent` by the check above; element i of `count` is written once.
            let result = UnsafeMutableRawBufferPointer(target)
            var index = [Int](repeating: 0, count: shape.count)
            var source = offset
            for element in 0..<count {
                copy(run, source * size, to: result, element * size)
                source = next(&index, from: source)
            }
            initialized = count * size
        }
    }

    private func copy(
        _ run: UnsafeRawBufferPointer, _ from: Int, to result: UnsafeMutableRawBufferPointer, _ at: Int
    ) {
        for byte in 0..<size {
            result[at + byte] = run[from + (isBigEndian ? size - 1 - byte : byte)]
        }
    }

    /// Moves to the next index in row-major order; returns where its element is.
    private func next(_ index: inout [Int], from source: Int) -> Int {
        var source = source
        for axis in shape.indices.reversed() {
            index[axis] += 1
            source += strides[axis]
            if index[axis] < shape[axis] { break }
            source -= strides[axis] * shape[axis]
            index[axis] = 0
        }
        return source
    }
}

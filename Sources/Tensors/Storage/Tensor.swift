/// A float32 array of any rank: a value whose memory is shared until it is written.
///
/// Feature maps are channels-last, `[height, width, channels]`; tokens are `[rows, features]`; both row-major and
/// contiguous. Memory comes from a pool and returns to it with the last reference.
package struct Tensor: Sendable {
    /// The extent of each axis; the last varies fastest. Empty for a single number.
    package private(set) var shape: [Int]
    /// The number of elements.
    package let count: Int
    private var buffer: Buffer
    private let offset: Int

    private init(shape: [Int], buffer: Buffer, offset: Int) {
        self.shape = shape
        self.buffer = buffer
        self.offset = offset
        count = shape.reduce(1, *)
        precondition(shape.allSatisfy { $0 >= 0 }, "extents must not be negative, found \(shape)")
        precondition(
            offset + count <= buffer.count, "\(shape) at \(offset) needs more than \(buffer.count) elements")
    }

    /// A tensor whose elements are not set: the caller writes all of them.
    init(uninitialized shape: [Int]) {
        self.init(shape: shape, buffer: Buffer(count: shape.reduce(1, *)), offset: 0)
    }

    /// A tensor of zeros.
    package init(zeros shape: [Int]) {
        self.init(repeating: 0, shape: shape)
    }

    /// A tensor with the same value everywhere.
    package init(repeating value: Float, shape: [Int]) {
        self.init(uninitialized: shape)
        // Safety: the buffer is new and has `count` elements.
        buffer.memory.update(repeating: value, count: count)
    }

    /// A tensor of these values, in row-major order.
    package init(shape: [Int], values: [Float]) {
        self.init(uninitialized: shape)
        precondition(values.count == count, "\(shape) needs \(count) values, found \(values.count)")
        // Safety: the buffer is new and has `count` elements, as `values` has.
        values.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { buffer.memory.update(from: base, count: count) }
        }
    }

    /// A tensor of elements that belong to `owner`, such as a mapped file, without a copy.
    ///
    /// - Parameter elements: valid and unchanged as long as `owner` lives, one for each element of `shape`.
    package init(
        shape: [Int], borrowing elements: UnsafeBufferPointer<Float>, owner: any AnyObject & Sendable
    ) {
        self.init(shape: shape, buffer: Buffer(borrowing: elements, owner: owner), offset: 0)
        precondition(elements.count == count, "\(shape) needs \(count) elements, found \(elements.count)")
    }

    /// A copy of the elements, in row-major order.
    package var values: [Float] { withUnsafeBuffer { Array($0) } }

    /// The extent of the last axis: channels of a map, features of a token.
    package var lastExtent: Int { shape.last ?? 1 }

    /// The number of rows of `lastExtent` elements.
    package var rowCount: Int { lastExtent == 0 ? 0 : count / lastExtent }

    /// The same elements with other extents, without a copy.
    package func reshaped(_ shape: [Int]) -> Tensor {
        precondition(shape.reduce(1, *) == count, "\(self.shape) cannot become \(shape)")
        return Tensor(shape: shape, buffer: buffer, offset: offset)
    }

    /// The part of the first axis in `range`, without a copy.
    package func rows(_ range: Range<Int>) -> Tensor {
        let extent = shape.first ?? 0
        precondition(range.lowerBound >= 0 && range.upperBound <= extent, "rows \(range) of \(extent)")
        let stride = extent == 0 ? 0 : count / extent
        return Tensor(
            shape: [range.count] + shape.dropFirst(), buffer: buffer,
            offset: offset + range.lowerBound * stride)
    }

    /// Reads the elements; the pointer is valid only within `body`.
    package func withUnsafeBuffer<Result>(_ body: (UnsafeBufferPointer<Float>) throws -> Result) rethrows
        -> Result
    {
        // Safety: `init` checked that offset + count is inside the buffer, which lives until `body` returns.
        try withExtendedLifetime(buffer) {
            try body(UnsafeBufferPointer(start: buffer.memory + offset, count: count))
        }
    }

    /// Writes the elements, which are copied first if another tensor shares them or a file owns them; the pointer is
    /// valid only within `body`.
    package mutating func withUnsafeMutableBuffer<Result>(
        _ body: (UnsafeMutableBufferPointer<Float>) throws -> Result
    ) rethrows -> Result {
        if buffer.isBorrowed || !isKnownUniquelyReferenced(&buffer) { self = copy() }
        // Safety: `init` checked that offset + count is inside the buffer, which no other tensor refers to.
        return try withExtendedLifetime(buffer) {
            try body(UnsafeMutableBufferPointer(start: buffer.memory + offset, count: count))
        }
    }

    /// The same elements in memory of their own.
    private func copy() -> Tensor {
        let result = Tensor(uninitialized: shape)
        // Safety: both buffers have `count` elements from their offsets on, and the new one is separate.
        result.buffer.memory.update(from: buffer.memory + offset, count: count)
        return result
    }
}

import Testing

@testable import Tensors

@Suite struct TensorTests {
    /// Owns numbers as a mapped file does, and tells when it is released.
    private final class Owner: @unchecked Sendable {
        let elements: UnsafeMutableBufferPointer<Float>
        init(_ values: [Float]) {
            elements = .allocate(capacity: values.count)
            _ = elements.initialize(from: values)
        }
        deinit { elements.deallocate() }
    }

    @Test("a copy does not see what is written to the other")
    func copyOnWrite() {
        let first = Tensor(shape: [2, 2], values: [1, 2, 3, 4])
        var second = first
        second.withUnsafeMutableBuffer { $0[0] = 9 }
        #expect(first.values == [1, 2, 3, 4])
        #expect(second.values == [9, 2, 3, 4])
    }

    @Test("a tensor that nobody shares is written in place")
    func inPlace() {
        var tensor = Tensor(shape: [2], values: [1, 2])
        let before = tensor.withUnsafeBuffer { $0.baseAddress }
        tensor.withUnsafeMutableBuffer { $0[0] = 3 }
        #expect(tensor.withUnsafeBuffer { $0.baseAddress } == before)
    }

    @Test("rows are a view, and writing them leaves the whole as it is")
    func rows() {
        let whole = Tensor(shape: [3, 2], values: [1, 2, 3, 4, 5, 6])
        var part = whole.rows(1..<3)
        #expect(part.shape == [2, 2])
        #expect(part.values == [3, 4, 5, 6])
        part.withUnsafeMutableBuffer { $0[0] = 0 }
        #expect(whole.values == [1, 2, 3, 4, 5, 6])
    }

    @Test("borrowed memory is read without a copy and never written")
    func borrowed() {
        let owner = Owner([1, 2, 3])
        var tensor = Tensor(shape: [3], borrowing: UnsafeBufferPointer(owner.elements), owner: owner)
        #expect(tensor.withUnsafeBuffer { $0.baseAddress } == UnsafePointer(owner.elements.baseAddress))
        tensor.withUnsafeMutableBuffer { $0[0] = 7 }
        #expect(tensor.values == [7, 2, 3])
        #expect(Array(owner.elements) == [1, 2, 3])
    }

    @Test("borrowed memory lives as long as a tensor refers to it")
    func lifetime() {
        var owner: Owner? = Owner([1, 2, 3])
        weak let weakOwner = owner
        var tensor: Tensor? = owner.map {
            Tensor(shape: [3], borrowing: UnsafeBufferPointer($0.elements), owner: $0)
        }
        owner = nil
        #expect(weakOwner != nil)
        #expect(tensor?.rows(1..<2).values == [2])
        tensor = nil
        #expect(weakOwner == nil)
    }

    @Test("a released block is given out again")
    func reuse() {
        let bytes = 77_777_777
        let first = BufferPool.take(bytes: bytes)
        BufferPool.put(first, bytes: bytes)
        let second = BufferPool.take(bytes: bytes)
        #expect(second == first)
        BufferPool.put(second, bytes: bytes)
    }

    @Test(
        "a block is large enough, aligned and wastes at most a quarter",
        arguments: [1, 256, 1000, 4096, 5000, 1 << 20, 12_345_678])
    func classes(bytes: Int) {
        let size = BufferPool.size(ofClass: BufferPool.sizeClass(of: bytes))
        #expect(size >= bytes)
        #expect(size <= max(1024, bytes + bytes / 4 + 256))
        let block = BufferPool.take(bytes: bytes)
        #expect(UInt(bitPattern: block) % 64 == 0)
        BufferPool.put(block, bytes: bytes)
    }

    @Test("channels change places and back")
    func layout() {
        let map = Samples.tensor([3, 4, 5])
        #expect(map.channelsLast().shape == [4, 5, 3])
        #expect(map.channelsLast().values[1] == map.values[20])
        #expect(map.channelsLast().channelsFirst().bits == map.bits)
    }

    @Test("columns and rows are cut and joined")
    func joining() {
        let x = Samples.tensor([4, 7])
        #expect(Tensor.concatenatingChannels([x.columns(0..<3), x.columns(3..<7)]).bits == x.bits)
        #expect(Tensor.concatenatingRows([x.rows(0..<1), x.rows(1..<4)]).bits == x.bits)
        #expect(x.gatheringRows([2, 0]).bits == x.rows(2..<3).bits + x.rows(0..<1).bits)
    }

    @Test("a shape that does not fit the values is our own mistake")
    func wrongShape() async {
        await #expect(processExitsWith: .failure) { _ = Tensor(shape: [2, 2], values: [1]) }
        await #expect(processExitsWith: .failure) { _ = Tensor(zeros: [2]).reshaped([3]) }
        await #expect(processExitsWith: .failure) { _ = Tensor(zeros: [2]).rows(1..<3) }
        await #expect(processExitsWith: .failure) { _ = Tensor(zeros: [2]).adding(Tensor(zeros: [3])) }
    }
}

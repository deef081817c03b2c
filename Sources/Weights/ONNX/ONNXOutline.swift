/// Goes through an ONNX file and notes what describes its model.
struct ONNXOutline {
    /// Graphs within operations of graphs, at most.
    private static let deepest = 16

    private let bytes: UnsafeRawBufferPointer
    private(set) var hasGraph = false
    private(set) var operationSet = 0
    private(set) var producer = ""
    private(set) var inputs: [ONNXModel.Port] = []
    private(set) var outputs: [ONNXModel.Port] = []
    /// The weights of the outermost graph.
    private(set) var weights: [ONNXModel.Weight] = []
    /// The kind of operation that gives each result of the outermost graph.
    private(set) var operations: [String: String] = [:]
    /// How many operations of each kind there are, those of inner graphs and functions included.
    private(set) var kinds: [String: Int] = [:]
    private(set) var externalFiles: Set<String> = []

    /// The outline of the model in `bytes`, not yet read.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Reads the whole model (`ModelProto` of onnx.proto).
    mutating func read() throws(ProtobufFault) {
        try each(0..<bytes.count) { outline, number, range throws(ProtobufFault) in
            switch number {
            case 2: outline.producer = outline.text(range)
            case 7:
                outline.hasGraph = true
                try outline.readGraph(range, depth: 0)
            case 8: try outline.readOperationSet(range)
            case 25: try outline.readFunction(range)
            default: break
            }
        }
    }

    /// Calls `body` with each field of a message that has bytes.
    private mutating func each(
        _ range: Range<Int>, _ body: (inout ONNXOutline, Int, Range<Int>) throws(ProtobufFault) -> Void
    ) throws(ProtobufFault) {
        var reader = ProtobufReader(bytes, range)
        while let field = try reader.next() {
            if case .bytes(let inner) = field.value { try body(&self, field.number, inner) }
        }
    }

    private mutating func readOperationSet(_ range: Range<Int>) throws(ProtobufFault) {
        var reader = ProtobufReader(bytes, range)
        var (domain, version) = ("", 0)
        while let field = try reader.next() {
            switch (field.number, field.value) {
            case (1, .bytes(let inner)): domain = text(inner)
            case (2, .number(let number)): version = Int(truncatingIfNeeded: number)
            default: break
            }
        }
        if domain.isEmpty || domain == "ai.onnx" { operationSet = version }
    }

    /// `GraphProto`: 1 nodes, 5 weights, 11 inputs, 12 outputs, 15 sparse weights.
    private mutating func readGraph(_ range: Range<Int>, depth: Int) throws(ProtobufFault) {
        guard depth < Self.deepest else { throw ProtobufFault(place: range.lowerBound) }
        try each(range) { outline, number, inner throws(ProtobufFault) in
            switch number {
            case 1: try outline.readNode(inner, depth: depth)
            case 5: try outline.readTensor(inner, isOutermost: depth == 0)
            case 11 where depth == 0: outline.inputs.append(try outline.port(inner))
            case 12 where depth == 0: outline.outputs.append(try outline.port(inner))
            case 15: try outline.readSparseTensor(inner)
            default: break
            }
        }
    }

    /// `NodeProto`: 2 results, 4 kind, 5 attributes.
    private mutating func readNode(_ range: Range<Int>, depth: Int) throws(ProtobufFault) {
        var results: [String] = []
        var kind = ""
        try each(range) { outline, number, inner throws(ProtobufFault) in
            switch number {
            case 2: results.append(outline.text(inner))
            case 4: kind = outline.text(inner)
            case 5: try outline.readAttribute(inner, depth: depth)
            default: break
            }
        }
        kinds[kind, default: 0] += 1
        guard depth == 0 else { return }
        for result in results { operations[result] = kind }
    }

    /// `AttributeProto`: 5 and 10 tensors, 6 and 11 graphs, 22 and 23 sparse tensors.
    private mutating func readAttribute(_ range: Range<Int>, depth: Int) throws(ProtobufFault) {
        try each(range) { outline, number, inner throws(ProtobufFault) in
            switch number {
            case 5, 10: try outline.readTensor(inner, isOutermost: false)
            case 6, 11: try outline.readGraph(inner, depth: depth + 1)
            case 22, 23: try outline.readSparseTensor(inner)
            default: break
            }
        }
    }

    /// `FunctionProto`: 7 nodes.
    private mutating func readFunction(_ range: Range<Int>) throws(ProtobufFault) {
        try each(range) { outline, number, inner throws(ProtobufFault) in
            if number == 7 { try outline.readNode(inner, depth: 1) }
        }
    }

    /// `SparseTensorProto`: 1 values, 2 indices.
    private mutating func readSparseTensor(_ range: Range<Int>) throws(ProtobufFault) {
        try each(range) { outline, number, inner throws(ProtobufFault) in
            if number == 1 || number == 2 { try outline.readTensor(inner, isOutermost: false) }
        }
    }

    /// `TensorProto`: 1 extents, 2 element type, 8 name, 13 where its data are, if not in the file.
    private mutating func readTensor(_ range: Range<Int>, isOutermost: Bool) throws(ProtobufFault) {
        var reader = ProtobufReader(bytes, range)
        var (name, type, shape): (String?, Int, [UInt64]) = (nil, 0, [])
        while let field = try reader.next() {
            switch (field.number, field.value) {
            case (1, .number(let extent)): shape.append(extent)
            case (1, .bytes(let packed)): shape += try numbers(packed)
            case (2, .number(let number)): type = Int(truncatingIfNeeded: number)
            case (8, .bytes(let inner)): name = text(inner)
            case (13, .bytes(let inner)):
                let (key, value) = try pair(inner)
                if key == "location" { externalFiles.insert(value) }
            default: break
            }
        }
        guard isOutermost, let name else { return }
        weights.append(
            ONNXModel.Weight(name: name, type: type, count: ElementCount.of(shape.map { Int(clamping: $0) })))
    }

    /// Numbers that stand one behind the other.
    private func numbers(_ range: Range<Int>) throws(ProtobufFault) -> [UInt64] {
        var reader = ProtobufReader(bytes, range)
        var numbers: [UInt64] = []
        while let number = try reader.nextNumber() { numbers.append(number) }
        return numbers
    }

    /// `StringStringEntryProto`: 1 key, 2 value.
    private mutating func pair(_ range: Range<Int>) throws(ProtobufFault) -> (key: String, value: String) {
        var pair = (key: "", value: "")
        try each(range) { outline, number, inner throws(ProtobufFault) in
            if number == 1 { pair.key = outline.text(inner) }
            if number == 2 { pair.value = outline.text(inner) }
        }
        return pair
    }

    /// `ValueInfoProto`: 1 name, 2 type, of which 1 is the tensor's.
    private mutating func port(_ range: Range<Int>) throws(ProtobufFault) -> ONNXModel.Port {
        var name = ""
        var (type, shape): (Int, [Int?]?) = (0, nil)
        try each(range) { outline, number, inner throws(ProtobufFault) in
            if number == 1 { name = outline.text(inner) }
            guard number == 2 else { return }
            try outline.each(inner) { outline, number, inner throws(ProtobufFault) in
                if number == 1 { (type, shape) = try outline.tensorType(inner) }
            }
        }
        return ONNXModel.Port(name: name, type: type, shape: shape)
    }

    /// `TypeProto.Tensor`: 1 element type, 2 shape.
    private mutating func tensorType(_ range: Range<Int>) throws(ProtobufFault) -> (Int, [Int?]?) {
        var type = 0
        var shape: [Int?]?
        var reader = ProtobufReader(bytes, range)
        while let field = try reader.next() {
            switch (field.number, field.value) {
            case (1, .number(let number)): type = Int(truncatingIfNeeded: number)
            case (2, .bytes(let inner)): shape = try extents(inner)
            default: break
            }
        }
        return (type, shape)
    }

    /// `TensorShapeProto`: 1 dimensions, of which 1 is the extent; those with a name alone are open.
    private mutating func extents(_ range: Range<Int>) throws(ProtobufFault) -> [Int?] {
        var result: [Int?] = []
        try each(range) { outline, number, inner throws(ProtobufFault) in
            guard number == 1 else { return }
            var reader = ProtobufReader(outline.bytes, inner)
            var extent: Int?
            while let field = try reader.next() {
                if field.number == 1, case .number(let number) = field.value {
                    extent = Int(exactly: number).flatMap { $0 > 0 ? $0 : nil }
                }
            }
            result.append(extent)
        }
        return result
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

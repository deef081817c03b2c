/// What a pickle says of a tensor: a view of a storage.
struct TorchTensor {
    /// Nil where the type is known but not read.
    let type: ElementType?
    let storage: TorchStorage
    let layout: ElementLayout

    /// A view may have this many times the elements of its storage.
    private static let largestRatio = 100
    /// A view may have so many elements, whatever its storage has.
    private static let smallView = 1 << 20
    /// Most axes.
    private static let mostAxes = 16

    /// The tensor that `value` describes; nil when it is none, or one without elements in the file.
    static func of(_ value: PickleValue, in arena: PickleArena, depth: Int = 0) throws(TorchFault)
        -> TorchTensor?
    {
        guard depth < 8, let object = arena.object(value), let arguments = arena.elements(object.arguments)
        else {
            return nil
        }
        switch (object.module, object.name) {
        case ("torch._utils", "_rebuild_parameter"), ("torch._utils", "_rebuild_parameter_with_state"),
            ("torch.nn.parameter", "Parameter"), ("torch.nn.parameter", "Buffer"):
            guard let data = arguments.first else { return nil }
            return try of(data, in: arena, depth: depth + 1)
        case ("torch._tensor", "_rebuild_from_type_v2"), ("torch.tensor", "_rebuild_from_type_v2"),
            ("torch._tensor", "_rebuild_from_type"), ("torch.tensor", "_rebuild_from_type"):
            return try wrapped(arguments, in: arena)
        case ("torch._utils", "_rebuild_tensor"), ("torch._utils", "_rebuild_tensor_v2"),
            ("torch._utils", "_rebuild_tensor_v3"):
            return try TorchTensor(arguments, name: object.name, in: arena)
        default: return nil
        }
    }

    /// The tensor of `(function, class, arguments, state)`.
    private static func wrapped(
        _ arguments: [PickleValue], in arena: PickleArena
    ) throws(TorchFault) -> TorchTensor? {
        guard arguments.count >= 3, case .name("torch._utils", let name) = arguments[0],
            name.hasPrefix("_rebuild_tensor"), let inner = arena.elements(arguments[2])
        else { return nil }
        return try TorchTensor(inner, name: name, in: arena)
    }

    /// The view `(storage, offset, size, stride, ...)`.
    private init(_ arguments: [PickleValue], name: String, in arena: PickleArena) throws(TorchFault) {
        let least = name == "_rebuild_tensor_v3" ? 7 : 4
        guard arguments.count >= least else {
            throw TorchFault(expected: "\(least) arguments of a tensor", found: "\(arguments.count)")
        }
        storage = try TorchStorage(arguments[0], in: arena)
        type = try Self.type(storage, dtype: least == 7 ? arguments[6] : nil)
        guard let offset = arguments[1].integer, offset >= 0 else {
            throw TorchFault(expected: "an offset of 0 or more", found: Self.shown(arguments[1]))
        }
        let shape = try Self.naturals(arguments[2], "a size", in: arena)
        let strides = try Self.naturals(arguments[3], "a stride", in: arena)
        guard strides.count == shape.count else {
            throw TorchFault(expected: "\(shape.count) strides", found: "\(strides.count)")
        }
        let (start, overflow) = offset.addingReportingOverflow(storage.start)
        guard !overflow else {
            throw TorchFault(expected: "an offset inside the storage", found: "\(offset)")
        }
        layout = ElementLayout(size: type?.size ?? 1, shape: shape, strides: strides, offset: start)
        try checkExtent()
    }

    private func checkExtent() throws(TorchFault) {
        let available = storage.type == .untyped ? storage.count / layout.size : storage.count
        guard let count = ElementCount.of(layout.shape), let extent = layout.extent,
            extent <= available
        else {
            throw TorchFault(
                expected: "a view of \(available) elements",
                found: "shape \(layout.shape), strides \(layout.strides), offset \(layout.offset)")
        }
        let (most, tooMany) = available.multipliedReportingOverflow(by: Self.largestRatio)
        guard tooMany || count <= max(Self.smallView, most) else {
            throw TorchFault(
                expected: "at most \(Self.largestRatio) times the \(available) elements of its storage",
                found: "a view of \(count)")
        }
    }

    private static func type(_ storage: TorchStorage, dtype: PickleValue?) throws(TorchFault) -> ElementType?
    {
        switch storage.type {
        case .elements(let type): return type
        case .unread: return nil
        case .untyped:
            guard let dtype else { throw TorchFault(expected: "a typed storage", found: "an untyped one") }
            return TorchStorageType.dtype(dtype)
        }
    }

    private static func naturals(
        _ value: PickleValue, _ what: String, in arena: PickleArena
    ) throws(TorchFault) -> [Int] {
        var value = value
        if let object = arena.object(value), object.isOf("torch", "Size") {
            value = arena.elements(object.arguments)?.first ?? .none
        }
        guard let values = arena.elements(value), values.count <= mostAxes else {
            throw TorchFault(expected: "at most \(mostAxes) numbers", found: value.title)
        }
        var result: [Int] = []
        for value in values {
            guard let number = value.integer, number >= 0 else {
                throw TorchFault(expected: "\(what) of 0 or more", found: shown(value))
            }
            result.append(number)
        }
        return result
    }

    private static func shown(_ value: PickleValue) -> String {
        value.integer.map(String.init) ?? value.title
    }
}

/// Converts little-endian floating-point elements to float32.
enum FloatConversion {
    /// Converts all of `target`'s elements; `source` must hold as many elements of a floating-point `type`.
    static func convert(
        _ source: UnsafeRawBufferPointer, of type: ElementType, into target: UnsafeMutableBufferPointer<Float>
    ) {
        precondition(type.isFloatingPoint, "\(type.rawValue) is not a floating-point type")
        precondition(
            source.count == target.count * type.size, "\(source.count) bytes for \(target.count) elements")
        // Safety: element i stands at byte i * size, inside `source` by the check above; loads need no alignment.
        switch type {
        case .float16:
            for i in target.indices {
                let bits = UInt16(littleEndian: source.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self))
                target[i] = Float(Float16(bitPattern: bits))
            }
        case .bfloat16:
            for i in target.indices {
                let bits = UInt16(littleEndian: source.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self))
                target[i] = Float(bitPattern: UInt32(bits) << 16)
            }
        case .float64:
            for i in target.indices {
                let bits = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: 8 * i, as: UInt64.self))
                target[i] = Float(Double(bitPattern: bits))
            }
        default:
            for i in target.indices {
                let bits = UInt32(littleEndian: source.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
                target[i] = Float(bitPattern: bits)
            }
        }
    }
}

import RealModule

/// The complex numbers whose power of an odd order is 1.
struct RootsOfUnity {
    /// The number of roots, odd.
    let order: Int
    /// Cosines of 2 pi j / order for j in 0..<order.
    let cosines: [Double]
    /// Sines of the same angles.
    let sines: [Double]

    /// The number of roots in the upper half plane, with 1 itself.
    var half: Int { order / 2 + 1 }

    /// The roots of an odd order of at least 1.
    init(order: Int) {
        precondition(order > 0 && order % 2 == 1, "order \(order) is not odd")
        self.order = order
        let angles = (0..<order).map { 2 * Double.pi * Double($0) / Double(order) }
        cosines = angles.map { Double.cos($0) }
        sines = angles.map { Double.sin($0) }
    }
}

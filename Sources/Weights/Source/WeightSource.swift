import Tensors

/// Where a network takes its weights from: a file, a view of one under other names, or a formula in a test.
package protocol WeightSource: Sendable {
    /// The file that error messages name.
    var path: String { get }
    /// The names of all tensors, sorted by code point.
    var names: [String] { get }
    /// The extents of a tensor, or nil when there is none of that name; reads no weights.
    func shape(of name: String) -> [Int]?
    /// A tensor as float32, in the file's layout.
    ///
    /// - Parameter shape: what the network needs; nil takes the tensor as it is.
    func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor
}

extension WeightSource {
    /// Whether there is a tensor of that name.
    package func has(_ name: String) -> Bool { shape(of: name) != nil }

    /// A tensor as it is.
    package func tensor(_ name: String) throws(WeightsError) -> Tensor { try tensor(name, shape: nil) }

    /// The extents of a tensor that must exist and have `rank` axes.
    package func shape(of name: String, rank: Int) throws(WeightsError) -> [Int] {
        guard let shape = shape(of: name) else { throw missing(name) }
        guard shape.count == rank else {
            throw .unsuitable(
                path: path, expected: "\(rank) axes of tensor `\(name)`",
                found: "\(shape.count), shape \(shape)")
        }
        return shape
    }

    /// The error of a missing tensor, with the name in the file that is most like it.
    package func missing(_ name: String) -> WeightsError {
        .missingTensor(path: path, tensor: name, nearest: NearestName.of(name, among: names))
    }

    /// The tensors under `prefix`, without it.
    package func stripping(_ prefix: String) -> RenamedWeights {
        RenamedWeights(of: self, names: names(under: prefix))
    }

    /// From each name under `prefix`, without it, to the whole name.
    private func names(under prefix: String) -> [String: String] {
        var table: [String: String] = [:]
        for name in names where name.hasPrefix(prefix) { table[String(name.dropFirst(prefix.count))] = name }
        return table
    }

    /// The known prefix before the tensor `landmark`; of several the preferred one.
    private func prefix(of landmark: String) throws(WeightsError) -> String {
        let prefixes = names.filter { $0.hasSuffix(landmark) }.map { String($0.dropLast(landmark.count)) }
            .filter(WeightPrefix.isKnown)
        guard let best = prefixes.min(by: WeightPrefix.precedes) else { throw missing(landmark) }
        return best
    }

    /// The tensors of the network whose tensor `landmark` stands in this source, without the prefixes that training
    /// code and containers put before it; of several copies the moving average (`ema`) is preferred.
    package func locating(_ landmark: String) throws(WeightsError) -> RenamedWeights {
        stripping(try prefix(of: landmark))
    }

    /// As `locating`, with what stands under a beginning of the network's prefix besides: the head that user code puts
    /// beside a `backbone.`.
    package func locatingAll(_ landmark: String) throws(WeightsError) -> RenamedWeights {
        let best = try prefix(of: landmark)
        var table = names(under: best)
        for name in names where !name.hasPrefix(best) {
            let prefix = WeightPrefix.of(name)
            guard best.hasPrefix(prefix) else { continue }
            let bare = String(name.dropFirst(prefix.count))
            if table[bare] == nil { table[bare] = name }
        }
        return RenamedWeights(of: self, names: table)
    }

    /// What training code and containers put before the names of the network that has most tensors here; of two with
    /// as many, the moving average's where it is preferred, else the trained one's.
    package func wrapping(prefersAverage: Bool) -> String {
        let counts = Dictionary(names.map { (WeightPrefix.of($0), 1) }, uniquingKeysWith: +)
        let most = counts.values.max() ?? 0
        let candidates = counts.filter { $0.value == most }.keys
        let preferred = candidates.filter { $0.contains("ema") == prefersAverage }
        return (preferred.isEmpty ? Array(candidates) : preferred).min(by: WeightPrefix.precedes) ?? ""
    }

    /// The tensors of the network that `wrapping` finds, under their own names.
    package func unwrapped(prefersAverage: Bool) -> RenamedWeights {
        stripping(wrapping(prefersAverage: prefersAverage))
    }
}

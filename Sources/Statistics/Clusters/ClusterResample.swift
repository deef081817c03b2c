/// How often each row of some samples counts when clusters are drawn whole, with replacement (Davison & Hinkley 1997,
/// section 3.8; Field & Welsh 2007).
///
/// Clusters that lie in one sample each are drawn within it, so that each sample keeps its number of clusters. Where
/// any cluster has rows in several samples all are drawn together, and what a draw of it gives goes to each of them.
struct ClusterResample {
    /// For each sample how often each of its rows counts.
    private(set) var multiplicities: [[Int32]]
    /// Whether some cluster has rows in several samples.
    let areShared: Bool
    private let places: [[Int32]]
    private let strata: [[Int32]]
    private var counts: [Int32]

    /// The clusters of some samples.
    ///
    /// - Parameter keepsClasses: whether clusters of positive rows, of negative ones, and of both are drawn apart.
    init(_ samples: [Sample], keepsClasses: Bool) {
        let index = ClusterIndex(samples.flatMap { $0.clusters ?? [] })
        var start = 0
        places = samples.map { sample in
            defer { start += sample.labels.count }
            return Array(index.places[start..<start + sample.labels.count])
        }
        multiplicities = places.map { Array(repeating: 0, count: $0.count) }
        counts = Array(repeating: 0, count: index.count)
        var homes = [Int](repeating: -1, count: index.count)
        var classes = [Int](repeating: 0, count: index.count)
        var areShared = false
        for (home, sample) in samples.enumerated() {
            for (row, place) in places[home].enumerated() {
                if homes[Int(place)] >= 0, homes[Int(place)] != home { areShared = true }
                homes[Int(place)] = home
                classes[Int(place)] |= 1 << Int(sample.labels[row])
            }
        }
        self.areShared = areShared
        var strata: [Int: [Int32]] = [:]
        for place in homes.indices {
            let home = areShared ? 0 : homes[place]
            strata[4 * home + (keepsClasses ? classes[place] : 0), default: []].append(
                Int32(truncatingIfNeeded: place))
        }
        self.strata = strata.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Draws anew.
    mutating func draw(_ source: inout RandomSource) {
        for place in counts.indices { counts[place] = 0 }
        for stratum in strata {
            for _ in stratum.indices { counts[Int(stratum[source.next(below: stratum.count)])] += 1 }
        }
        for sample in places.indices {
            for row in places[sample].indices {
                multiplicities[sample][row] = counts[Int(places[sample][row])]
            }
        }
    }
}

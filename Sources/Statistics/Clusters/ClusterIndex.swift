/// The clusters that occur in a sample, by the rising numbers that the table gives them.
struct ClusterIndex: Sendable {
    /// The table's number of each cluster, rising.
    let numbers: [Int32]
    /// For each row the place of its cluster in `numbers`.
    let places: [Int32]

    /// The number of clusters.
    var count: Int { numbers.count }

    /// The clusters of a sample; nil where its rows are independent.
    init?(_ sample: Sample) {
        guard let clusters = sample.clusters else { return nil }
        self.init(clusters)
    }

    /// The clusters of rows by their numbers.
    init(_ clusters: [Int32]) {
        numbers = Set(clusters).sorted()
        var found: [Int32: Int32] = [:]
        for (place, number) in numbers.enumerated() { found[number] = Int32(truncatingIfNeeded: place) }
        places = clusters.map { found[$0] ?? 0 }
    }

    /// The sum of a value over the rows of each cluster.
    func sums(_ values: (_ row: Int) -> Double) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for row in places.indices { sums[Int(places[row])] += values(row) }
        return sums
    }
}

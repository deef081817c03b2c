extension CohortDescription {
    /// How many cells and images there are, for a line of a script: `2 x 8 x 6 = 96 cells x 100 = 9 600 images`.
    package var size: String {
        let varied = varied
        return product(of: varied, varied.count > 1 ? varied.map { "\($0.levels.count)" } : [])
    }

    /// The same with the attributes' names: `2 sex x 8 age = 16 cells x 100 = 1 600 images`.
    package var variedSize: String {
        product(of: varied, varied.map { "\($0.levels.count) \($0.attribute)" })
    }

    /// The same with the attributes of one value: `2 sex x 8 age x 1 diagnosis = 16 cells x 100 = 1 600 images`.
    var namedSize: String {
        product(of: axes, axes.map { "\($0.levels.count) \($0.attribute)" })
    }

    private var varied: [CohortAxis] { axes.filter { $0.levels.count > 1 } }

    /// The product of axes, written as `factors`; `14 of` stands before it where `where` leaves cells out.
    private func product(of axes: [CohortAxis], _ factors: [String]) -> String {
        let all = axes.reduce(1) { $0.multipliedReportingOverflow(by: $1.levels.count).partialValue }
        let kept = all == cells.count ? "" : "\(Words.grouped(cells.count)) of "
        let left = factors.isEmpty ? "" : factors.joined(separator: " x ") + " = "
        let each = cells.imagesEach.map { " x \(Words.grouped($0))" } ?? ""
        return "\(kept)\(left)\(Words.count(all, "cell"))\(each) = \(Words.count(imageCount, "image"))"
    }
}

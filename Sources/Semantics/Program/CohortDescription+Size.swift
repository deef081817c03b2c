extension CohortDescription {
    /// How many cells and images there are, for a line of a script: `2 x 8 x 6 = 96 cells x 100 = 9 600 images`.
    package var size: String {
        let axes = axes.filter { $0.levels.count > 1 }.map { "\($0.levels.count)" }
        return product(axes.count > 1 ? axes.joined(separator: " x ") + " = " : "")
    }

    /// The same with the attributes' names: `2 sex x 8 age x 1 diagnosis = 16 cells x 100 = 1 600 images`.
    var namedSize: String {
        product(axes.map { "\($0.levels.count) \($0.attribute)" }.joined(separator: " x ") + " = ")
    }

    private func product(_ axes: String) -> String {
        let counts = Set(cells.map(\.count))
        let each = counts.count == 1 ? " x \(Words.grouped(counts.first ?? 0))" : ""
        return "\(axes)\(Words.count(cells.count, "cell"))\(each) = \(Words.count(imageCount, "image"))"
    }
}

/// Makes the cells of a cohort: the product of its axes, in canonical order.
struct CellBuilder {
    private let axes: [CohortAxis]
    private let wording: PromptWording
    private let conditions: [CellCondition]

    /// Takes axes in any order.
    init(
        axes: [CohortAxis], catalogue: Catalogue, template: PromptTemplate, conditions: [CellCondition] = []
    ) {
        self.axes = axes.sorted { $0.attribute < $1.attribute }
        wording = PromptWording(template, attributes: self.axes.map(\.attribute), catalogue: catalogue)
        self.conditions = conditions
    }

    /// The number of cells; nil beyond 64 bits.
    private var cellCount: Int? {
        var product: Int? = 1
        for axis in axes {
            product = product.flatMap {
                let (value, overflow) = $0.multipliedReportingOverflow(by: axis.levels.count)
                return overflow ? nil : value
            }
        }
        return product
    }

    /// The number of images; nil beyond 64 bits.
    func imageCount(count: Int, isTotal: Bool) -> Int? {
        if isTotal { return count }
        return cellCount.flatMap {
            let (value, overflow) = $0.multipliedReportingOverflow(by: count)
            return overflow ? nil : value
        }
    }

    /// The cells, or nil where they are more than `mostCells`.
    ///
    /// - Parameters:
    ///   - count: images a cell; or in all, if `isTotal`, and then the first cells get those that are left over.
    func cells(count: Int, isTotal: Bool, mostCells: Int) -> [Cell]? {
        guard let total = cellCount, total <= mostCells else { return nil }
        var kept: [[Cell.Entry]] = []
        kept.reserveCapacity(total)
        var indices = [Int](repeating: 0, count: axes.count)
        for _ in 0..<total {
            let entries = zip(axes, indices).map { Cell.Entry(attribute: $0.attribute, value: $0.levels[$1]) }
            if stays(entries) { kept.append(entries) }
            advance(&indices)
        }
        return kept.enumerated().map { number, entries in
            let share = isTotal ? count / kept.count + (number < count % kept.count ? 1 : 0) : count
            return Cell(entries: entries, count: share, wording: wording)
        }
    }

    /// Whether all conditions hold.
    private func stays(_ entries: [Cell.Entry]) -> Bool {
        conditions.allSatisfy { condition in
            condition.holds { name in entries.first { $0.attribute == name }?.value }
        }
    }

    /// Counts on, the last axis fastest.
    private func advance(_ indices: inout [Int]) {
        for place in indices.indices.reversed() {
            indices[place] += 1
            if indices[place] < axes[place].levels.count { return }
            indices[place] = 0
        }
    }
}

/// All combinations of the values of a cohort's attributes, counted through without being kept.
struct CellProduct: Sendable {
    /// The attributes, sorted by name; the values of the last run fastest.
    private let axes: [CohortAxis]
    /// How prompts are worded.
    private let wording: PromptWording
    /// How many images: of each cell, or of all together.
    private let images: Int
    private let isTotal: Bool
    /// The number of cells.
    let count: Int
    /// The number of images in all cells; the largest number of 64 bits where there are more.
    let imageCount: Int

    /// The product of axes in any order; nil where the number of cells takes more than 64 bits.
    ///
    /// - Parameters:
    ///   - images: how many each cell gets; or all together, if `isTotal`, and then the first cells get those that are left over.
    init?(
        _ axes: [CohortAxis], images: Int, isTotal: Bool, template: PromptTemplate, catalogue: Catalogue
    ) {
        var count = 1
        for axis in axes {
            let (product, overflow) = count.multipliedReportingOverflow(by: axis.levels.count)
            if overflow { return nil }
            count = product
        }
        let all = count.multipliedReportingOverflow(by: images)
        let sorted = axes.sorted { $0.attribute < $1.attribute }
        self.axes = sorted
        wording = PromptWording(template, attributes: sorted.map(\.attribute), catalogue: catalogue)
        (self.images, self.isTotal, self.count) = (images, isTotal, count)
        imageCount = isTotal ? images : all.overflow ? .max : all.partialValue
    }

    /// How many images every cell gets; nil where some get more than others.
    var imagesEach: Int? {
        if isTotal { images.isMultiple(of: count) ? images / max(count, 1) : nil } else { images }
    }

    /// A cell, by its place in canonical order.
    subscript(place: Int) -> Cell {
        precondition(place >= 0 && place < count, "a cohort of \(count) cells has no cell \(place)")
        return cell(entries(at: place), share: place, of: count)
    }

    /// The cells for which all conditions hold, which share the images.
    func kept(where conditions: [CellCondition]) -> [Cell] {
        let kept = (0..<count).map(entries).filter { entries in
            conditions.allSatisfy { condition in
                condition.holds { name in entries.first { $0.attribute == name }?.value }
            }
        }
        return kept.enumerated().map { cell($1, share: $0, of: kept.count) }
    }

    /// The values of a cell: its place is a number whose digits count through the axes.
    private func entries(at place: Int) -> [Cell.Entry] {
        var rest = place
        var weight = count
        return axes.map { axis in
            weight /= axis.levels.count
            let level = rest / weight
            rest %= weight
            return Cell.Entry(attribute: axis.attribute, value: axis.levels[level])
        }
    }

    /// The cell of these values with its part of the images.
    private func cell(_ entries: [Cell.Entry], share number: Int, of cells: Int) -> Cell {
        let count = isTotal ? images / cells + (number < images % cells ? 1 : 0) : images
        return Cell(entries: entries, count: count, wording: wording)
    }
}

import Semantics

/// Which image stands in which row and column of a grid.
struct PlotGrid {
    /// Which image of each cell is shown, from 1.
    let pick: Int
    /// For each row one level of each of its attributes.
    let rows: [[String]]
    /// For each column one level of each of its attributes.
    let columns: [[String]]
    /// Row by row one image for each column; nil where the cohort has none.
    let requests: [CohortImage?]

    /// The grid of a `plot` statement: where other attributes vary too, the first cell is shown.
    init(of cohort: CohortDescription, rows: Grouping, columns: Grouping, pick: Int) {
        let rows = Self.groups(rows, cohort)
        let columns = Self.groups(columns, cohort)
        self.pick = pick
        self.rows = rows.map { $0.map(\.value.text) }
        self.columns = columns.map { $0.map(\.value.text) }
        let cells = Array(cohort.cells)
        requests = rows.flatMap { row in
            columns.map { column in
                cells.first { cell in
                    cell.count >= pick
                        && (row + column).allSatisfy { cell.value(of: $0.attribute) == $0.value }
                }.map { CohortImage(cell: $0, ordinal: pick) }
            }
        }
    }

    /// The product of the levels of a grouping's attributes, the last one running fastest.
    private static func groups(_ grouping: Grouping, _ cohort: CohortDescription) -> [[Level]] {
        grouping.factors.reduce([[]]) { groups, factor in
            let levels = cohort.axis(factor.attribute)?.levels ?? []
            return groups.flatMap { group in
                levels.map { group + [Level(attribute: factor.attribute, value: $0)] }
            }
        }
    }

    /// One attribute with one of its levels.
    private struct Level {
        let attribute: String
        let value: AttributeValue
    }
}

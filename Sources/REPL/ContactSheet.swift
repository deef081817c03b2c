import Semantics

/// How the cells of a cohort lie on a picture: the attribute with the most values runs across, all others down.
struct ContactSheet {
    /// The attributes of the rows, as a statement writes them.
    let rows: String
    /// The attribute of the columns.
    let columns: String

    /// A sheet that shows every cell.
    init(of cohort: CohortDescription) {
        let axes = cohort.axes.sorted { $0.levels.count > $1.levels.count }
        columns = axes.first?.attribute ?? "diagnosis"
        let others = axes.dropFirst().filter { $0.levels.count > 1 }.map(\.attribute)
        let spare = axes.dropFirst().first?.attribute ?? columns
        rows = others.isEmpty ? spare : others.joined(separator: "*")
    }
}

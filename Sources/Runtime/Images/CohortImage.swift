import Hashing
import Semantics

/// One image of a cohort.
package struct CohortImage: Sendable, Hashable {
    /// The person it shows.
    package let cell: Cell
    /// Which of the cell's images it is, from 1.
    package let ordinal: Int

    /// All images of a cohort: cell after cell, the ordinals in order.
    package static func all(of cohort: CohortDescription) -> [CohortImage] {
        cohort.cells.flatMap { cell in
            cell.count > 0 ? (1...cell.count).map { CohortImage(cell: cell, ordinal: $0) } : []
        }
    }

    /// The number of the image's random stream: it depends on the person and the ordinal, and on nothing else,
    /// so neither more cells nor another order of the axes changes it (language.md, section 6).
    package var stream: UInt64 {
        SHA256(hashing: name).prefix64
    }

    /// The person and the ordinal in words: `age=30;diagnosis=melanoma;sex=m#2`.
    package var name: String {
        "\(cell.canonicalText)#\(ordinal)"
    }
}

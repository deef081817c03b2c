/// The cells of a cohort in canonical order.
///
/// Those of a plain product are not kept: each is made when somebody asks for it, so that checking a script of many cohorts
/// costs nothing for their people.
public struct CohortCells: Sendable, RandomAccessCollection {
    private enum Storage: Sendable {
        /// All combinations of values.
        case product(CellProduct)
        /// Those that conditions left, or those of a sum.
        case listed([Cell])
    }

    private let storage: Storage
    /// The number of images in all cells.
    public let imageCount: Int

    /// All cells of a product.
    init(_ product: CellProduct) {
        storage = .product(product)
        imageCount = product.imageCount
    }

    /// These cells.
    init(_ cells: [Cell]) {
        storage = .listed(cells)
        imageCount = cells.reduce(0) { $0 + $1.count }
    }

    /// The place of the first cell, 0.
    public var startIndex: Int { 0 }

    /// The place behind the last cell.
    public var endIndex: Int {
        switch storage {
        case .product(let product): product.count
        case .listed(let cells): cells.count
        }
    }

    /// The cell at a place in canonical order, made anew each time.
    public subscript(place: Int) -> Cell {
        switch storage {
        case .product(let product): product[place]
        case .listed(let cells): cells[place]
        }
    }

    /// How many images every cell gets; nil where some get more than others.
    var imagesEach: Int? {
        switch storage {
        case .product(let product): product.imagesEach
        case .listed(let cells):
            cells.first.flatMap { first in cells.allSatisfy { $0.count == first.count } ? first.count : nil }
        }
    }
}

extension CohortCells: Equatable {
    /// Whether both are the same cells in the same order.
    public static func == (one: CohortCells, other: CohortCells) -> Bool {
        one.count == other.count && one.elementsEqual(other)
    }
}

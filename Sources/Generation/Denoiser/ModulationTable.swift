import Tensors

/// The vectors that modulate every block of a network, for each time of a grid and one condition.
///
/// They depend on nothing else, so all images of a prompt share them (lightningdit.md, section 11).
package struct ModulationTable: Sendable {
    /// One `[times, parts * D]` for each block.
    let blocks: [Tensor]
    /// `[times, 2 D]`.
    let final: Tensor

    /// The number of times.
    package var count: Int { final.shape[0] }

    /// Bytes of all vectors.
    package var byteCount: Int { 4 * (blocks.reduce(0) { $0 + $1.count } + final.count) }

    /// Vector `part` of block `block` at time `step`, `[D]`, a view.
    func vector(_ part: Int, block: Int, step: Int, width: Int) -> Tensor {
        Self.vector(part, of: blocks[block], step: step, width: width)
    }

    /// Vector `part` of the final layer at time `step`, `[D]`, a view.
    func finalVector(_ part: Int, step: Int, width: Int) -> Tensor {
        Self.vector(part, of: final, step: step, width: width)
    }

    private static func vector(_ part: Int, of table: Tensor, step: Int, width: Int) -> Tensor {
        let parts = table.lastExtent / width
        let row = step * parts + part
        return table.reshaped([table.shape[0] * parts, width]).rows(row..<row + 1).reshaped([width])
    }
}

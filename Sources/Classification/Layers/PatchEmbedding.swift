import Tensors

/// Cuts an image into patches, one token each, behind a token of class and any registers, and adds positions
/// (Dosovitskiy et al. 2021, equation 1; Darcet et al. 2024 for registers).
struct PatchEmbedding: NetworkStage {
    /// One position for each patch.
    let projection: Convolution2D
    /// The tokens before the patches, their positions added: `[tokens, width]`.
    let prefix: Tensor
    /// The positions of the patches that the network was trained with: `[rows, columns, width]`.
    let positions: Tensor
    /// How positions become as many as an image of another size has patches.
    let resampling: PositionResampling

    /// - Parameter x: `[height, width, 3]`.
    /// - Returns: `[tokens + patches, width]`.
    func callAsFunction(_ x: Tensor) -> Tensor {
        let patches = projection(x)
        let (rows, columns) = (patches.shape[0], patches.shape[1])
        var tokens = patches.reshaped([rows * columns, patches.lastExtent])
        let places = resampling.positions(positions, rows: rows, columns: columns)
        tokens.add(places.reshaped([rows * columns, places.lastExtent]))
        return Tensor.concatenatingRows([prefix, tokens])
    }
}

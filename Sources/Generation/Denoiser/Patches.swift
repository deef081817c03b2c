import Tensors

/// Cuts a latent into tokens and joins tokens to a latent. Latents are `[height, width, channels]`.
enum Patches {
    /// `[patches, channels * p * p]`, patches row by row; within one the channel varies slowest, as in the weight of
    /// the patch embedding.
    static func cut(_ x: Tensor, patch: Int) -> Tensor {
        let (height, width, channels) = (x.shape[0], x.shape[1], x.shape[2])
        guard patch > 1 else { return x.reshaped([height * width, channels]) }
        let columns = width / patch
        let size = channels * patch * patch
        var result = Tensor(zeros: [height / patch * columns, size])
        x.withUnsafeBuffer { source in
            result.withUnsafeMutableBuffer { target in
                for pixel in 0..<height * width {
                    let (row, column) = (pixel / width, pixel % width)
                    let token = row / patch * columns + column / patch
                    let inside = row % patch * patch + column % patch
                    for channel in 0..<channels {
                        target[token * size + channel * patch * patch + inside] =
                            source[pixel * channels + channel]
                    }
                }
            }
        }
        return result
    }

    /// The latent of tokens `[patches, p * p * stored]`, within which the channel varies fastest; of the `stored`
    /// channels the first `channels` are kept.
    static func join(_ x: Tensor, patch: Int, grid: Int, channels: Int) -> Tensor {
        let stored = x.lastExtent / (patch * patch)
        let side = grid * patch
        guard patch > 1 || stored > channels else { return x.reshaped([side, side, channels]) }
        var result = Tensor(zeros: [side, side, channels])
        x.withUnsafeBuffer { source in
            result.withUnsafeMutableBuffer { target in
                for pixel in 0..<side * side {
                    let (row, column) = (pixel / side, pixel % side)
                    let token = row / patch * grid + column / patch
                    let start = (token * patch * patch + row % patch * patch + column % patch) * stored
                    for channel in 0..<channels {
                        target[pixel * channels + channel] = source[start + channel]
                    }
                }
            }
        }
        return result
    }
}

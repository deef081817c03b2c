import CKernels

/// A convolution as products: patches of the map are gathered, a few rows at a time.
struct PatchConvolution: Sendable {
    /// The most elements of gathered patches, so that they stay in the cache.
    private static let patchLimit = 1 << 18

    private let geometry: ConvolutionGeometry
    /// `[outputs, taps, inputs / groups]`; `[taps, channels]` where each channel is alone.
    private let weight: Tensor
    private let bias: Tensor?
    private let backend: Backend

    /// - Parameters:
    ///   - weight: `[outputs, inputs / groups, rows, columns]`.
    ///   - bias: `[outputs]`.
    init(_ geometry: ConvolutionGeometry, weight: Tensor, bias: Tensor?, backend: Backend) {
        self.geometry = geometry
        self.bias = bias
        self.backend = backend
        let (taps, inputs) = (geometry.kernelRows * geometry.kernelColumns, geometry.inputs / geometry.groups)
        if geometry.isDepthwise {
            self.weight = weight.reshaped([geometry.outputs, taps]).transposed()
        } else if taps == 1 {
            self.weight = weight.reshaped([geometry.outputs, inputs])
        } else {
            let turned = (0..<geometry.outputs).map {
                weight.rows($0..<$0 + 1).reshaped([inputs, taps]).transposed().reshaped([1, taps * inputs])
            }
            self.weight = Tensor.concatenatingRows(turned)
        }
    }

    /// Computes a band of rows: `x` is the whole map with one row for each pixel, `y` the band's part of the result.
    func convolve(_ x: Matrix, _ band: ConvolutionBand, _ activation: Activation, into y: MutableMatrix) {
        if geometry.isDepthwise {
            convolveDepthwise(x, band, into: y)
        } else if geometry.isPointwise {
            let pixels = band.outputRows.lowerBound * band.width..<band.outputRows.upperBound * band.width
            weight.withMatrix { weight in
                backend.product(x.rows(pixels), weight, transposeB: true, scale: 1, into: y)
            }
        } else {
            convolvePatches(x, band, into: y)
        }
        y.finish(bias: bias, activation: activation)
    }

    private func convolvePatches(_ x: Matrix, _ band: ConvolutionBand, into y: MutableMatrix) {
        let (inputs, outputs) = (geometry.inputs / geometry.groups, geometry.outputs / geometry.groups)
        let depth = geometry.kernelRows * geometry.kernelColumns * inputs
        let pieces = Workers.tiles(
            of: y.rows, parts: (y.rows * depth + Self.patchLimit - 1) / Self.patchLimit, unit: 16)
        var patches = Tensor(uninitialized: [pieces.first?.count ?? 0, depth])
        weight.withMatrix { weight in
            patches.withMutableMatrix { patches in
                for piece in pieces {
                    for group in 0..<geometry.groups {
                        let part = patches.rows(0..<piece.count)
                        gather(x.columns(group * inputs..<(group + 1) * inputs), band, piece, into: part)
                        let range = group * outputs..<(group + 1) * outputs
                        backend.product(
                            Matrix(base: part.base, rows: part.rows, columns: depth), weight.rows(range),
                            transposeB: true, scale: 1, into: y.rows(piece).columns(range))
                    }
                }
            }
        }
    }

    /// What the pixels in `piece` (counted within the band) see, with zeros outside the map.
    private func gather(
        _ x: Matrix, _ band: ConvolutionBand, _ piece: Range<Int>, into patches: MutableMatrix
    ) {
        let (depth, columns) = (x.columns, geometry.kernelColumns)
        for pixel in piece {
            let row = band.outputRows.lowerBound + pixel / band.outputColumns
            let top = row * geometry.rowStride - geometry.padding.top
            let left = pixel % band.outputColumns * geometry.columnStride - geometry.padding.left
            var target = patches.base + (pixel - piece.lowerBound) * patches.stride
            for tap in 0..<geometry.kernelRows * columns {
                let y = top + tap / columns * geometry.rowDilation
                let at = left + tap % columns * geometry.columnDilation
                // Safety: (y, at) is checked to be inside the map; the target has `depth` elements for each tap.
                if y >= 0, y < band.height, at >= 0, at < band.width {
                    target.update(from: x.base + (y * band.width + at) * x.stride, count: depth)
                } else {
                    target.update(repeating: 0, count: depth)
                }
                target += depth
            }
        }
    }

    private func convolveDepthwise(_ x: Matrix, _ band: ConvolutionBand, into y: MutableMatrix) {
        let pixels = band.outputColumns
        weight.withMatrix { weight in
            for row in band.outputRows {
                let top = row * geometry.rowStride - geometry.padding.top
                let rows: [UnsafePointer<Float>?] = (0..<geometry.kernelRows).map {
                    let at = top + $0 * geometry.rowDilation
                    return at >= 0 && at < band.height ? x.base + at * band.width * x.stride : nil
                }
                // Safety: the rows given are inside the map; the result has `outputColumns` pixels in each row.
                kernel_depthwise_row(
                    y.base + (row - band.outputRows.lowerBound) * pixels * y.stride, pixels, x.columns, rows,
                    geometry.kernelRows, geometry.kernelColumns, band.width, -geometry.padding.left,
                    geometry.columnStride, geometry.columnDilation, weight.base)
            }
        }
    }
}

import CKernels

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Resizing of channels-last maps, as PyTorch's `interpolate` without antialias: pixel centres lie at half numbers
/// (`align_corners` is false).
extension Tensor {
    /// Each pixel four times: `[2 height, 2 width, channels]`.
    package func upsampledNearest2x() -> Tensor {
        precondition(shape.count == 3, "a map has three axes, found \(shape)")
        let (height, width, channels) = (shape[0], shape[1], shape[2])
        var result = Tensor(uninitialized: [2 * height, 2 * width, channels])
        withUnsafeBuffer { source in
            result.withUnsafeMutableBuffer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                for pixel in 0..<4 * height * width {
                    let (row, column) = (pixel / (2 * width) / 2, pixel % (2 * width) / 2)
                    // Safety: (row, column) is inside the map, and the target has 4 * height * width pixels.
                    (to + pixel * channels).update(
                        from: from + (row * width + column) * channels, count: channels)
                }
            }
        }
        return result
    }

    /// Bilinear interpolation of the four nearest pixels: `[height, width, channels]`.
    package func resizedBilinear(height: Int, width: Int) -> Tensor {
        resized(height: height, width: width) { position in
            let clamped = Swift.max(0, position)
            let first = Int(clamped)
            return (first, [1 - Float(clamped - Double(first)), Float(clamped - Double(first))])
        }
    }

    /// Bicubic interpolation of the sixteen nearest pixels (Keys 1981, with a = -0.75): `[height, width, channels]`.
    package func resizedBicubic(height: Int, width: Int) -> Tensor {
        resized(height: height, width: width) { position in
            let first = floor(position)
            let t = position - first
            let a = -0.75
            func near(_ x: Double) -> Double { ((a + 2) * x - (a + 3)) * x * x + 1 }
            func far(_ x: Double) -> Double { ((a * x - 5 * a) * x + 8 * a) * x - 4 * a }
            return (Int(first) - 1, [far(1 + t), near(t), near(1 - t), far(2 - t)].map(Float.init))
        }
    }

    /// Rows first, then columns; `taps` gives the first pixel and the weights at a position of the source.
    private func resized(height: Int, width: Int, taps: (Double) -> (Int, [Float])) -> Tensor {
        precondition(shape.count == 3 && height > 0 && width > 0, "\(shape) to \(height) x \(width)")
        func weights(_ extent: Int, _ number: Int) -> [(Int, [Float])] {
            (0..<number).map { taps((Double($0) + 0.5) * Double(extent) / Double(number) - 0.5) }
        }
        let channels = shape[2]
        let rows = reshaped([shape[0], shape[1] * channels]).mixedRows(weights(shape[0], height))
        var result = Tensor(uninitialized: [height, width, channels])
        let columns = weights(shape[1], width)
        for row in 0..<height {
            let mixed = rows.rows(row..<row + 1).reshaped([shape[1], channels]).mixedRows(columns)
            result.replaceRow(row, by: mixed)
        }
        return result
    }

    /// Weighted sums of rows; rows outside are those at the edge.
    private func mixedRows(_ weights: [(Int, [Float])]) -> Tensor {
        let width = lastExtent
        var result = Tensor(zeros: [weights.count, width])
        withMatrix { x in
            result.withMutableMatrix { y in
                for (row, (first, factors)) in weights.enumerated() {
                    for (tap, factor) in factors.enumerated() {
                        let source = Swift.min(Swift.max(first + tap, 0), x.rows - 1)
                        // Safety: both rows are inside their matrices of `width` columns.
                        kernel_add_scaled(y.base + row * width, x.base + source * width, width, factor)
                    }
                }
            }
        }
        return result
    }

    private mutating func replaceRow(_ row: Int, by other: Tensor) {
        withUnsafeMutableBuffer { target in
            other.withUnsafeBuffer { source in
                let start = row * source.count
                // Safety: the rebased part has as many elements as `other`.
                _ = UnsafeMutableBufferPointer(rebasing: target[start..<start + source.count])
                    .update(fromContentsOf: source)
            }
        }
    }
}

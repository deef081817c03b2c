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
        resized(height: height, width: width) { place in
            let clamped = Swift.max(0, place.position)
            let first = Int(clamped)
            return (first, [1 - Float(clamped - Double(first)), Float(clamped - Double(first))])
        }
    }

    /// Bicubic interpolation of the sixteen nearest pixels (Keys 1981, with a = -0.75): `[height, width, channels]`.
    ///
    /// - Parameter scale: pixels of the source for one of the result, by row and by column; that of their extents
    ///   where it is nil.
    package func resizedBicubic(
        height: Int, width: Int, scale: (rows: Double, columns: Double)? = nil
    ) -> Tensor {
        resized(height: height, width: width, scale: scale) { place in
            let first = floor(place.position)
            let t = place.position - first
            let factors = [1 + t, t, 1 - t, 2 - t].map { Float(Self.cubic($0, a: -0.75)) }
            return (Int(first) - 1, factors)
        }
    }

    /// Bicubic interpolation (a = -0.5) over windows that widen with the scale, as PyTorch's `interpolate` with
    /// `antialias`: `[height, width, channels]`.
    package func resizedBicubicAntialiased(height: Int, width: Int) -> Tensor {
        resized(height: height, width: width) { place in
            let stretch = Swift.max(1, place.scale)
            let centre = place.position + 0.5
            let first = Swift.max(0, Int(centre - 2 * stretch + 0.5))
            let end = Swift.min(place.extent, Int(centre + 2 * stretch + 0.5))
            let factors = (first..<end).map {
                Self.cubic(abs((Double($0) - centre + 0.5) / stretch), a: -0.5)
            }
            let sum = factors.reduce(0, +)
            return (first, factors.map { Float($0 / sum) })
        }
    }

    /// Keys' piecewise cubic at a distance of 0 or more.
    private static func cubic(_ x: Double, a: Double) -> Double {
        if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
        return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0
    }

    /// Where a pixel of a result lies along one axis of the source.
    private struct Place {
        /// In pixels of the source, whose centres are whole numbers.
        let position: Double
        /// Pixels of the source for one of the result.
        let scale: Double
        /// Pixels of the source.
        let extent: Int
    }

    /// Rows first, then columns; `taps` gives the first pixel and the weights at a place of the source.
    private func resized(
        height: Int, width: Int, scale: (rows: Double, columns: Double)? = nil,
        taps: (Place) -> (Int, [Float])
    ) -> Tensor {
        precondition(shape.count == 3 && height > 0 && width > 0, "\(shape) to \(height) x \(width)")
        func weights(_ extent: Int, _ number: Int, _ scale: Double?) -> [(Int, [Float])] {
            let scale = scale ?? Double(extent) / Double(number)
            return (0..<number).map {
                taps(Place(position: (Double($0) + 0.5) * scale - 0.5, scale: scale, extent: extent))
            }
        }
        let channels = shape[2]
        let rows = reshaped([shape[0], shape[1] * channels]).mixedRows(
            weights(shape[0], height, scale?.rows))
        var result = Tensor(uninitialized: [height, width, channels])
        let columns = weights(shape[1], width, scale?.columns)
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

extension RGBImage {
    /// The image at `width` x `height`, each result rounded to 8 bits exactly as the program named by `kernel` does.
    ///
    /// Antialiased kernels round to 8 bits after each axis (Pillow); an axis that keeps its extent is left out.
    public func resized(width: Int, height: Int, kernel: ResizeKernel) -> RGBImage {
        precondition(width > 0 && height > 0, "an image has at least one pixel")
        if width == self.width && height == self.height { return self }
        switch kernel {
        case .nearest: return nearest(width: width, height: height)
        case .bilinear: return bilinear(width: width, height: height)
        case .area: return area(width: width, height: height)
        case .bilinearAntialias: return antialiased(width: width, height: height, window: .triangle)
        case .bicubicAntialias: return antialiased(width: width, height: height, window: .cubic)
        case .lanczosAntialias: return antialiased(width: width, height: height, window: .lanczos)
        case .boxAntialias: return antialiased(width: width, height: height, window: .box)
        }
    }

    /// Pillow's fixed point: one axis, rounding to 8 bits, then the other.
    private func antialiased(width: Int, height: Int, window: ResampleWindow) -> RGBImage {
        // The order of Pillow 13 (measured: the only rule that explains 9,436 resizes); older ones always begin with
        // columns. Results differ by the rounding in between, and by its clamping for windows with negative lobes.
        let rowsFirst = height < self.height && self.height - height > 2 * (self.width - width)
        if rowsFirst {
            return antialiased(height: height, window: window).antialiased(width: width, window: window)
        }
        return antialiased(width: width, window: window).antialiased(height: height, window: window)
    }

    private func antialiased(width: Int, window: ResampleWindow) -> RGBImage {
        if width == self.width { return self }
        let taps = PillowTaps(.antialiased(from: self.width, to: width, window: window))
        let result = taps.pass(pixels, outer: height, length: self.width, inner: 3)
        return RGBImage(width: width, height: height, pixels: result)
    }

    private func antialiased(height: Int, window: ResampleWindow) -> RGBImage {
        if height == self.height { return self }
        let taps = PillowTaps(.antialiased(from: self.height, to: height, window: window))
        let result = taps.pass(pixels, outer: 1, length: self.height, inner: 3 * width)
        return RGBImage(width: width, height: height, pixels: result)
    }

    private func nearest(width: Int, height: Int) -> RGBImage {
        let columns = ResampleTaps.nearest(from: self.width, to: width).runs.map(\.start)
        let rows = ResampleTaps.nearest(from: self.height, to: height).runs.map(\.start)
        var result = [UInt8]()
        result.reserveCapacity(3 * width * height)
        for row in rows {
            for column in columns {
                let at = 3 * (row * self.width + column)
                result.append(contentsOf: pixels[at..<(at + 3)])
            }
        }
        return RGBImage(width: width, height: height, pixels: result)
    }

    /// OpenCV's `INTER_LINEAR`, which at exactly half the size is the average of four.
    private func bilinear(width: Int, height: Int) -> RGBImage {
        if self.width == 2 * width && self.height == 2 * height { return halved() }
        return blended(
            width: width, height: height, columns: .linear(from: self.width, to: width),
            rows: .linear(from: self.height, to: height))
    }

    /// OpenCV's `INTER_AREA`.
    private func area(width: Int, height: Int) -> RGBImage {
        guard width <= self.width && height <= self.height else {
            return blended(
                width: width, height: height, columns: .areaGrowing(from: self.width, to: width),
                rows: .areaGrowing(from: self.height, to: height))
        }
        if self.width == 2 * width && self.height == 2 * height { return halved() }
        let exact = FloatImage(self, divisor: 1).resized(width: width, height: height, kernel: .area)
        return RGBImage(
            width: width, height: height,
            pixels: exact.values.map { UInt8(min(max($0.rounded(.toNearestOrEven), 0), 255)) })
    }

    /// The average of each 2 x 2 square, halves rounded up.
    private func halved() -> RGBImage {
        let width = self.width / 2, height = self.height / 2
        var result = [UInt8](repeating: 0, count: 3 * width * height)
        for y in 0..<height {
            for x in 0..<(3 * width) {
                let at = 6 * y * self.width + 6 * (x / 3) + x % 3
                let upper = Int(pixels[at]) + Int(pixels[at + 3])
                let lower = Int(pixels[at + 3 * self.width]) + Int(pixels[at + 3 * self.width + 3])
                result[3 * y * width + x] = UInt8((upper + lower + 2) / 4)
            }
        }
        return RGBImage(width: width, height: height, pixels: result)
    }

    /// OpenCV's 8-bit bilinear: weights of 11 bits along both axes, rounded once at the end.
    private func blended(width: Int, height: Int, columns: NeighbourPairs, rows: NeighbourPairs) -> RGBImage {
        // OpenCV clamps the weights of columns at the borders, but of rows only the positions.
        let across = OpenCVTaps(columns.clamped), down = OpenCVTaps(rows)
        var result = [UInt8](repeating: 0, count: 3 * width * height)
        let lines = (0..<self.height).map { y in across.line(pixels, from: 3 * y * self.width) }
        for y in 0..<height {
            down.blend(lines, at: y, into: &result, from: 3 * y * width)
        }
        return RGBImage(width: width, height: height, pixels: result)
    }
}

import Images

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Paints skin: texture, redness, wrinkles and lentigines, as densities.
struct SkinPainter {
    /// The skin to paint.
    let skin: SkinAppearance

    /// Adds the skin's structure to a canvas of its colour.
    func paint(on canvas: inout OpticalCanvas) {
        let size = canvas.size
        let grain = FractalNoise(
            firstCells: 2, octaves: 7, decay: FractalNoise.skinDecay, key: skin.keys[0]
        )
        .plane(size: size)
        let redness = FractalNoise(firstCells: 2.5, octaves: 4, decay: 0.8, key: skin.keys[1]).plane(
            size: size)
        let folds = wrinkles(size: size)
        let perLightness = OpticalCanvas.densityPerLightness(at: skin.tone.colour.lightness)
        let grainScale = Float(skin.textureDeviation) * perLightness
        let foldScale = Float(skin.wrinkleDepth) * perLightness
        // Redness moves a* by about 2 (105 HAM10000 images: sd of a* 2.8, sensor noise included).
        let blush = 0.035 as Float
        canvas.withPlanes { red, green, blue in
            for pixel in 0..<red.count {
                let neutral = grainScale * grain[pixel] - foldScale * folds[pixel]
                let flush = blush * redness[pixel]
                red[pixel] += neutral + 0.5 * flush
                green[pixel] += neutral - flush
                blue[pixel] += neutral - 0.8 * flush
            }
        }
        paintLentigines(on: &canvas)
    }

    private func paintLentigines(on canvas: inout OpticalCanvas) {
        let contrast = LesionColour.contrast(on: skin.tone) * 0.75
        let colour = LesionColour.lightBrown.colour(on: skin.tone.colour, contrast: contrast)
        let density = OpticalCanvas.density(of: colour) - OpticalCanvas.density(of: skin.tone.colour)
        for spot in skin.lentigines { spot.add(density: density, to: &canvas) }
    }

    /// Two crossing families of fine dark lines of height 1 and 0.6, with mean 0.
    private func wrinkles(size: Int) -> [Float] {
        let warp = FractalNoise(firstCells: 3, octaves: 4, decay: 0.7, key: skin.keys[2]).plane(size: size)
        let step = Float(skin.wrinkleCount) / Float(size)
        let main = Float(skin.wrinkleDirection) * 2 * .pi
        let cross = main + 1.25
        let (mainX, mainY) = (cos(main) * step, sin(main) * step)
        let (crossX, crossY) = (cos(cross) * step * 0.8, sin(cross) * step * 0.8)
        var lines = [Float](repeating: 0, count: size * size)
        // Safety: pixel runs over 0..<size * size, the count of both buffers.
        lines.withUnsafeMutableBufferPointer { lines in
            warp.withUnsafeBufferPointer { warp in
                for y in 0..<size {
                    for x in 0..<size {
                        let pixel = y * size + x
                        let bend = 0.45 * warp[pixel]
                        let first = Self.line(mainX * Float(x) + mainY * Float(y) + bend)
                        let second = Self.line(crossX * Float(x) + crossY * Float(y) - 0.6 * bend)
                        lines[pixel] = first + 0.6 * second - Self.meanLine
                    }
                }
            }
        }
        return lines
    }

    /// The mean of two families, so that wrinkles leave the mean colour alone: 1.6 times 63 / 256.
    private static let meanLine: Float = 0.394

    /// A narrow line once a turn: the fifth power of a raised cosine.
    @inline(__always)
    private static func line(_ turns: Float) -> Float {
        let wave = 0.5 + 0.5 * Approximation.cosine(turns: turns)
        let square = wave * wave
        return square * square * wave
    }
}

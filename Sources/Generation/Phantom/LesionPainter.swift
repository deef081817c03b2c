import Images

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Paints a lesion as densities over skin.
struct LesionPainter {
    /// The lesion to paint.
    let lesion: Lesion
    /// The skin it lies on.
    let tone: SkinTone

    private var contrast: Double { LesionColour.contrast(on: tone) }

    /// Adds the lesion to a canvas of densities and returns its mask, `size * size` values of 0 or 1.
    func paint(on canvas: inout OpticalCanvas) -> [UInt8] {
        let size = canvas.size
        let ragged = FractalNoise(firstCells: 4, octaves: 5, decay: 0.65, key: lesion.keys[0]).plane(
            size: size)
        let shade = FractalNoise(firstCells: 5, octaves: 5, decay: 0.75, key: lesion.keys[1]).plane(
            size: size)
        let area = LesionCoverage(lesion, size: size, fray: ragged)
        let colours = layers(size: size)
        let lattice = PigmentLattice(lesion.network, size: size)
        let perLightness = OpticalCanvas.densityPerLightness(at: bodyColour.lightness) * Float(contrast)
        let lines = Float(lesion.network.depth) * perLightness
        let mottle = Float(1.2 + 2.2 * lesion.atypia) * perLightness
        let body = density(of: lesion.body)
        canvas.withPlanes { red, green, blue in
            for pixel in 0..<red.count where area.coverage[pixel] > 0.004 {
                let (x, y) = (pixel % size, pixel / size)
                var (local, bare) = (body, Float(1))
                for layer in colours {
                    let weight = layer.weight(x: x, y: y, ragged: ragged[pixel])
                    local += (layer.density - local) * weight
                    bare *= 1 - 0.8 * weight
                }
                let dark = lattice.darkness(x: x, y: y, patchiness: shade[pixel])
                local += mottle * shade[pixel] - lines * bare * dark
                red[pixel] += area.coverage[pixel] * local.x
                green[pixel] += area.coverage[pixel] * local.y
                blue[pixel] += area.coverage[pixel] * local.z
            }
        }
        let dark = (density(of: .darkBrown) - body) * 0.6
        for dot in lesion.dots {
            dot.add(density: SIMD3(min(dark.x, -0.5), min(dark.y, -0.5), min(dark.z, -0.5)), to: &canvas)
        }
        return area.mask
    }

    private var bodyColour: CIELAB { lesion.body.colour(on: tone.colour, contrast: contrast) }

    /// A colour's density over the skin's.
    private func density(of colour: LesionColour) -> SIMD3<Float> {
        OpticalCanvas.density(of: colour.colour(on: tone.colour, contrast: contrast))
            - OpticalCanvas.density(of: tone.colour)
    }

    private func layers(size: Int) -> [Layer] {
        (lesion.patches + (lesion.veil.map { [$0] } ?? [])).map { patch in
            Layer(
                density: density(of: patch.colour), x: Float((lesion.contour.x + patch.x) * Double(size)),
                y: Float((lesion.contour.y + patch.y) * Double(size)),
                perRadius: Float(1 / (patch.radius * Double(size))),
                sharpness: Float(1 / patch.softness), strength: Float(patch.strength))
        }
    }

    /// A patch of colour in pixels.
    private struct Layer {
        let density: SIMD3<Float>
        let x, y, perRadius, sharpness, strength: Float

        /// The layer's share at a pixel; the field makes its edge ragged.
        @inline(__always)
        func weight(x column: Int, y row: Int, ragged: Float) -> Float {
            let (dx, dy) = (Float(column) + 0.5 - x, Float(row) + 0.5 - y)
            let inside = 1 - (dx * dx + dy * dy).squareRoot() * perRadius + 0.22 * ragged
            let ramp = min(max(0.5 + inside * sharpness, 0), 1)
            return strength * ramp * ramp * (3 - 2 * ramp)
        }
    }
}

import Images

/// Lays hairs over the light of skin and lesion.
struct HairPainter {
    /// The hairs.
    let strands: [HairStrand]
    /// The skin, which decides their colour.
    let tone: SkinTone

    /// Covers light with hair.
    func paint(on canvas: inout OpticalCanvas) {
        guard !strands.isEmpty else { return }
        var coverage = [Float](repeating: 0, count: canvas.size * canvas.size)
        for strand in strands { strand.cover(&coverage, size: canvas.size) }
        let colour = OpticalCanvas.light(of: colour)
        canvas.withPlanes { red, green, blue in
            for pixel in 0..<red.count where coverage[pixel] > 0 {
                let share = 0.88 * coverage[pixel]
                OpticalCanvas.cover(&red[pixel], with: Float(colour.x), by: share)
                OpticalCanvas.cover(&green[pixel], with: Float(colour.y), by: share)
                OpticalCanvas.cover(&blue[pixel], with: Float(colour.z), by: share)
            }
        }
    }

    /// Brown on light skin, black on dark skin.
    private var colour: CIELAB {
        let lightness = min(max(8 + 0.22 * (tone.typologyAngle + 20), 5), 24)
        return CIELAB(lightness: lightness, a: 6, b: 7)
    }
}

import Tensors

/// Everything drawn about one image, before any pixel: the same at every image size.
struct PhantomScene: Sendable, Hashable {
    /// What was asked for.
    var subject: PhantomSubject
    /// How the picture is taken.
    var style: PhantomStyle
    /// The skin.
    var skin: SkinAppearance
    /// The hairs.
    var hairs: [HairStrand]
    /// The lesion.
    var lesion: Lesion
    /// Everything else in view.
    var artefacts: Artefacts
    /// Gains of red, green and blue in linear light.
    var cast: SIMD3<Double>

    /// Draws a scene.
    static func draw(
        _ subject: PhantomSubject, style: PhantomStyle, ambiguity: Double, stream: inout RandomStream
    ) -> PhantomScene {
        let skin = SkinAppearance.draw(subject, zoom: style.zoom, stream: &stream)
        let hairs = HairStrand.drawAll(subject, zoom: style.zoom, stream: &stream)
        let lesion = Lesion.draw(subject, ambiguity: ambiguity, zoom: style.zoom, stream: &stream)
        let artefacts = Artefacts.draw(subject.diagnosis, style: style, stream: &stream)
        var cast = style.cast
        for channel in 0..<3 {
            cast[channel] *= 1 + style.castSpread * min(max(stream.nextNormal(), -2.5), 2.5)
        }
        return PhantomScene(
            subject: subject, style: style, skin: skin, hairs: hairs, lesion: lesion, artefacts: artefacts,
            cast: cast)
    }
}

import Images
import Tensors

/// The procedural renderer `phantom()`: draws dermoscopy-like images whose every property is known.
///
/// An instrument's test object, like a phantom in radiology: not a simulation of disease. Colours are composed in linear light
/// and stated in CIELAB under D65. Everything is drawn from the image's own random stream, in one order, and depends on
/// the image size in nothing but resolution.
public struct PhantomRenderer: Sendable {
    /// Names the look: images of equal version, subject, style, size and stream have equal bytes.
    public static let version = "phantom-2"

    /// The sides it can draw, in pixels.
    public static let sizes = 32...512

    /// The share of each diagnosis that is drawn from the range both share.
    public static let defaultAmbiguity = 0.08

    /// Draws an image.
    ///
    /// - Parameters:
    ///   - person: the attributes to show.
    ///   - size: the side in pixels, one of `sizes`.
    ///   - style: how the picture is taken.
    ///   - ambiguity: the share drawn from the range that both diagnoses share, 0...1.
    ///   - stream: the image's own stream; it is advanced.
    public static func render(
        _ person: PhantomSubject, size: Int = 128, style: PhantomStyle = .isic,
        ambiguity: Double = defaultAmbiguity, stream: inout RandomStream
    ) -> PhantomRendering {
        precondition(sizes.contains(size), "the phantom's side is \(sizes), not \(size)")
        let scene = PhantomScene.draw(person, style: style, ambiguity: ambiguity, stream: &stream)
        var canvas = OpticalCanvas(size: size, colour: scene.skin.tone.colour)
        SkinPainter(skin: scene.skin).paint(on: &canvas)
        let mask = LesionPainter(lesion: scene.lesion, tone: scene.skin.tone).paint(on: &canvas)
        canvas.exposeDensity()
        HairPainter(strands: scene.hairs, tone: scene.skin.tone).paint(on: &canvas)
        scene.artefacts.paint(on: &canvas)
        return PhantomRendering(
            size: size, values: canvas.encoded(cast: scene.cast), mask: mask, truth: PhantomTruth(scene))
    }
}

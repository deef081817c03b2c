import Tensors

/// What lies in the picture besides skin, hair and lesion, at the frequencies annotated in 2,594 images of ISIC 2018
/// (Bissoto et al. 2020; data/calibration).
struct Artefacts: Sendable, Hashable {
    /// Dark corners of a round field of view: 0.37 (melanoma 0.45, nevus 0.35).
    var darkCorners: DarkCorners?
    /// A ruler along one side: 0.50.
    var ruler: Ruler?
    /// Bubbles in the gel: in 0.49 of images.
    var bubbles: [GelBubble]
    /// Strokes of a surgical pen: in 0.17 of images.
    var ink: [InkStroke]

    /// Draws the artefacts of an image.
    static func draw(
        _ diagnosis: PhantomDiagnosis, style: PhantomStyle, stream: inout RandomStream
    ) -> Artefacts {
        let corners = stream.nextChance(diagnosis == .melanoma ? 0.45 : 0.35)
        let drawnCorners = DarkCorners.draw(stream: &stream)
        let ruler = stream.nextChance(style.rulerFrequency)
        let drawnRuler = Ruler.draw(stream: &stream)
        let gel = stream.nextChance(0.49)
        let bubbles = (0..<(1 + stream.nextPoisson(mean: 3))).map { _ in
            GelBubble.draw(zoom: style.zoom, stream: &stream)
        }
        let pen = stream.nextChance(0.17)
        let ink = (0..<(1 + stream.nextPoisson(mean: 0.8))).map { _ in InkStroke.draw(stream: &stream) }
        return Artefacts(
            darkCorners: corners ? drawnCorners : nil, ruler: ruler ? drawnRuler : nil,
            bubbles: gel ? bubbles : [],
            ink: pen ? ink : [])
    }

    /// Lays the artefacts over light, in the order of the light's way: ink, gel, ruler, field stop.
    func paint(on canvas: inout OpticalCanvas) {
        for stroke in ink { stroke.paint(on: &canvas) }
        for bubble in bubbles { bubble.paint(on: &canvas) }
        ruler?.paint(on: &canvas)
        darkCorners?.paint(on: &canvas)
    }
}

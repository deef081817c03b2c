/// Everything drawn about a lesion.
///
/// One number between 0 and 1, `atypia`, moves every feature from the common nevus to the plain melanoma: shape, border,
/// number and place of colours, network, dots, streaks, veil. Clear nevi have atypia 0...0.3 and clear melanomas
/// 0.7...1; an `ambiguity` share of each is drawn from 0.3...0.7 whatever it is, so that no reader can be always right.
struct Lesion: Sendable, Hashable {
    /// Position on the way from nevus to melanoma.
    var atypia: Double
    /// Whether atypia was drawn from the range that both diagnoses share.
    var ambiguous: Bool
    /// The outline; the mask is its inside.
    var contour: LesionContour
    /// Distance over which the colour step falls from 80 to 20 %, fraction of the side.
    var borderWidth: Double
    /// Colour of the body.
    var body: LesionColour
    /// Further colours.
    var patches: [LesionPatch]
    /// A blue-white veil, if any: one of the patches of colour.
    var veil: LesionPatch?
    /// Dark dots and globules, around the image's origin.
    var dots: [SoftSpot]
    /// Radial streaks at the border.
    var streaks: [LesionStreak]
    /// The pigment network.
    var network: PigmentNetwork
    /// Keys of the fields that bend patches, shade the body and fray the border.
    var keys: [UInt32]

    /// The colours it shows, of the six of dermoscopy, in the palette's order.
    var colourNames: [String] {
        let shown = Set([body.name] + patches.map(\.colour.name) + (veil.map { [$0.colour.name] } ?? []))
        return LesionColour.palette.map(\.name).filter(shown.contains)
    }
}

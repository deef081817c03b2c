/// An area of another colour inside a lesion. Lengths are fractions of the image side.
struct LesionPatch: Sendable, Hashable {
    /// Centre, from the lesion's centre to the right.
    var x: Double
    /// Centre, from the lesion's centre downwards.
    var y: Double
    /// Radius before the ragged edge.
    var radius: Double
    /// Width of the edge as a share of the radius.
    var softness: Double
    /// Share of the patch's colour at its centre, 0...1.
    var strength: Double
    /// What it is coloured.
    var colour: LesionColour
}

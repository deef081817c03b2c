/// A radial streak at a lesion's border. Lengths are fractions of the image side.
struct LesionStreak: Sendable, Hashable {
    /// Direction from the centre, turns.
    var direction: Double
    /// Length across the border.
    var length: Double
    /// Half of the width.
    var halfWidth: Double
}

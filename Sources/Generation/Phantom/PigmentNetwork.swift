/// A pigment network: dark lines around a hexagonal lattice of holes.
struct PigmentNetwork: Sendable, Hashable {
    /// Distance of neighbouring holes, fraction of the image side.
    var period: Double
    /// Direction of the lattice, turns.
    var direction: Double
    /// Depth of the lines in L* on light skin.
    var depth: Double
    /// 0 is regular; 1 is bent and patchy.
    var irregularity: Double
    /// Key of the field that bends it.
    var key: UInt32
}

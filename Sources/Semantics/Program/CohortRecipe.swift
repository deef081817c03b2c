/// What a cohort was described by, so that `with` can change a part of it.
public struct CohortRecipe: Sendable, Hashable {
    /// The attributes that the script states, with all their values.
    let axes: [CohortAxis]
    /// How many images.
    let count: Int
    /// Whether `count` is of all cells together.
    let isTotal: Bool
    /// The template of prompts that the script writes; nil for the catalogue's.
    let prompt: String?
    /// The source of images that the script names; nil for the usual one.
    let generator: GeneratorDescription?
    /// The seed that the script states; nil for the script's own.
    let seed: UInt64?
    /// Which cells stay; all must hold.
    let conditions: [CellCondition]
}

import Diagnostics
import Syntax

/// The clauses of a cohort, sorted by what they say.
struct CohortParts {
    /// Where the wording of prompts comes from.
    enum Prompt {
        /// Written in a clause.
        case written(Expression)
        /// Of the cohort that this one is made from.
        case template(String)
    }

    /// The attributes with their values.
    var axes: [CohortAxis] = []
    /// Where they are written.
    var axisSpans: [String: SourceSpan] = [:]
    /// How many images.
    var count: (number: Int, isTotal: Bool, span: SourceSpan)?
    /// The source of images.
    var generator: GeneratorDescription?
    /// The wording of prompts.
    var prompt: Prompt?
    /// The root of the random streams.
    var seed: UInt64?
    /// The attributes that conditions may ask about.
    var known: [String] = []
    /// Which cells stay.
    var conditions: [CellCondition] = []

    /// Nothing is said yet.
    init() {}

    /// What a cohort was described by.
    init(_ recipe: CohortRecipe, at span: SourceSpan) {
        axes = recipe.axes
        for axis in axes { axisSpans[axis.attribute] = span }
        count = (recipe.count, recipe.isTotal, span)
        generator = recipe.generator
        prompt = recipe.prompt.map { .template($0) }
        seed = recipe.seed
        conditions = recipe.conditions
    }

    /// The same with what `changes` says in place of its own; conditions hold together.
    func changed(by changes: CohortParts) -> CohortParts {
        var parts = self
        for axis in changes.axes {
            if let place = parts.axes.firstIndex(where: { $0.attribute == axis.attribute }) {
                parts.axes[place] = axis
            } else {
                parts.axes.append(axis)
            }
        }
        parts.axisSpans.merge(changes.axisSpans) { $1 }
        parts.count = changes.count ?? count
        parts.generator = changes.generator ?? generator
        parts.prompt = changes.prompt ?? prompt
        parts.seed = changes.seed ?? seed
        parts.conditions += changes.conditions
        return parts
    }
}

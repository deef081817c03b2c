/// Everything a script may name that it does not declare: attributes, metrics, generators, classifiers, options, settings.
///
/// A plain value, so that `check`, `fmt` and an editor need no engine and no weights.
public struct Catalogue: Sendable {
    /// The attributes of people and lesions.
    public var attributes: [AttributeDefinition]
    /// The metrics.
    public var metrics: [MetricDefinition]
    /// The sources of images.
    public var generators: [GeneratorDefinition]
    /// The classifiers of the zoo.
    public var classifiers: [ClassifierDefinition]
    /// The networks that run from files of the user's.
    public var networks: [NetworkDefinition]
    /// The sources of data sets.
    public var datasets: [DatasetDefinition]
    /// The kinds of plot.
    public var plots: [PlotDefinition]
    /// The formats of `export`.
    public var formats: [FormatDefinition]
    /// The settings of `set`.
    public var settings: [OptionDefinition]
    /// The options of `audit ... with`.
    public var auditOptions: [OptionDefinition]
    /// The options of `report ... with`.
    public var reportOptions: [OptionDefinition]
    /// The options of `compare ... with`.
    public var compareOptions: [OptionDefinition]
    /// The options of `sample ... with`.
    public var sampleOptions: [OptionDefinition]
    /// The editions a script may name, oldest first.
    public var editions: [Int]
    /// The name of the generator that a cohort without `from` uses.
    public var defaultGenerator: String
    /// The prompt of a cohort without `prompt`.
    public var defaultPrompt: String

    /// The attribute with this name.
    public func attribute(_ name: String) -> AttributeDefinition? {
        attributes.first { $0.name == name }
    }

    /// The metric with this name or alias.
    public func metric(_ name: String) -> MetricDefinition? {
        metrics.first { $0.name == name || $0.aliases.contains(name) }
    }

    /// The generator with this name.
    public func generator(_ name: String) -> GeneratorDefinition? {
        generators.first { $0.name == name }
    }

    /// The classifier with this name.
    public func classifier(_ name: String) -> ClassifierDefinition? {
        classifiers.first { $0.name == name }
    }

    /// The network with this name.
    public func network(_ name: String) -> NetworkDefinition? {
        networks.first { $0.name == name }
    }

    /// What may stand behind `classifier NAME =`.
    public var classifierSources: [String] {
        let named = networks.map(\.name)
        return classifiers.map(\.name).filter { !named.contains($0) } + named + ["manifest"]
    }
}

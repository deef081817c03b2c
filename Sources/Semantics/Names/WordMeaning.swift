import Diagnostics

/// What a word of a script means where it stands.
package indirect enum WordMeaning: Sendable, Hashable {
    /// A name that a script has bound.
    case bound(BindingPlace)
    /// An attribute of the catalogue.
    case attribute(String)
    /// A metric of the catalogue, by its own name.
    case metric(String)
    /// A classifier of the zoo.
    case classifier(String)
    /// A network that runs from a file.
    case network(String)
    /// A generator of the catalogue.
    case generator(String)
    /// A source of data sets.
    case dataset(String)
    /// A kind of plot.
    case plot(String)
    /// A format of `export`.
    case format(String)
    /// An option of a statement or declaration.
    case option(OptionDefinition)
    /// What `set` sets.
    case setting(OptionDefinition)
}

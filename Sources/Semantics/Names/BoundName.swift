import Diagnostics

/// A name that a script binds, with what it stands for.
package struct BoundName: Sendable {
    /// The name.
    package let name: String
    /// What it stands for; in a loop, what it stood for in the first pass.
    package let binding: CheckEnvironment.Binding
    /// Where it was bound.
    package let place: BindingPlace
    /// The doc comment before its declaration.
    package let documentation: String?

    /// A name that an entry of an environment stands for.
    init(name: String, _ entry: CheckEnvironment.Entry, at place: BindingPlace) {
        self.name = name
        binding = entry.binding
        self.place = place
        documentation = entry.documentation
    }
}

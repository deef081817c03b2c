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

    private init(_ other: BoundName, name: String, place: BindingPlace) {
        self.name = name
        binding = other.binding
        self.place = place
        documentation = other.documentation
    }

    /// The same at another place, with a number for what stands for it in its name.
    func moved(to place: BindingPlace, named name: String) -> BoundName {
        BoundName(self, name: name, place: place)
    }
}

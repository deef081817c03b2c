import Diagnostics

/// A name that a script binds, with what it stands for.
package struct BoundName: Sendable {
    /// The name.
    package let name: String
    /// Where it was bound.
    package let place: BindingPlace
    private let entry: CheckEnvironment.Entry

    /// A name that an entry of an environment stands for.
    init(name: String, _ entry: CheckEnvironment.Entry, at place: BindingPlace) {
        self.name = name
        self.entry = entry
        self.place = place
    }

    /// What it stands for; in a loop, what it stood for in the first pass.
    package var binding: CheckEnvironment.Binding { entry.binding }

    /// The doc comment before its declaration.
    package var documentation: String? { entry.documentation }

    /// The same at another place, with a number for what stands for it in its name.
    func moved(to place: BindingPlace, named name: String) -> BoundName {
        BoundName(name: name, entry, at: place)
    }
}

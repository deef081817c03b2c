import Diagnostics

/// A name that a script binds, with what it stands for.
package struct BoundName: Sendable {
    /// The name.
    package let name: String
    /// What it stands for; in a loop, what it stood for in the first pass.
    package let binding: CheckEnvironment.Binding
    /// Where it was bound.
    package let place: BindingPlace
}

/// What a pickle says of an object: the name of its class or function, its arguments, and what was put into it.
struct PickleObject: Sendable {
    let module: String
    let name: String
    /// The arguments, a tuple.
    let arguments: PickleValue
    /// The state that was set.
    var state: PickleValue?
    /// The entries of an object that is a dictionary too.
    var items: [(key: PickleValue, value: PickleValue)] = []

    /// Whether the object is of the class or function `name` of `module`.
    func isOf(_ module: String, _ name: String) -> Bool { self.module == module && self.name == name }
}

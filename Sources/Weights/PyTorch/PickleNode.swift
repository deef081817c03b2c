/// A container or an object of a pickle: a record of what it would have been made of. Nothing is ever made of it.
enum PickleNode: Sendable {
    case list([PickleValue])
    case tuple([PickleValue])
    case set([PickleValue])
    /// A dictionary, ordered or not; later entries replace earlier ones.
    case dictionary([(key: PickleValue, value: PickleValue)])
    /// What Python would have made by a call or of a class.
    case object(PickleObject)
    /// What the pickle's reader is to supply: a tensor's storage.
    case persistent(PickleValue)
}

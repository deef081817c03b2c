/// What is wrong with a tensor's description, before it is known which tensor it is.
struct TorchFault: Error {
    let expected: String
    let found: String
}

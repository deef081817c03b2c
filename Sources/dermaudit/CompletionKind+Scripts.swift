import ArgumentParser

extension CompletionKind {
    /// Scripts, and the folders on the way to them.
    static var scripts: CompletionKind { .file(extensions: ["audit"]) }
}

import Reporting

/// What is inside a file, for people and for programs.
protocol InspectedFile {
    /// As a person reads it.
    ///
    /// - Parameter listsAll: whether every tensor is listed, however many there are.
    func text(listsAll: Bool) -> String
    /// For programs.
    var json: JSONValue { get }
}

extension FileInspection: InspectedFile {}

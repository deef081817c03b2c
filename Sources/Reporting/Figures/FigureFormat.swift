/// The files that a figure can be written to; the raw value is their extension.
package enum FigureFormat: String, Sendable, Hashable, CaseIterable {
    /// Scalable vector graphics.
    case svg
    /// Pixels.
    case png

    /// The format of a file by its extension.
    package init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }
}

/// The extents of a network's input, in pixels.
package struct InputExtents: Sendable, Codable, Equatable {
    package let width: Int
    package let height: Int
    /// The input's name, layout and element type in the original file, for people: here an image is float32,
    /// channels-last, whatever these say.
    package let name, layout, dtype: String?
}

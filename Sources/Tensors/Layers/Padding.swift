/// Zeros (or, for a maximum, nothing) around a feature map, in pixels.
package struct Padding: Hashable, Sendable {
    /// Rows above and below, columns to the left and right.
    package var top, left, bottom, right: Int

    /// Different padding at each side.
    package init(top: Int, left: Int, bottom: Int, right: Int) {
        (self.top, self.left, self.bottom, self.right) = (top, left, bottom, right)
    }

    /// `rows` above and below, `columns` to the left and right.
    package init(rows: Int, columns: Int) {
        self.init(top: rows, left: columns, bottom: rows, right: columns)
    }

    /// The same padding at all sides.
    package init(_ all: Int) { self.init(rows: all, columns: all) }

    /// No padding.
    package static let none = Padding(0)
}

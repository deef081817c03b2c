import Provenance

/// What a run is told from outside the script.
package struct RunOptions: Sendable {
    /// The folder that relative paths of the script start from; empty for the working folder.
    package var folder = ""
    /// Worker threads; nil leaves them to the script.
    package var threads: Int?
    /// Where finished images are kept; nil keeps none.
    package var store: ContentStore?
    /// Whether reports are written as JSON.
    package var writesJSON = false
    /// Whether reports carry terminal colours.
    package var isColoured = false
    /// The columns of the page that reports are laid out for.
    package var width = 100

    /// The defaults: no store, text without colours.
    package init() {}
}

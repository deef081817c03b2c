import Diagnostics

extension EditorHost {
    /// The path of a file that a script in `folder` uses, without `.` and `..`; nil without one.
    func plainPath(ofUsed name: String, in folder: String) -> String? {
        path(ofUsed: name, in: folder).map(PathText.plain)
    }

    /// The paths of the scripts that lie in a folder, sorted.
    func scripts(in folder: String) -> [String] {
        paths(startingWith: "", in: folder).filter { $0.hasSuffix(".audit") }.map {
            PathText.plain(folder + "/" + $0)
        }
    }
}

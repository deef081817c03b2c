import Foundation

/// The folder of a model, which the files that it names must not leave.
struct ONNXFolder {
    private let model: String
    private let folder: URL

    /// The folder of the model at `path`.
    init(of path: String) {
        model = path
        folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    }

    /// The path of a file that the model names, if it lies in the folder, links followed.
    func path(of name: String) throws(WeightsError) -> String {
        let root = folder.resolvingSymlinksInPath().path
        let found = folder.appendingPathComponent(name).resolvingSymlinksInPath().path
        let isInside = found.hasPrefix(root == "/" ? root : root + "/")
        guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains(".."), isInside else {
            throw .refused(
                path: model, place: "external data",
                "the file `\(TensorName.shown(name))` outside the model's folder")
        }
        return found
    }
}

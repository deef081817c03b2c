import Foundation
import Tensors

/// The classifiers that come with the program, by the names of the papers; a folder holds their manifests and weights.
package struct Zoo: Sendable {
    /// The names, in the order of the papers' tables.
    package static let names = ["MelaNet", "SkinLesionDensenet", "DeepGuide"]

    /// The folder of the embedded models.
    package let folder: String

    /// The zoo in `folder`.
    package init(folder: String) {
        self.folder = folder
    }

    /// The manifest's path of the classifier `name`.
    package func manifestPath(of name: String) throws(ClassificationError) -> String {
        guard Self.names.contains(name) else { throw .unknownName(name: name, known: Self.names) }
        return URL(fileURLWithPath: folder).appendingPathComponent(name.lowercased() + ".json").path
    }

    /// The manifest of the classifier `name`, without loading its weights.
    package func manifest(of name: String) throws(ClassificationError) -> ClassifierManifest {
        try ClassifierManifest.read(manifestPath(of: name)).manifest
    }

    /// Loads the classifier `name`.
    package func classifier(_ name: String, on engine: Engine) throws(ClassificationError) -> Classifier {
        try Classifier.load(manifest: manifestPath(of: name), on: engine)
    }
}

import Generation
import Hashing
import Images
import Provenance
import Semantics
import Tensors

/// Gives the images of one cohort: from the store where they were made before, else freshly made and kept.
package struct ImageSource: Sendable {
    /// One image and where it came from.
    package struct Item: Sendable {
        /// The pixels.
        package let image: RGBImage
        /// The address of the image.
        package let key: ContentKey
        /// Whether the store had it.
        package let isStored: Bool
        /// Why it could not be kept; nil when it was, or needed not be.
        package let keepFailure: ProvenanceError?
    }

    private let generator: any ImageGenerator
    private let generatorDigest: String
    private let seed: UInt64
    private let store: ContentStore?

    /// - Parameter store: nil keeps nothing.
    package init(generator: any ImageGenerator, seed: UInt64, store: ContentStore?) {
        self.generator = generator
        generatorDigest = generator.digest.description
        self.seed = seed
        self.store = store
    }

    /// The address of an image: the digest of everything that determines it.
    package func key(of request: CohortImage) -> ContentKey {
        ContentKey([
            "kind": "image", "generator": generatorDigest, "cell": request.cell.canonicalText,
            "ordinal": String(request.ordinal), "prompt": request.cell.prompt, "seed": String(seed),
        ])
    }

    /// The digest of everything that determines the images of `requests`.
    package func hash(of requests: [CohortImage]) -> SHA256 {
        SHA256(hashing: requests.map { key(of: $0).description + "\n" }.joined())
    }

    /// Whether the store seems to have an image; its bytes are not looked at.
    package func isKept(_ request: CohortImage) -> Bool {
        store.map { HostFile.isFile($0.path(of: key(of: request))) } ?? false
    }

    /// The image; safe to be called from many threads.
    package func item(_ request: CohortImage) throws(RunError) -> Item {
        let key = key(of: request)
        if case .found(let bytes)? = store?.item(key), let image = try? PNG.decode(bytes) {
            return Item(image: image, key: key, isStored: true, keepFailure: nil)
        }
        let image = try make(request)
        return Item(image: image, key: key, isStored: false, keepFailure: keep(image, under: key))
    }

    private func make(_ request: CohortImage) throws(RunError) -> RGBImage {
        do {
            return try generator.image(
                of: request.cell, stream: RandomStream(seed: seed, stream: request.stream))
        } catch .cancelled {
            throw .cancelled
        } catch {
            throw .image(request.name, error)
        }
    }

    private func keep(_ image: RGBImage, under key: ContentKey) -> ProvenanceError? {
        guard let store else { return nil }
        do {
            try store.keep(try PNG.encode(image), under: key)
            return nil
        } catch let error as ProvenanceError {
            return error
        } catch {
            return .unwritable(path: store.path(of: key), reason: "\(error)")
        }
    }
}

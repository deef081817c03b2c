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

    private let maker: any ImageMaker
    private let seed: UInt64
    private let store: ContentStore?

    /// - Parameter store: nil keeps nothing.
    package init(maker: any ImageMaker, seed: UInt64, store: ContentStore?) {
        self.maker = maker
        self.seed = seed
        self.store = store
    }

    /// The address of an image: the digest of everything that determines it.
    package func key(of request: ImageRequest) -> ContentKey {
        var fields = maker.identity
        fields["kind"] = "image"
        fields["cell"] = request.cell.canonicalText
        fields["ordinal"] = String(request.ordinal)
        fields["prompt"] = request.cell.prompt
        fields["seed"] = String(seed)
        fields["random"] = RandomStream.generatorName
        return ContentKey(fields)
    }

    /// The digest of everything that determines the images of `requests`.
    package func hash(of requests: [ImageRequest]) -> SHA256 {
        SHA256(hashing: requests.map { key(of: $0).description + "\n" }.joined())
    }

    /// Whether the store seems to have an image; its bytes are not looked at.
    package func isKept(_ request: ImageRequest) -> Bool {
        store.map { HostFile.isFile($0.path(of: key(of: request))) } ?? false
    }

    /// The image; safe to be called from many threads.
    package func item(_ request: ImageRequest) throws(RunError) -> Item {
        let key = key(of: request)
        if case .found(let bytes)? = store?.item(key), let image = try? PNG.decode(bytes) {
            return Item(image: image, key: key, isStored: true, keepFailure: nil)
        }
        let image = try make(request)
        return Item(image: image, key: key, isStored: false, keepFailure: keep(image, under: key))
    }

    private func make(_ request: ImageRequest) throws(RunError) -> RGBImage {
        do {
            return try maker.image(
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

import Hashing
import Images
import Provenance

/// Judges one photograph by several classifiers; what the store has is taken from there.
struct PhotographScorer: Sendable {
    /// What came of a photograph.
    struct Piece: Sendable {
        /// The digest of the file's bytes; nil where they could not be read.
        let digest: SHA256?
        /// What each classifier makes of it; nil where the photograph cannot be decoded.
        let judgements: [Judgement]?
        /// Why there are no judgements.
        let damage: String?
        /// Whether all judgements came from the store.
        let isStored: Bool
        /// Why judgements could not be kept.
        let keepFailure: ProvenanceError?
    }

    /// The classifiers.
    let judges: [any ImageJudge]
    /// Where judgements are kept; nil keeps nothing.
    let store: ContentStore?

    /// The largest file that is read.
    private static let mostBytes = ImageLimits.standard.fileBytes

    /// Judges the photograph at `path`; safe to be called from many threads.
    ///
    /// - Throws: what a classifier throws. A file that is no photograph is no error: its piece says why.
    func piece(_ path: String, named name: String) throws(RunError) -> Piece {
        let bytes: [UInt8]
        do {
            bytes = try HostFile.bytes(of: path, limit: Self.mostBytes)
        } catch {
            return Piece(
                digest: nil, judgements: nil, damage: "\(error)", isStored: false, keepFailure: nil)
        }
        let digest = SHA256(hashing: bytes)
        var judgements = judges.map { stored($0, digest) }
        let isStored = !judgements.contains(nil)
        var failure: ProvenanceError?
        if !isStored {
            var pixels = PhotographPixels(bytes, name: name)
            for (place, judge) in judges.enumerated() where judgements[place] == nil {
                let image: RGBImage
                do {
                    image = try pixels.decoded(judge.transform)
                } catch {
                    return Piece(
                        digest: digest, judgements: nil, damage: error.description, isStored: false,
                        keepFailure: nil)
                }
                let judgement = try judge.judgement(of: image)
                judgements[place] = judgement
                failure = keep(judgement, of: judge, digest) ?? failure
            }
        }
        return Piece(
            digest: digest, judgements: judgements.compactMap { $0 }, damage: nil, isStored: isStored,
            keepFailure: failure)
    }

    private func key(_ judge: any ImageJudge, _ digest: SHA256) -> ContentKey {
        ContentKey(["kind": "judgement", "image": digest.description, "classifier": judge.identity])
    }

    private func stored(_ judge: any ImageJudge, _ digest: SHA256) -> Judgement? {
        guard case .found(let bytes)? = store?.item(key(judge, digest)) else { return nil }
        return Judgement(text: String(decoding: bytes, as: UTF8.self))
    }

    private func keep(_ judgement: Judgement, of judge: any ImageJudge, _ digest: SHA256) -> ProvenanceError?
    {
        guard let store else { return nil }
        do throws(ProvenanceError) {
            try store.keep(Array(judgement.text.utf8), under: key(judge, digest))
            return nil
        } catch {
            return error
        }
    }
}

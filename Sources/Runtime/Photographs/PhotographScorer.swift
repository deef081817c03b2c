import Hashing
import Images
import Provenance
import Semantics

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
    /// - Parameter person: what is known of the person, by the name of an attribute; nil is missing.
    /// - Throws: what a classifier throws. A file that is no photograph is no error: its piece says why.
    func piece(
        _ path: String, named name: String, of person: (String) -> AttributeValue?
    ) throws(RunError) -> Piece {
        let bytes: [UInt8]
        do {
            bytes = try HostFile.bytes(of: path, limit: Self.mostBytes, regular: true)
        } catch {
            return Piece(
                digest: nil, judgements: nil, damage: "\(error)", isStored: false, keepFailure: nil)
        }
        let digest = SHA256(hashing: bytes)
        var tellings: [[String: [Float]]] = []
        for judge in judges { tellings.append(try judge.told(of: person)) }
        let keys = zip(judges, tellings).map { Self.key($0, $1, digest) }
        var judgements = keys.map(stored)
        let isStored = !judgements.contains(nil)
        var failure: ProvenanceError?
        if !isStored {
            var pixels = PhotographPixels(bytes, name: name)
            for (place, judge) in judges.enumerated() where judgements[place] == nil {
                let image: RGBImage
                do {
                    image = try pixels.decoded(judge.decoding)
                } catch {
                    return Piece(
                        digest: digest, judgements: nil, damage: error.description, isStored: false,
                        keepFailure: nil)
                }
                let judgement = try judge.judgement(of: image, told: tellings[place])
                judgements[place] = judgement
                failure = keep(judgement, under: keys[place]) ?? failure
            }
        }
        return Piece(
            digest: digest, judgements: judgements.compactMap { $0 }, damage: nil, isStored: isStored,
            keepFailure: failure)
    }

    private static func key(
        _ judge: any ImageJudge, _ told: [String: [Float]], _ digest: SHA256
    ) -> ContentKey {
        var parts = ["kind": "judgement", "image": digest.description, "classifier": judge.identity]
        for (input, numbers) in told { parts["told \(input)"] = "\(numbers)" }
        return ContentKey(parts)
    }

    private func stored(_ key: ContentKey) -> Judgement? {
        guard case .found(let bytes)? = store?.item(key) else { return nil }
        return Judgement(text: String(decoding: bytes, as: UTF8.self))
    }

    private func keep(_ judgement: Judgement, under key: ContentKey) -> ProvenanceError? {
        guard let store else { return nil }
        do throws(ProvenanceError) {
            try store.keep(Array(judgement.text.utf8), under: key)
            return nil
        } catch {
            return error
        }
    }
}

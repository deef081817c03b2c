import Hashing

/// What determines the scores of a cohort's images: the images and the classifier.
struct ScoreKey: Hashable {
    let images: SHA256
    let classifier: String
}

/// How a JPEG file's frequencies become pixels; the two differ by a few grey levels, which some networks notice.
public enum JPEGTransform: String, Sendable, Codable, CaseIterable {
    /// libjpeg's accurate integer transform, its default: Pillow, OpenCV, torchvision.
    case accurate
    /// libjpeg's fast integer transform, TensorFlow's default (`tf.io.decode_jpeg`).
    case fast
}

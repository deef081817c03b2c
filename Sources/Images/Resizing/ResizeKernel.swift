/// How an image is resized. Names are those of a classifier's manifest; the choice changes predictions.
public enum ResizeKernel: String, Sendable, Codable, CaseIterable {
    /// The nearest pixel, as Pillow chooses it.
    case nearest
    /// Two neighbours along each axis whatever the scale: OpenCV's `INTER_LINEAR`, TensorFlow, PyTorch's default.
    case bilinear
    /// A triangle widened by the scale when shrinking: Pillow, and torchvision on Pillow images.
    case bilinearAntialias = "bilinear-antialias"
    /// Keys's cubic with a = -0.5, widened likewise: Pillow's default for photographs.
    case bicubicAntialias = "bicubic-antialias"
    /// Lanczos of three lobes, widened likewise (Pillow).
    case lanczosAntialias = "lanczos-antialias"
    /// A box widened likewise (Pillow).
    case boxAntialias = "box-antialias"
    /// The exact average of the covered area when shrinking: OpenCV's `INTER_AREA`.
    case area

    /// The window function of the antialiased kernels; nil for the others.
    var window: ResampleWindow? {
        switch self {
        case .bilinearAntialias: .triangle
        case .bicubicAntialias: .cubic
        case .lanczosAntialias: .lanczos
        case .boxAntialias: .box
        case .nearest, .bilinear, .area: nil
        }
    }
}

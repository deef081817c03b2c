import Tensors
import Weights

/// Inception v3 (Szegedy et al. 2016, table 1), with torchvision's names; all widths follow from the file.
package enum InceptionV3 {
    /// The two networks of these names, which pool differently.
    enum Variant: Sendable {
        /// torchvision's: 3 x 3 means divide by 9 at the border too.
        case torchvision
        /// Keras': means leave out the padding.
        case keras
        /// TensorFlow's of 2015, as FID uses it: means leave out the padding, and `Mixed_7c` takes a maximum instead.
        case fid
    }

    /// The network in `source`; an auxiliary head is ignored.
    static func network(
        from source: any WeightSource, variant: Variant = .torchvision, library: NamingLibrary,
        on engine: Engine
    ) throws(ClassificationError) -> StagedNetwork {
        var builder = InceptionBuilder(
            ClassifierLayers(source, library, .inception, on: engine), variant: variant)
        let pool = Pooling(.maximum, kernel: (3, 3), stride: (2, 2))
        try builder.append("Conv2d_1a_3x3", stride: 2, padding: 0)
        try builder.append("Conv2d_2a_3x3", padding: 0)
        try builder.append("Conv2d_2b_3x3")
        builder.append("Conv2d_2b_3x3, pool", pool)
        try builder.append("Conv2d_3b_1x1")
        try builder.append("Conv2d_4a_3x3", padding: 0)
        builder.append("Conv2d_4a_3x3, pool", pool)
        for name in ["Mixed_5b", "Mixed_5c", "Mixed_5d"] { try builder.appendBlockA(name) }
        try builder.appendBlockB("Mixed_6a")
        for name in ["Mixed_6b", "Mixed_6c", "Mixed_6d", "Mixed_6e"] { try builder.appendBlockC(name) }
        try builder.appendBlockD("Mixed_7a")
        try builder.appendBlockE("Mixed_7b")
        try builder.appendBlockE("Mixed_7c", maximum: variant == .fid)
        return try builder.network()
    }

    /// An image as FID's network takes it: bilinear to 299 x 299 without antialiasing, from 0...1 to -1...1.
    ///
    /// - Parameter image: `[height, width, 3]`, in 0...1.
    package static func fidInput(_ image: Tensor) -> Tensor {
        var result = image.resizedBilinear(height: 299, width: 299).scaled(by: 2)
        result.addRow(Tensor(repeating: -1, shape: [3]))
        return result
    }
}

import Tensors

/// How the windows of convolutions and poolings are padded where they move by more than one pixel.
enum PaddingStyle: Sendable {
    /// As many pixels before as behind, stated by the network: PyTorch.
    case symmetric
    /// As few as let ceil(extent / stride) windows fit, the smaller half before: TensorFlow's "same".
    case same

    /// Pixels before and behind an extent in the style `same`.
    static func same(remainder: Int, kernel: Int, stride: Int) -> (before: Int, behind: Int) {
        let total = max(0, kernel - (remainder == 0 ? stride : remainder))
        return (total / 2, total - total / 2)
    }

    /// The padding of a map whose rows and columns leave these remainders by the stride, in the style `same`.
    static func same(rows: Int, columns: Int, kernel: (Int, Int), stride: Int) -> Padding {
        let (top, bottom) = same(remainder: rows, kernel: kernel.0, stride: stride)
        let (left, right) = same(remainder: columns, kernel: kernel.1, stride: stride)
        return Padding(top: top, left: left, bottom: bottom, right: right)
    }
}

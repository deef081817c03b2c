import Tensors

/// How the positions of patches become those of an image of another size: bicubic in every library, each its way.
enum PositionResampling: Sendable, Equatable {
    /// The sixteen nearest positions (transformers).
    case nearest
    /// As `nearest`, at places that are scaled by the wanted extent plus this part of a patch (the first DINOv2).
    case shifted(Double)
    /// Over a window that widens as positions become fewer (timm, torchvision, DINOv2 with registers).
    case antialiased

    /// `positions` `[n, n, width]` for `rows` x `columns` patches.
    func positions(_ positions: Tensor, rows: Int, columns: Int) -> Tensor {
        guard (rows, columns) != (positions.shape[0], positions.shape[1]) else { return positions }
        return switch self {
        case .nearest: positions.resizedBicubic(height: rows, width: columns)
        case .shifted(let part):
            positions.resizedBicubic(
                height: rows, width: columns,
                scale: (
                    Double(positions.shape[0]) / (Double(rows) + part),
                    Double(positions.shape[1]) / (Double(columns) + part)
                ))
        case .antialiased: positions.resizedBicubicAntialiased(height: rows, width: columns)
        }
    }
}
